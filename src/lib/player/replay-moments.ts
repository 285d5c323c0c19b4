import type { ExchangeId } from '../exchange/events.ts';
import type { ActionOutcome } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { Projection } from '../world/projection.ts';
import type { LeftOut } from './branches.ts';
import type { PlayedMoment } from './history.ts';
import { openedIn } from './history-groups.ts';
import { sayRefusal } from './say-refusal.ts';
import { shareUnchanged } from './share-unchanged.ts';

export interface Replayed {
	/** Those of the beginning included. */
	readonly moments: readonly PlayedMoment[];
	readonly leftOut: readonly LeftOut[];
}

type Apply = (action: Action) => Promise<ActionOutcome>;

const NOT_THERE = 'The request that it carries on is not under way here.';

/**
 * Plays moments of a path anew, in another order or without some, after a shared beginning at which the world stands.
 * Requests have other numbers then: steps follow the request that they carried on. A step that is not needed any
 * more is passed over; what is missing to the end of a request that had ended is done.
 * @param beginning the moments that stay
 * @param path the old path
 * @param order which moments of it follow, by their places
 */
export async function replayMoments(
	beginning: readonly PlayedMoment[],
	path: readonly PlayedMoment[],
	order: readonly number[],
	apply: Apply
): Promise<Replayed> {
	const replay = new Replay(beginning, apply);
	for (const at of order) {
		const [before, moment] = [path[at - 1], path[at]];
		if (before && moment?.action) await replay.carryOut(moment.action, before.projection, moment.projection);
	}
	return { moments: replay.moments, leftOut: replay.leftOut };
}

class Replay {
	readonly moments: PlayedMoment[];
	readonly leftOut: LeftOut[] = [];
	readonly #apply: Apply;
	/** Numbers of requests on the old path, and here. */
	readonly #numbers: Map<ExchangeId, ExchangeId>;

	constructor(beginning: readonly PlayedMoment[], apply: Apply) {
		this.moments = [...beginning];
		this.#apply = apply;
		this.#numbers = new Map(this.#projection?.exchanges.map(({ id }) => [id, id]));
	}

	/** @param before,after the old path around the action */
	async carryOut(action: Action, before: Projection, after: Projection): Promise<void> {
		const placed = this.#placed(action);
		if (placed === null) {
			this.#leaveOut(action, NOT_THERE);
			return;
		}
		const carries = placed.type === 'step' || placed.type === 'finish';
		if (carries && !this.#inFlight(placed.exchange)) return;
		const opened = openedIn(before, after);
		if (await this.#do(placed, action, opened)) await this.#endEnded(before, after, opened);
	}

	get #projection(): Projection | undefined {
		return this.moments.at(-1)?.projection;
	}

	/** The action with the number that its request has here; `null` when the request is not here. */
	#placed(action: Action): Action | null {
		if (!('exchange' in action)) return action;
		const exchange = this.#numbers.get(action.exchange);
		return exchange === undefined ? null : { ...action, exchange };
	}

	#inFlight(id: ExchangeId): boolean {
		return (
			this.#projection?.exchanges.some((exchange) => exchange.id === id && exchange.next !== null) === true
		);
	}

	async #do(placed: Action, action: Action, opened: readonly ExchangeId[]): Promise<boolean> {
		const last = this.#projection;
		const outcome = await this.#apply(placed);
		if (outcome.outcome === 'refused') {
			this.#leaveOut(action, sayRefusal(outcome.refusal).sentence);
			return false;
		}
		const { events, result } = outcome;
		const projection = last ? shareUnchanged(last, outcome.projection) : outcome.projection;
		this.moments.push({ action: placed, projection, events, result });
		const here = last ? openedIn(last, projection) : [];
		opened.forEach((id, index) => {
			const number = here[index];
			if (number !== undefined) this.#numbers.set(id, number);
		});
		return true;
	}

	/** A request that had ended with this action ends here too, also where it takes more steps. */
	async #endEnded(before: Projection, after: Projection, opened: readonly ExchangeId[]): Promise<void> {
		for (const { id, next } of before.exchanges) {
			const ended = next !== null && after.exchanges.find((exchange) => exchange.id === id)?.next === null;
			const exchange = this.#numbers.get(id);
			if (!ended || exchange === undefined) continue;
			const step: Action = { type: 'step', exchange };
			while (this.#inFlight(exchange) && (await this.#do(step, step, opened)));
		}
	}

	#leaveOut(action: Action, sentence: string): void {
		this.leftOut.push({ action, after: this.moments.length - 1, sentence });
	}
}
