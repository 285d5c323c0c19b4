import { storage } from './storage.ts';

/** Some of a few values, chosen and kept. `load` reads what was kept; until then there are none. */
export class ChosenSet<Value extends string> {
	readonly name: string;
	readonly values: readonly Value[];
	#chosen = $state.raw<readonly Value[]>([]);

	constructor(name: string, values: readonly Value[]) {
		this.name = name;
		this.values = values;
	}

	/** Nothing is chosen. */
	get empty(): boolean {
		return this.#chosen.length === 0;
	}

	has(value: Value): boolean {
		return this.#chosen.includes(value);
	}

	set(value: Value, chosen: boolean): void {
		this.#chosen = this.values.filter((other) => (other === value ? chosen : this.has(other)));
		storage.set(this.name, this.#chosen.join(' '));
	}

	load(): void {
		const kept = storage.get(this.name)?.split(' ') ?? [];
		this.#chosen = this.values.filter((value) => kept.includes(value));
	}
}
