import { untrack } from 'svelte';
import type { Stage, Tab } from '$lib/player/stage.svelte.ts';

/** Opens the board's tab when a second request gets under way, and puts the tab before it back when there is no board. */
export function openBoardWhenNeeded(stage: Stage, group: 'server' | 'shared'): void {
	let before: Tab | null = null;
	const needed = $derived(stage.lanes.length > 0);
	$effect(() => {
		const show = needed;
		untrack(() => {
			const open = stage.tabs[group];
			if (show && open !== 'board') {
				before = open;
				stage.tabs[group] = 'board';
			} else if (!show && open === 'board') stage.tabs[group] = before ?? 'table';
		});
	});
}
