import type { FactKind } from '$lib/player/compare/cell.ts';

/** What each kind of fact is called, and what is said where only other columns have one. */
export const FACT_WORDS: Readonly<Record<FactKind, { readonly label: string; readonly none: string }>> = {
	refused: { label: 'Not done', none: 'done' },
	answer: { label: 'Page', none: 'no page' },
	output: { label: 'Output', none: 'no output' },
	session: { label: 'Session', none: 'not asked for' },
	jar: { label: 'Browser', none: 'no change of cookies' },
	store: { label: 'Store', none: 'no change' },
	sql: { label: 'SQL', none: 'no query' }
};
