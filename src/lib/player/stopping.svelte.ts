import type { ExchangeView } from '../world/projection.ts';
import { choices } from './choices.svelte.ts';
import type { PlayedMoment } from './history.ts';
import type { PlayedWorld } from './played-world.svelte.ts';
import type { Stop } from './stop-names.ts';

const chosen = (stop: Stop): boolean => choices.stops.has(stop);

/** Carries requests on as far as the stops that the learner chose. */
export class Stopping {
	readonly #world: PlayedWorld;
	readonly #flight: () => ExchangeView | null;
	#stop = $state.raw<{ readonly reason: string; readonly moment: PlayedMoment } | null>(null);

	/** @param flight the exchange that a step carries on */
	constructor(world: PlayedWorld, flight: () => ExchangeView | null) {
		this.#world = world;
		this.#flight = flight;
	}

	/** Why it stopped at the moment that is looked at, in words; `null`: it did not. */
	get stopped(): string | null {
		return this.#stop && this.#stop.moment === this.#moment ? this.#stop.reason : null;
	}

	/** Does one step. @param first it is done in any case, also where there is a stop before it */
	async step(first: boolean): Promise<void> {
		const flight = this.#flight();
		if (!flight) return;
		const { stepUntilStop } = await import('./step-until-stop.ts');
		await this.#note(await stepUntilStop(this.#world, flight.id, chosen, first));
	}

	/** Carries the exchange, and what follows from it, to its end or to a stop. Others in flight stay where they are. */
	async run(): Promise<void> {
		const own = this.#flight()?.id;
		const inFlight = this.#moment?.projection.exchanges.filter(({ next }) => next !== null) ?? [];
		const others = inFlight.map(({ id }) => id).filter((id) => id !== own);
		for (let first = true; first || (!this.stopped && this.#world.refusal === null); first = false) {
			const flight = this.#flight();
			if (!flight || others.includes(flight.id)) return;
			await this.step(first);
		}
	}

	/** Stops at a moment that is only looked at again, where it is one to stop at. */
	async check(): Promise<void> {
		if (choices.stops.empty) return;
		const { stopAfter } = await import('./stops.ts');
		await this.#note(this.#moment && stopAfter(this.#moment, chosen));
	}

	get #moment(): PlayedMoment | null {
		return this.#world.moments[this.#world.cursor] ?? null;
	}

	async #note(stop: Stop | null): Promise<void> {
		const { STOP_RULES } = await import('./stops.ts');
		this.#stop = stop && this.#moment && { reason: STOP_RULES[stop].reason, moment: this.#moment };
	}
}
