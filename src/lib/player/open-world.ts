import { resolveAction, standingOf } from '../lesson/actions.ts';
import type { WorldClient } from '../worker/protocol.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Opening, PlayedMoment } from './history.ts';

/** Starts a world and does its setup. @throws Error when the setup cannot be carried out */
export async function openWorld(
	client: WorldClient,
	{ start, setup, solution }: Opening
): Promise<PlayedMoment> {
	let outcome = await client.start(start);
	const events: WorldEvent[] = outcome.outcome === 'applied' ? [...outcome.events] : [];
	for (const lessonAction of setup) {
		const resolved = resolveAction(lessonAction, standingOf(outcome.projection), solution);
		if ('misfit' in resolved) throw new Error(resolved.misfit);
		outcome = await client.apply(resolved.action);
		if (outcome.outcome === 'refused') throw new Error(`The setup was refused: ${outcome.refusal.reason}`);
		events.push(...outcome.events);
	}
	return { action: null, projection: outcome.projection, events, result: { kind: 'none' } };
}
