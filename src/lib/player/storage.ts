/** Keeps texts in this browser where it allows that, and otherwise for this visit. */
export class Storage {
	readonly #visit = new Map<string, string>();
	readonly #prefix: string;

	constructor(prefix = 'crumbtrail:') {
		this.#prefix = prefix;
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
