import type { HistoryEntry } from './navigation/request.ts';

/** A tab: where it has been, and where in that it stands. Immutable. */
export interface Tab {
	readonly id: number;
	/** Oldest first. */
	readonly entries: readonly HistoryEntry[];
	/** The entry on show; -1 in a new tab. */
	readonly at: number;
}

export function newTab(id: number): Tab {
	return { id, entries: [], at: -1 };
}

/** The entry on show; `null` in a new tab. */
export function currentEntry({ entries, at }: Tab): HistoryEntry | null {
	return entries[at] ?? null;
}

/** The tab after a navigation: what lay ahead is forgotten. The same request again takes its own place. */
export function navigated(tab: Tab, entry: HistoryEntry): Tab {
	const current = currentEntry(tab);
	const again = current?.url === entry.url && current.method === entry.method;
	const kept = tab.entries.slice(0, again ? tab.at : tab.at + 1);
	return { ...tab, entries: [...kept, entry], at: kept.length };
}

/** The tab so many entries back (negative) or forward; `null` when there is none. */
export function traversed(tab: Tab, by: number): Tab | null {
	const at = tab.at + by;
	return at >= 0 && at < tab.entries.length ? { ...tab, at } : null;
}
