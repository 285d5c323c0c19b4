import type { ActionResult } from '../../worker/protocol.ts';
import type { Action } from '../../world/action.ts';
import type { WorldEvent } from '../../world/events.ts';
import type { ExchangeView, Projection } from '../../world/projection.ts';
import { jarChanges } from './jar-facts.ts';
import { pageGist } from './page-gist.ts';
import { sessionChanges } from './session-facts.ts';
import { storeChange } from './store-facts.ts';

/** What of a step is compared, in the order in which a cell says it. */
export const FACT_KINDS = ['refused', 'answer', 'output', 'session', 'jar', 'store', 'sql'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** `text` is read, `same` is compared. */
export interface Fact {
	readonly text: string;
	readonly same: string;
}

export type Facts = Readonly<Partial<Record<FactKind, Fact>>>;

/** What came out of one step in one world. */
export interface Cell {
	readonly facts: Facts;
	readonly exchanges: readonly ExchangeView[];
	readonly events: readonly WorldEvent[];
	readonly result: ActionResult;
	/** Jar and store afterwards. */
	readonly after: Pick<Projection, 'now' | 'profiles' | 'store'>;
	/** All actions up to this one, so that the world can be opened elsewhere. */
	readonly actions: readonly Action[];
}

/** What an action did, from the world before it and after it. */
export function cellOf(
	before: Projection,
	after: Projection,
	events: readonly WorldEvent[],
	result: ActionResult,
	actions: readonly Action[]
): Cell {
	const since = before.exchanges.at(-1)?.id ?? -1;
	const exchanges = after.exchanges.filter(({ id }) => id > since);
	const { now, profiles, store } = after;
	const sql = events.filter(({ type }) => type === 'sql.executed').length;
	const stored = storeChange(before, after);
	const facts: Facts = {
		...of('answer', answerOf(exchanges)),
		...of('output', outputOf(result, after)),
		...of('session', sessionChanges(events).join(', ')),
		...of('jar', jarChanges(before, after, events).join('; ')),
		...(stored && { store: stored }),
		...of('sql', sql === 0 ? '' : sql === 1 ? '1 query' : `${sql} queries`)
	};
	return { facts, exchanges, events, result, after: { now, profiles, store }, actions };
}

/** A step that this world, as it stands, does not carry out: why, and all as before. */
export function refusedCell(
	{ now, profiles, store }: Projection,
	why: string,
	actions: readonly Action[]
): Cell {
	return {
		facts: of('refused', why),
		exchanges: [],
		events: [],
		result: { kind: 'none' },
		after: { now, profiles, store },
		actions
	};
}

function of(kind: FactKind, text: string): Facts {
	return text === '' ? {} : { [kind]: { text, same: text } };
}

/** The statuses of the chain of redirects, and the text of the page at its end. */
function answerOf(exchanges: readonly ExchangeView[]): string {
	const last = exchanges.at(-1);
	if (!last) return '';
	if (last.failure) return `no answer: ${last.failure.message}`;
	const statuses = exchanges.map(({ response }) => response?.status ?? '–').join(' → ');
	const { error, response } = last;
	const gist = error ? `${error.type}: ${error.message}` : pageGist(response?.body ?? '');
	return gist === '' ? statuses : `${statuses} · ${gist}`;
}

function outputOf(result: ActionResult, { server }: Projection): string {
	if (server.error) return `the server does not start: ${server.error.type}: ${server.error.message}`;
	switch (result.kind) {
		case 'none':
			return '';
		case 'command':
			if (result.error) return `${result.error.type}: ${result.error.message}`;
			return lastLine(result.stdout);
		case 'rows':
			return (
				result.error ??
				(result.rows.length === 1 ? '1 row of answer' : `${result.rows.length} rows of answer`)
			);
		default:
			return result satisfies never;
	}
}

function lastLine(text: string): string {
	return text.trimEnd().split('\n').at(-1) ?? '';
}
