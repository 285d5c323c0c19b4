import { Refused, type Moment, type Playable } from '../lesson/play.ts';
import type { WorldClient } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { Projection } from '../world/projection.ts';
import { sayRefusal } from './say-refusal.ts';

/** The world while something is tried out on it. */
export class TrialWorld implements Playable {
	readonly #client: WorldClient;
	#projection: Projection;

	constructor(client: WorldClient, projection: Projection) {
		this.#client = client;
		this.#projection = projection;
	}

	look(): Projection {
		return this.#projection;
	}

	/** @throws Refused when the world does not carry the action out */
	async apply(action: Action): Promise<Moment> {
		const outcome = await this.#client.apply(action);
		this.#projection = outcome.projection;
		if (outcome.outcome === 'refused') throw new Refused(sayRefusal(outcome.refusal).sentence);
		return { events: outcome.events, projection: outcome.projection };
	}
}
