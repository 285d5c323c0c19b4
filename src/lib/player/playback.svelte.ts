import { choices, type Speed } from './choices.svelte.ts';
import type { Simulation } from './simulation.svelte.ts';

/** Milliseconds between two steps. */
const PACE: Readonly<Record<Speed, number>> = { slow: 1400, normal: 700, fast: 220, 'at-once': 60 };

/** Lets the simulation go on by itself: step after step, and each new request too, until it is paused. */
export class Playback {
	readonly #simulation: Simulation;
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
		const speed = choices.speed.value;
		await (speed === 'at-once' ? this.#simulation.runToEnd() : this.#simulation.step());
		// Paused, or paused and played again, while the step was under way.
		if (this.#timer !== timer) return;
		const { refusal, readiness, demonstrating, live } = this.#simulation;
		if (refusal || readiness.state === 'failed' || (demonstrating && live)) this.pause();
		else this.#tick(PACE[speed]);
	}
}
