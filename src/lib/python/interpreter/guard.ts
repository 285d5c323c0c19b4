import type { RuntimeRefusal } from '../runtime.ts';

/** SIGINT: Pyodide raises KeyboardInterrupt where it reads this from its interrupt buffer. */
const INTERRUPT = 2;

export interface GuardLimits {
	/** Real seconds that one outermost call may run. */
	readonly seconds: number;
	/** Characters that one outermost call may print. */
	readonly characters: number;
}

/** Watches one outermost call into Python and has it interrupted when it goes too far. */
export class Guard {
	readonly #limits: GuardLimits;
	readonly #millis: () => number;
	#until = Infinity;
	#printed = 0;
	#refusal: RuntimeRefusal | null = null;
	#told = false;

	/** @param millis a real clock in milliseconds, for the time limit alone */
	constructor(limits: GuardLimits, millis: () => number) {
		this.#limits = limits;
		this.#millis = millis;
	}

	/** What Pyodide polls while Python runs: a one-shot interrupt once a limit is passed. */
	readonly interruptBuffer = this.#buffer();

	/** Begins to watch a call. */
	begin(): void {
		this.#until = this.#millis() + this.#limits.seconds * 1000;
		this.#printed = 0;
		this.#refusal = null;
		this.#told = false;
	}

	/** Ends the watch. @returns why the call had to be stopped, if it had */
	end(): RuntimeRefusal | null {
		this.#until = Infinity;
		return this.#refusal;
	}

	/** Counts output. @returns whether it may still be shown */
	print(characters: number): boolean {
		this.#printed += characters;
		if (this.#printed > this.#limits.characters) {
			this.#refusal ??= { reason: 'OutputLimit', characters: this.#limits.characters };
		}
		return this.#refusal === null;
	}

	#expired(): boolean {
		if (this.#told) return false;
		if (this.#millis() > this.#until) {
			this.#refusal ??= { reason: 'TimeLimit', seconds: this.#limits.seconds };
		}
		this.#told = this.#refusal !== null;
		return this.#told;
	}

	#buffer(): { 0: number } {
		const expired = () => this.#expired();
		return {
			get 0() {
				return expired() ? INTERRUPT : 0;
			},
			set 0(_: number) {
				// One-shot: a second interrupt would cut the traceback short.
			}
		};
	}
}
