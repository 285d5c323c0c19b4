/** Keeps texts in this browser where it allows that, and otherwise for this visit. */
export class Storage {
	readonly #visit = new Map<string, string>();
	readonly #prefix: string;

	constructor(prefix = 'crumbtrail:') {
		this.#prefix = prefix;
	}

	/** Whether this browser keeps anything beyond the visit. */
	get lasts(): boolean {
		const name = `${this.#prefix}probe`;
		const kept = attempt(() => {
			localStorage.setItem(name, 'kept');
			const read = localStorage.getItem(name);
			localStorage.removeItem(name);
			return read;
		});
		return kept === 'kept';
	}

	get(name: string): string | null {
		const kept = this.#visit.get(name);
		if (kept !== undefined) return kept;
		return attempt(() => localStorage.getItem(this.#prefix + name));
	}

	set(name: string, text: string): void {
		this.#visit.set(name, text);
		attempt(() => {
			localStorage.setItem(this.#prefix + name, text);
			return null;
		});
	}

	remove(name: string): void {
		this.#visit.delete(name);
		attempt(() => {
			localStorage.removeItem(this.#prefix + name);
			return null;
		});
	}
}

/** The page's own storage. */
export const storage = new Storage();

/** Storage may be blocked, full or not there at all: then there is nothing. */
function attempt(use: () => string | null): string | null {
	try {
		return use();
	} catch {
		return null;
	}
}
