import type {
	CheckContext,
	FileCacheFacts,
	HandlerFacts,
	PatternFacts
} from '../../django/management/checks/check.ts';
import type { CommandContext, NewTable } from '../../django/management/command.ts';
import type { InstalledApp } from '../../django/management/installed-app.ts';
import { findCommand, runCommand, runInTerminal } from '../../django/management/run-command.ts';
import type { BridgeFunction, PythonSpace } from '../interpreter/python-space.ts';

/** What the commands of a process work with. */
export type ManagementSite = Pick<CommandContext, 'version' | 'sql' | 'nowSql' | 'setting'> & {
	space(): PythonSpace;
};

/** What `django.core.management` asks of the host. */
export function managementBridge(site: ManagementSite): Readonly<Record<string, BridgeFunction>> {
	return {
		'command.known': (name: string) => findCommand(name, contextOf(site)) !== null,
		'command.run': (name: string, words: readonly string[]) => {
			runCommand(name, words, contextOf(site));
		},
		'command.terminal': (program: string, name: string, words: readonly string[]) => {
			runInTerminal(program, name, words, contextOf(site));
		}
	};
}

function contextOf(site: ManagementSite): CommandContext {
	const call = (name: string, ...args: readonly string[]) =>
		site.space().call(`django.core.management:${name}`, ...args);
	const apps = JSON.parse(call('told_apps') as string) as InstalledApp[];
	return {
		version: site.version,
		sql: site.sql,
		nowSql: () => site.nowSql(),
		setting: (name) => site.setting(name),
		apps,
		write: (text) => void call('write', text),
		writeError: (text) => void call('write_error', text),
		clearExpired: () => call('clear_expired') === true,
		unmigratedTables: () =>
			JSON.parse(site.space().call('django.db.schema:unmigrated_tables') as string) as NewTable[],
		checks: checkContext(site, apps)
	};
}

function checkContext(site: ManagementSite, apps: readonly InstalledApp[]): CheckContext {
	const told = (name: string, ...args: readonly string[]) =>
		site.space().call(`django.core.management.facts:${name}`, ...args);
	return {
		version: site.version,
		apps,
		setting: (name) => site.setting(name),
		patterns: () => JSON.parse(told('patterns') as string) as PatternFacts[],
		handlers: () => JSON.parse(told('handlers') as string) as HandlerFacts[],
		fileCaches: () => JSON.parse(told('file_caches') as string) as FileCacheFacts[],
		isFolder: (path) => told('is_folder', path) === true
	};
}
