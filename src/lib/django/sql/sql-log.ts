/** How many statements Django keeps. */
const KEPT = 9000;

/** A log as plain values. */
export interface SqlLogSnapshot {
	readonly statements: readonly string[];
	readonly dropped: number;
}

/** The statements that a process has run, as `connection.queries` shows them. */
export class SqlLog {
	#statements: string[] = [];
	/** Statements that are no longer kept. */
	#dropped = 0;

	snapshot(): SqlLogSnapshot {
		return { statements: [...this.#statements], dropped: this.#dropped };
	}

	restore({ statements, dropped }: SqlLogSnapshot): void {
		this.#statements = [...statements];
		this.#dropped = dropped;
	}

	/** How many statements have been logged. */
	get count(): number {
		return this.#dropped + this.#statements.length;
	}

	add(sql: string): void {
		this.#statements.push(sql);
		if (this.#statements.length > 2 * KEPT) {
			this.#dropped += KEPT;
			this.#statements = this.#statements.slice(KEPT);
		}
	}

	/** The statements from one count to another. */
	between(start: number, end = this.count): readonly string[] {
		return this.#statements.slice(Math.max(0, start - this.#dropped), Math.max(0, end - this.#dropped));
	}

	/** `reset_queries`: what ran before is not shown any more. */
	forget(): void {
		this.#statements = [];
		this.#dropped = 0;
	}
}
