import { storage } from './storage.ts';

/** One of a few values that somebody chose and that is kept. `load` reads what was kept; until then the first holds. */
export class Choice<Value extends string> {
	readonly name: string;
	readonly values: readonly Value[];
	#value = $state() as Value;

	constructor(name: string, values: readonly [Value, ...Value[]]) {
		this.name = name;
		this.values = values;
		this.#value = values[0];
	}

	get value(): Value {
		return this.#value;
	}

	set(value: Value): void {
		this.#value = value;
		storage.set(this.name, value);
	}

	/** Goes on to the value after this one, and round. */
	next(): void {
		const at = this.values.indexOf(this.#value);
		this.set(this.values[(at + 1) % this.values.length] as Value);
	}

	load(): void {
		const kept = storage.get(this.name);
		const known = this.values.find((value) => value === kept);
		if (known) this.#value = known;
	}
}
