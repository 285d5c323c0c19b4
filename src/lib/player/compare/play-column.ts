import type { WorldClient } from '../../worker/protocol.ts';
import type { Action } from '../../world/action.ts';
import type { Projection } from '../../world/projection.ts';
import type { WorldStart } from '../../world/scenario.ts';
import { sayRefusal } from '../say-refusal.ts';
import { cellOf, refusedCell, type Cell } from './cell.ts';
import { commandAction } from './command-action.ts';
import type { ScriptStep } from './parse-script.ts';

/** How a column's world went. */
export type ColumnEnd =
	| { readonly end: 'done' }
	| { readonly end: 'stopped' }
	/** The step at this place, counted from 0, was not carried out; nothing after it was. */
	| { readonly end: 'broken'; readonly at: number; readonly title: string; readonly says: string };

/** Before the first step the tables are made. */
export const SETUP: Action = { type: 'manage', command: 'migrate -v 0' };

interface Watch {
	/** One step is done. */
	readonly onCell: (cell: Cell) => void;
	/** Asked before each step. */
	readonly isStopped: () => boolean;
}

/**
 * Plays a script in a fresh world of the client. What does not fit this world is told in its cell. Code that had to
 * be stopped ends this column and no other.
 */
export async function playColumn(
	client: Pick<WorldClient, 'start' | 'apply'>,
	start: WorldStart,
	steps: readonly ScriptStep[],
	{ onCell, isStopped }: Watch
): Promise<ColumnEnd> {
	let before: Projection;
	const actions: Action[] = [SETUP];
	try {
		await client.start(start);
		before = (await client.apply(SETUP)).projection;
	} catch (error) {
		return broken(0, 'The project does not start', error instanceof Error ? error.message : String(error));
	}
	for (const [at, { command }] of steps.entries()) {
		if (isStopped()) return { end: 'stopped' };
		const found = commandAction(command, before);
		if ('misfit' in found) {
			onCell(refusedCell(before, found.misfit, [...actions]));
			continue;
		}
		const outcome = await client.apply(found.action);
		if (outcome.outcome === 'refused') {
			const { title, sentence } = sayRefusal(outcome.refusal);
			if (outcome.refusal.reason !== 'InvalidAction') return broken(at, title, sentence);
			onCell(refusedCell(before, sentence, [...actions]));
			continue;
		}
		actions.push(found.action);
		onCell(cellOf(before, outcome.projection, outcome.events, outcome.result, [...actions]));
		before = outcome.projection;
	}
	return { end: 'done' };
}

function broken(at: number, title: string, says: string): ColumnEnd {
	return { end: 'broken', at, title, says };
}
