import { parseScenario } from '../../lib/world/scenario-file/parse-scenario.ts';
import { stepAction } from '../../lib/world/scenario-file/step-action.ts';
import { World, type WorldPorts } from '../../lib/world/world.ts';
import { observedState, stepResult } from './step-result.ts';

/**
 * Plays one scenario on a fresh world.
 * @throws Error with a sentence for the author, when the scenario is not of the format or cannot be played.
 */
export function playScenario(json: unknown, ports: WorldPorts): Record<string, unknown>[] {
	const { start, steps, observe } = parseScenario(json);
	const world = new World(start, ports);
	try {
		return steps.map((step) => {
			const result = stepResult(world, step, world.apply(stepAction(step)));
			return observe ? { ...result, state: observedState(world) } : result;
		});
	} finally {
		world.end();
	}
}
