import type { StageKey } from '$lib/player/keys.svelte.ts';
import { PANES, type Stage } from '$lib/player/stage.svelte.ts';
import { secondsToNextExpiry } from '$lib/player/upcoming.ts';
import { ACTORS } from '$lib/ui/kit/actors.ts';

/** The keys of the stage, in the order of the list that `?` shows. */
export function stageKeys(
	stage: Stage,
	page: { showKeys: () => void; root: () => HTMLElement | null }
): readonly StageKey[] {
	const { simulation, playback } = stage;
	return [
		{ keys: [' ', 'ArrowRight'], label: 'space or →', does: 'Step', run: () => void simulation.step() },
		{ keys: ['ArrowLeft'], label: '←', does: 'Back one step', run: () => simulation.back() },
		{
			keys: ['ArrowRight'],
			shift: true,
			label: 'shift →',
			does: 'Run to the end of the exchange',
			run: () => void simulation.runToEnd()
		},
		{ keys: ['p'], label: 'p', does: 'Play or pause', run: () => playback.toggle() },
		{
			keys: ['h'],
			label: 'h',
			does: 'Open or close the history',
			run: () => (stage.historyOpen = !stage.historyOpen)
		},
		{ keys: ['b'], label: 'b', does: 'Where to stop', run: () => (stage.stopsOpen = true) },
		{ keys: ['j'], label: 'j', does: 'Jump to the next expiry', run: () => jump(stage) },
		...PANES.map((pane, index) => ({
			keys: [String(index + 1)],
			label: String(index + 1),
			does: `Go to: ${pane === 'lesson' ? 'Lesson' : ACTORS[pane].name}`,
			run: () => {
				stage.pane = pane;
				requestAnimationFrame(() =>
					page.root()?.querySelector<HTMLElement>(`[data-pane='${pane}']`)?.focus()
				);
			}
		})),
		{ keys: ['e'], label: 'e', does: 'Edit the file on show', run: () => stage.edit(stage.file) },
		{ keys: ['?'], label: '?', does: 'All keys', run: page.showKeys }
	];
}

function jump(stage: Stage): void {
	const { projection } = stage.simulation;
	const seconds = projection && secondsToNextExpiry(projection);
	if (seconds !== null && stage.rules.allows('advance')) void stage.act({ type: 'advance', by: seconds });
}
