import type { WorldPorts } from '../../lib/world/world.ts';
import { playJarCase } from './jar-case.ts';
import { playScenario } from './play-scenario.ts';

export type CaseAnswer = Record<string, unknown>;

/** Plays one case of either kind; what cannot be played is answered with `error` and the reason. */
export async function playCase(json: unknown, ports: () => Promise<WorldPorts>): Promise<CaseAnswer> {
	const id = isObject(json) && 'id' in json ? { id: json.id } : {};
	try {
		if (!isObject(json)) throw new Error('A case is an object');
		return 'project' in json
			? { ...id, results: playScenario(json, await ports()) }
			: { ...id, ...playJarCase(json) };
	} catch (error) {
		return { ...id, error: error instanceof Error ? error.message : String(error) };
	}
}

function isObject(json: unknown): json is Record<string, unknown> {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}
