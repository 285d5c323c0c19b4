import type { LoadProgress } from '../../python/runtime.ts';
import type { DjangoVersion } from '../../django/server.ts';
import type { WorldClient } from '../../worker/protocol.ts';
import type { Engine } from '../session-engine.ts';
import type { Cell } from './cell.ts';
import { columnsOf, startOf, type Column } from './columns.ts';
import type { Comparand } from './comparison-link.ts';
import { parseScript, type ScriptStep } from './parse-script.ts';
import { playColumn, type ColumnEnd } from './play-column.ts';

export interface PlayedColumn {
	readonly column: Column;
	readonly cells: readonly Cell[];
	/** `waiting` for its turn, `running`, or how it ended. */
	readonly state: 'waiting' | 'running' | ColumnEnd;
}

/** One run of a script in all its columns. */
export interface Run {
	/** What was run; what is written may be another by now. */
	readonly of: Comparand;
	readonly steps: readonly ScriptStep[];
	readonly columns: readonly PlayedColumn[];
	readonly state: 'running' | 'done' | 'stopped' | { readonly failed: string };
}

/** A script, a project and the worlds that they are played in, as the page holds them. */
export class Comparison {
	script = $state('');
	engines = $state<Engine[]>([]);
	versions = $state<DjangoVersion[]>([]);
	project = $state<Record<string, string>>({});
	#run = $state.raw<Run | null>(null);
	#progress = $state.raw<LoadProgress | null>(null);
	/** Counts runs, so that one that was stopped writes nothing more. */
	#turn = 0;
	/** The worlds are played one after another, also those of a run that is about to stop. */
	#queue: Promise<void> = Promise.resolve();
	readonly #client: WorldClient;
	readonly #unsubscribe: () => void;
	readonly parsed = $derived(parseScript(this.script));

	constructor(client: WorldClient) {
		this.#client = client;
		this.#unsubscribe = client.onProgress((progress) => (this.#progress = progress));
	}

	get run(): Run | null {
		return this.#run;
	}

	get progress(): LoadProgress | null {
		return this.#progress;
	}

	get running(): boolean {
		return this.#run?.state === 'running';
	}

	get comparand(): Comparand {
		const { script, engines, versions } = this;
		return { script, project: { ...this.project }, engines: [...engines], versions: [...versions] };
	}

	/** What is written is not what was run. */
	get changed(): boolean {
		return this.#run !== null && JSON.stringify(this.#run.of) !== JSON.stringify(this.comparand);
	}

	/** Why it cannot run; `null` when it can. */
	get idle(): string | null {
		if (this.parsed.problems.length > 0) return 'The script has lines that cannot be read';
		if (this.engines.length === 0) return 'Pick at least one engine';
		return this.versions.length === 0 ? 'Pick at least one version' : null;
	}

	/** Takes another script, project and columns. */
	open({ script, project, engines, versions }: Comparand): void {
		this.script = script;
		this.project = { ...project };
		this.engines = [...engines];
		this.versions = [...versions];
	}

	/** Plays what is written. A run under way is stopped before. */
	start(): Promise<void> {
		if (this.idle !== null) return Promise.resolve();
		const turn = ++this.#turn;
		const of = this.comparand;
		const { steps } = this.parsed;
		const columns = columnsOf(of.engines, of.versions);
		this.#run = {
			of,
			steps,
			columns: columns.map((column) => ({ column, cells: [], state: 'waiting' })),
			state: 'running'
		};
		this.#queue = this.#queue
			.then(() => this.#play(turn, columns, steps, of))
			.catch((error: unknown) => {
				if (turn === this.#turn)
					this.#end({ failed: error instanceof Error ? error.message : String(error) });
			});
		return this.#queue;
	}

	/** Ends the run before its next step. */
	stop(): void {
		if (!this.running) return;
		this.#turn += 1;
		this.#end('stopped');
	}

	/** Lets go of the client, which goes on living for the next page. */
	leave(): void {
		this.#turn += 1;
		this.#unsubscribe();
	}

	async #play(
		turn: number,
		columns: readonly Column[],
		steps: readonly ScriptStep[],
		{ project }: Comparand
	): Promise<void> {
		const isStopped = () => turn !== this.#turn;
		for (const [at, column] of columns.entries()) {
			if (isStopped()) return;
			this.#change(at, () => ({ state: 'running' }));
			const end = await playColumn(this.#client, startOf(column, project), steps, {
				isStopped,
				onCell: (cell) => {
					if (!isStopped()) this.#change(at, ({ cells }) => ({ cells: [...cells, cell] }));
				}
			});
			if (isStopped()) return;
			this.#change(at, () => ({ state: end }));
		}
		this.#end('done');
	}

	#change(at: number, how: (column: PlayedColumn) => Partial<PlayedColumn>): void {
		if (!this.#run) return;
		const columns = this.#run.columns.map((column, place) =>
			place === at ? { ...column, ...how(column) } : column
		);
		this.#run = { ...this.#run, columns };
	}

	#end(state: Run['state']): void {
		if (this.#run) this.#run = { ...this.#run, state };
	}
}
