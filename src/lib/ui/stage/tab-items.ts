import type { Actor } from '$lib/exchange/phases.ts';
import type { Panel } from '$lib/lesson/schema/files.ts';
import { storeChanged } from '$lib/player/changes.ts';
import type { Stage, Tab } from '$lib/player/stage.svelte.ts';
import { storeTitle } from '$lib/player/storages.ts';
import { allowedPrograms } from '$lib/player/terminal-programs.ts';

export interface TabItem {
	readonly name: Tab;
	readonly label: string;
	readonly actor: Actor;
	readonly changed: boolean;
}

/** The tabs of a group that this lesson shows, with a mark where something changed in this step. */
export function tabItems(stage: Stage, group: 'browser' | 'server' | 'shared'): TabItem[] {
	const { changes, rules } = stage;
	const ofBrowser: TabItem[] = [
		{
			name: 'cookies',
			label: 'Cookies',
			actor: 'browser',
			changed: [...changes.cookies.keys()].some((key) => key.startsWith(`["${stage.profile.name}"`))
		},
		{ name: 'network', label: 'Network', actor: 'browser', changed: false },
		...(rules.full
			? [{ name: 'script', label: 'Page console', actor: 'browser', changed: false } as const]
			: [])
	];
	const ofServer: TabItem[] = [
		...(stage.lanes.length > 0
			? [
					{
						name: 'board',
						label: 'In flight',
						actor: 'wire',
						changed: false
					} as const
				]
			: []),
		{
			name: 'table',
			label: storeTitle(stage.simulation.projection?.store.engine),
			actor: 'store',
			changed: storeChanged(changes)
		},
		{ name: 'console', label: 'Console', actor: 'server', changed: changes.consoleLines > 0 },
		{ name: 'terminal', label: 'Terminal', actor: 'server', changed: false },
		{ name: 'transcript', label: 'Transcript', actor: 'wire', changed: false }
	];
	const shown: Readonly<Record<Tab, Panel>> = {
		cookies: 'cookies',
		network: 'browser',
		script: 'browser',
		board: 'board',
		table: 'store',
		console: 'console',
		terminal: 'server',
		transcript: 'server'
	};
	const all = group === 'browser' ? ofBrowser : group === 'server' ? ofServer : [...ofBrowser, ...ofServer];
	const has = (name: Tab) => name !== 'terminal' || allowedPrograms(rules).length > 0;
	return all.filter(({ name }) => rules.shows(shown[name]) && has(name));
}
