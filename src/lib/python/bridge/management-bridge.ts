import type { CommandContext, InstalledApp, ProjectFacts } from '../../django/management/command.ts';
import { findCommand, runCommand } from '../../django/management/run-command.ts';
import type { BridgeFunction, PythonSpace } from '../interpreter/python-space.ts';

/** What the commands of a process work with. */
export type ManagementSite = Pick<CommandContext, 'version' | 'sql' | 'nowSql' | 'setting'> & {
	space(): PythonSpace;
};

const MODULE = 'django.core.management:';

/** What `django.core.management` asks of the host. */
export function managementBridge(site: ManagementSite): Readonly<Record<string, BridgeFunction>> {
	const call = (name: string, ...args: readonly string[]) => site.space().call(MODULE + name, ...args);
	const context = (): CommandContext => ({
		version: site.version,
		sql: site.sql,
		nowSql: () => site.nowSql(),
		setting: (name) => site.setting(name),
		apps: JSON.parse(call('told_apps') as string) as InstalledApp[],
		write: (text) => void call('write', text),
		writeError: (text) => void call('write_error', text),
		clearExpired: () => call('clear_expired') === true,
		inspect: () => JSON.parse(call('told_facts') as string) as ProjectFacts
	});
	return {
		'command.known': (name: string) => findCommand(name, context()) !== null,
		'command.run': (name: string, words: readonly string[]) => {
			runCommand(name, words, context());
		}
	};
}
