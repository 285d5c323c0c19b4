/** State of a {@link SeededRandom}: four unsigned 32-bit words. */
export type RandomState = readonly [number, number, number, number];

/** Deterministic randomness: xoshiro128**, seeded from text by FNV-1a and splitmix32. */
export class SeededRandom {
	#s: [number, number, number, number];

	constructor(seed: string | RandomState) {
		this.#s = typeof seed === 'string' ? expand(seed) : [...seed];
	}

	get state(): RandomState {
		return [...this.#s];
	}

	/** A uniform unsigned 32-bit integer. */
	next(): number {
		const s = this.#s;
		const result = Math.imul(rotl(Math.imul(s[1], 5), 7), 9) >>> 0;
		const t = s[1] << 9;
		s[2] ^= s[0];
		s[3] ^= s[1];
		s[1] ^= s[2];
		s[0] ^= s[3];
		s[2] ^= t;
		s[3] = rotl(s[3], 11);
		return result;
	}

	/** Fills `bytes` with random bytes. */
	fill(bytes: Uint8Array): void {
		for (let i = 0; i < bytes.length; i++) bytes[i] = this.next() >>> 24;
	}

	/** A uniform integer from 0 up to, not including, `limit` (at most 2^32). */
	below(limit: number): number {
		const fair = 0x1_0000_0000 - (0x1_0000_0000 % limit);
		let value = this.next();
		while (value >= fair) value = this.next();
		return value % limit;
	}

	/** A string of `length` characters drawn from `alphabet`. */
	string(length: number, alphabet: string): string {
		return Array.from({ length }, () => alphabet[this.below(alphabet.length)]).join('');
	}
}

function rotl(value: number, by: number): number {
	return (value << by) | (value >>> (32 - by));
}

function expand(seed: string): [number, number, number, number] {
	let h = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(seed)) h = Math.imul(h ^ byte, 0x01000193);
	const word = () => {
		h = (h + 0x9e3779b9) | 0;
		let z = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
		z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
		return (z ^ (z >>> 15)) >>> 0;
	};
	return [word(), word(), word(), word() || 1];
}
