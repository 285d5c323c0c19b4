import { choices, type Speed } from './choices.svelte.ts';
import type { Simulation } from './simulation.svelte.ts';

/** Milliseconds between two steps. */
const PACE: Readonly<Record<Speed, number>> = { slow: 1400, normal: 700, fast: 220, 'at-once': 60 };

/** Lets the simulation go on by itself: step after step, and each new request too, until it is paused. */
export class Playback {
	readonly #simulation: Simulation;
	/** The next step is the first since playing began: it is done whatever stops there are. */
	#first = true;
	#timer = $state.raw<ReturnType<typeof setTimeout> | null>(null);

	constructor(simulation: Simulation) {
		this.#simulation = simulation;
	}

	get playing(): boolean {
		return this.#timer !== null;
	}

	toggle(): void {
		if (this.playing) this.pause();
		else this.play();
	}

	play(): void {
		this.pause();
		this.#first = true;
		this.#tick(0);
	}

	pause(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#tick(delay: number): void {
		this.#timer = setTimeout(() => {
			void this.#goOn();
		}, delay);
	}

	async #goOn(): Promise<void> {
		const timer = this.#timer;
		const first = this.#first;
		this.#first = false;
		const speed = choices.speed.value;
		await (speed === 'at-once' ? this.#simulation.runToEnd() : this.#simulation.stepToStop(first));
		// Paused, or paused and played again, while the step was under way.
		if (this.#timer !== timer) return;
		const { refusal, readiness, demonstrating, live, stopped } = this.#simulation;
		if (refusal || stopped || readiness.state === 'failed' || (demonstrating && live)) this.pause();
		else this.#tick(PACE[speed]);
	}
}
