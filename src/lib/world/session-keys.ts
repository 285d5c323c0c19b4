import { SeededRandom, type RandomState } from '../time/random.ts';

/** Django's `VALID_KEY_CHARS`: lower-case letters and digits. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 32;

/** Which keys come next. */
export interface SessionKeysSnapshot {
	readonly scripted: readonly string[];
	readonly random: RandomState;
}

/** Hands out session keys: first those of the scenario, in order, then seeded ones. */
export class SessionKeys {
	#scripted: string[];
	#random: SeededRandom;

	constructor(scripted: readonly string[], seed: string) {
		this.#scripted = [...scripted];
		this.#random = new SeededRandom(`${seed}/session-keys`);
	}

	snapshot(): SessionKeysSnapshot {
		return { scripted: [...this.#scripted], random: this.#random.state };
	}

	restore({ scripted, random }: SessionKeysSnapshot): void {
		this.#scripted = [...scripted];
		this.#random = new SeededRandom(random);
	}

	next(): string {
		return this.#scripted.shift() ?? this.#random.string(LENGTH, ALPHABET);
	}
}
