import * as v from 'valibot';
import { parseInstant } from '../../time/instant.ts';
import type { WorldStart } from '../scenario.ts';
import { actionStepSchema, scenarioSchema, stepSchema, type Step } from './scenario-schema.ts';

/** A scenario of the replay format: how its world begins, and what is done in it. */
export interface ParsedScenario {
	readonly start: WorldStart;
	readonly steps: readonly Step[];
	/** Every result carries what can be observed of the server. */
	readonly observe: boolean;
}

/** @throws Error with a sentence for the author, when the JSON value is not a scenario of the format */
export function parseScenario(json: unknown): ParsedScenario {
	const scenario = parse(scenarioSchema, json, 'scenario');
	const { id, django, project, origin, sessionKeys, sites, fullBrowser, observe, steps } = scenario;
	return {
		start: {
			django,
			now: parseInstant(scenario.now),
			project,
			origin,
			sessionKeys,
			seed: scenario.seed ?? id ?? 'scenario',
			...(sites && { sites }),
			...(fullBrowser !== undefined && { fullBrowser })
		},
		steps: steps.map((step, index) => parse(schemaOf(step), step, `steps[${index}]`)),
		observe
	};
}

/** A step that names an action of ours is told what is wrong with that action. */
function schemaOf(step: unknown): typeof stepSchema | typeof actionStepSchema {
	return typeof step === 'object' && step !== null && 'action' in step ? actionStepSchema : stepSchema;
}

function parse<T extends v.GenericSchema>(schema: T, json: unknown, where: string): v.InferOutput<T> {
	const parsed = v.safeParse(schema, json);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	const path = v.getDotPath(issue);
	throw new Error(`${where}${path ? `.${path}` : ''}: ${issue.message}`);
}
