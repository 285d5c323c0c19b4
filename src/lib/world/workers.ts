import type { RequestRun, ServerProcess } from '../django/server.ts';

/** A server has at most this many worker processes. */
export const MOST_WORKERS = 8;

/** The workers as plain values. */
export interface WorkersSnapshot<Image> {
	/** `null` for a worker that has not been needed yet. */
	readonly processes: readonly (Image | null)[];
	readonly next: number;
	readonly last: number;
}

/** Which worker takes a request, as people count: from 1. */
export interface Turn {
	readonly worker: number;
	readonly process: ServerProcess;
}

/**
 * The processes that answer a server's requests: one, or several that take turns. Each has its own memory; database
 * and disk are shared. A process starts when it is first needed.
 */
export class Workers {
	readonly #start: () => ServerProcess;
	#processes: (ServerProcess | null)[] = [null];
	#next = 0;
	#last = 0;

	constructor(start: () => ServerProcess) {
		this.#start = start;
	}

	/** @param image what a process is told as */
	snapshot<Image>(image: (process: ServerProcess) => Image): WorkersSnapshot<Image> {
		const processes = this.#processes.map((process) => process && image(process));
		return { processes, next: this.#next, last: this.#last };
	}

	/** Takes the workers of a snapshot; those that ran have been ended. */
	restore<Image>(
		{ processes, next, last }: WorkersSnapshot<Image>,
		revive: (image: Image) => ServerProcess
	): void {
		this.#next = next;
		this.#last = last;
		this.#processes = processes.map((image) => image && revive(image));
	}

	get count(): number {
		return this.#processes.length;
	}

	/** The process that answered last; before the first request, the first. */
	get current(): ServerProcess {
		return this.#at(this.#last);
	}

	/** The current process, if it runs. */
	get running(): ServerProcess | null {
		return this.#processes[this.#last] ?? null;
	}

	/** The ids of all worker processes that run, in order; `null` for one that has not been needed yet. */
	get ids(): readonly (string | null)[] {
		return this.#processes.map((process) => process?.id ?? null);
	}

	/** Which worker takes the next request, from 1. */
	get next(): number {
		return this.#next + 1;
	}

	/** The worker whose turn it is; the one after it is next. */
	take(): Turn {
		this.#last = this.#next;
		this.#next = (this.#next + 1) % this.count;
		return { worker: this.#last + 1, process: this.current };
	}

	/** Has a worker take the next request. @throws RangeError */
	choose(worker: number): void {
		this.#check(worker);
		this.#next = worker - 1;
	}

	/** All processes that run. */
	get all(): readonly ServerProcess[] {
		return this.#processes.filter((process) => process !== null);
	}

	/** Ends the worker of that process; it starts anew when needed. @returns whether there was one */
	kill(process: string): boolean {
		const at = this.#processes.findIndex((running) => running?.id === process);
		if (at < 0) return false;
		this.#ended(this.#processes[at] ?? null);
		this.#processes[at] = null;
		return true;
	}

	/** Changes how many there are. @returns the ids of those that ended @throws RangeError */
	setCount(count: number): string[] {
		if (!Number.isInteger(count) || count < 1 || count > MOST_WORKERS) {
			throw new RangeError(`A server has 1 to ${MOST_WORKERS} workers, not ${count}.`);
		}
		const ended = this.#processes.slice(count).flatMap((process) => this.#ended(process));
		this.#processes = Array.from({ length: count }, (_, at) => this.#processes[at] ?? null);
		this.#next %= count;
		this.#last %= count;
		return ended;
	}

	/** Starts one worker anew: its memory is gone. @returns what ended, and what started @throws RangeError */
	restart(worker: number): { ended: string[]; started: ServerProcess } {
		this.#check(worker);
		const ended = this.#ended(this.#processes[worker - 1] ?? null);
		this.#processes[worker - 1] = null;
		return { ended, started: this.#at(worker - 1) };
	}

	/** Ends all of them; they start anew when needed. @returns the ids of those that ran */
	stop(): string[] {
		const ended = this.#processes.flatMap((process) => this.#ended(process));
		this.#processes = this.#processes.map(() => null);
		this.#next = this.#last = 0;
		return ended;
	}

	/** Whether another worker than this process has such a key in its memory. */
	hasElsewhere(process: string, keyEnd: string): boolean {
		return this.#processes.some(
			(other) => other && other.id !== process && other.cacheEntries().some(({ key }) => key.endsWith(keyEnd))
		);
	}

	#at(at: number): ServerProcess {
		return (this.#processes[at] ??= this.#start());
	}

	#ended(process: ServerProcess | null): string[] {
		process?.end();
		return process ? [process.id] : [];
	}

	#check(worker: number): void {
		if (Number.isInteger(worker) && worker >= 1 && worker <= this.count) return;
		throw new RangeError(`There is no worker ${worker}: this server has ${this.count}.`);
	}
}

/** A run that first says which of several workers it is in. */
export function saidBy({ worker, process }: Turn, of: number, run: RequestRun): RequestRun {
	let said = false;
	return {
		get next() {
			return run.next;
		},
		get response() {
			return run.response;
		},
		get error() {
			return run.error;
		},
		get processEnded() {
			return run.processEnded;
		},
		heldSession() {
			return run.heldSession();
		},
		step() {
			const phase = run.next?.phase ?? 'receive';
			const events = run.step();
			if (said) return events;
			said = true;
			return [{ type: 'worker.chosen', worker, of, process: process.id, phase }, ...events];
		}
	};
}
