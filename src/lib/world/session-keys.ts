import { SeededRandom } from '../time/random.ts';

/** Django's `VALID_KEY_CHARS`: lower-case letters and digits. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 32;

/** Hands out session keys: first those of the scenario, in order, then seeded ones. */
export class SessionKeys {
	readonly #scripted: string[];
	readonly #random: SeededRandom;

	constructor(scripted: readonly string[], seed: string) {
		this.#scripted = [...scripted];
		this.#random = new SeededRandom(`${seed}/session-keys`);
	}

	next(): string {
		return this.#scripted.shift() ?? this.#random.string(LENGTH, ALPHABET);
	}
}
