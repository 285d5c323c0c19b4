import type { FolderSnapshot } from './disk.ts';
import type { Checkpoint } from './checkpoint.ts';

export interface CheckpointLimits {
	readonly count: number;
	readonly bytes: number;
}

export const CHECKPOINT_LIMITS: CheckpointLimits = { count: 24, bytes: 96 * 1024 * 1024 };

/** A rough size of an event as an object in memory. */
const BYTES_OF_EVENT = 400;

interface Kept {
	/** Names the actions that led here. */
	readonly key: string;
	readonly checkpoint: Checkpoint;
}

/**
 * The checkpoints of a world's history and of its branches. Their number and their memory are bounded: of those that lie
 * closest together one goes first, so that what stays is spread over the whole history. The newest always stays.
 */
export class Checkpoints {
	readonly #limits: CheckpointLimits;
	#kept: Kept[] = [];

	constructor(limits = CHECKPOINT_LIMITS) {
		this.#limits = limits;
	}

	get count(): number {
		return this.#kept.length;
	}

	/** About how much memory they hold; what several share counts once. */
	get bytes(): number {
		const seen = new Set<Uint8Array>();
		let events = 0;
		for (const { checkpoint } of this.#kept) {
			for (const bytes of bytesIn(checkpoint)) seen.add(bytes);
			for (const flight of checkpoint.flights.flights) events += flight.events.length;
		}
		return [...seen].reduce((sum, { length }) => sum + length, events * BYTES_OF_EVENT);
	}

	/** Keeps a checkpoint. @param key names the actions that led to it */
	add(key: string, checkpoint: Checkpoint): void {
		this.#kept = [...this.#kept.filter((kept) => kept.key !== key), { key, checkpoint }];
		while (this.#kept.length > 1 && this.#isTooMuch()) this.#thinOut();
	}

	/** The checkpoint that lies furthest on a way, which is given by the keys of its places; or `null`. */
	nearest(way: readonly string[]): Kept | null {
		const places = new Set(way);
		const onTheWay = this.#kept.filter(({ key }) => places.has(key));
		return onTheWay.reduce<Kept | null>((best, kept) => (best && at(best) >= at(kept) ? best : kept), null);
	}

	remove(key: string): void {
		this.#kept = this.#kept.filter((kept) => kept.key !== key);
	}

	clear(): void {
		this.#kept = [];
	}

	#isTooMuch(): boolean {
		return this.#kept.length > this.#limits.count || this.bytes > this.#limits.bytes;
	}

	#thinOut(): void {
		const newest = this.#kept.at(-1);
		const sorted = this.#kept.toSorted((a, b) => at(a) - at(b));
		const gap = (index: number) => at(sorted[index + 1] ?? sorted[index]) - at(sorted[index - 1]);
		let closest = -1;
		for (const [index, kept] of sorted.entries()) {
			if (kept !== newest && (closest < 0 || gap(index) < gap(closest))) closest = index;
		}
		this.#kept = this.#kept.filter((kept) => kept !== sorted[closest]);
	}
}

function at(kept: Kept | undefined): number {
	return kept?.checkpoint.actions ?? 0;
}

function bytesIn({ server, sites }: Checkpoint): Uint8Array[] {
	return [server, ...Object.values(sites)].flatMap(({ databases, workers, shell, disk }) => [
		...Object.values(databases.copies).map(({ bytes }) => bytes),
		...[...workers.processes, shell].flatMap((image) =>
			image ? [image.python, ...image.cache.map(({ value }) => value)] : []
		),
		...filesIn(disk.root)
	]);
}

function filesIn({ entries }: FolderSnapshot): Uint8Array[] {
	return entries.flatMap(([, entry]) => ('bytes' in entry ? [entry.bytes] : filesIn(entry)));
}
