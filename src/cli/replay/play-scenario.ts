import * as v from 'valibot';
import { parseInstant } from '../../lib/time/instant.ts';
import { World, type WorldPorts } from '../../lib/world/world.ts';
import { scenarioSchema, stepSchema } from './scenario-format.ts';
import { stepAction } from './step-action.ts';
import { observedState, stepResult } from './step-result.ts';

/**
 * Plays one scenario on a fresh world.
 * @throws Error with a sentence for the author, when the scenario is not of the format or cannot be played.
 */
export function playScenario(json: unknown, ports: WorldPorts): Record<string, unknown>[] {
	const scenario = parse(scenarioSchema, json, 'scenario');
	const steps = scenario.steps.map((step, index) => parse(stepSchema, step, `steps[${index}]`));
	const world = new World(
		{
			django: scenario.django,
			now: parseInstant(scenario.now),
			project: scenario.project,
			origin: scenario.origin,
			sessionKeys: scenario.sessionKeys,
			seed: scenario.id ?? 'scenario'
		},
		ports
	);
	try {
		return steps.map((step) => {
			const result = stepResult(world, step, world.apply(stepAction(step)));
			return scenario.observe ? { ...result, state: observedState(world) } : result;
		});
	} finally {
		world.end();
	}
}

function parse<T extends v.GenericSchema>(schema: T, json: unknown, where: string): v.InferOutput<T> {
	const parsed = v.safeParse(schema, json);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	const path = v.getDotPath(issue);
	throw new Error(`${where}${path ? `.${path}` : ''}: ${issue.message}`);
}
