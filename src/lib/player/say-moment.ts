import { explain } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { headline } from '../explain/headline.ts';
import { aBrowserBegins } from '../explain/text.ts';
import { aboutToHappen, type PhaseExplanation } from '../explain/phases.ts';
import { ACTOR_OF, type Actor } from '../exchange/phases.ts';
import type { WorldEvent } from '../world/events.ts';
import type { ExchangeView } from '../world/projection.ts';
import { pathOf } from './format.ts';
import type { PlayedMoment } from './simulation.svelte.ts';

/** What just happened, for the sentence under the stage. */
export interface MomentText extends Omit<Explanation, 'link'> {
	readonly actor: Actor;
	readonly link: Explanation['link'] | null;
}

/** Says what a moment is about: its weightiest event, or what was asked for. `storeShown`: see `headline`. */
export function sayMoment({ action, events, projection }: PlayedMoment, storeShown = true): MomentText {
	const event = action ? headline(events, storeShown) : null;
	if (event) return { actor: actorOf(event), ...explain(event) };
	const opened = projection.exchanges.at(-1);
	if (opened?.next && !opened.done) return { ...sayReady(opened), link: null };
	return {
		actor: 'server',
		title: action ? 'Done' : 'The server is running',
		sentence: action
			? 'Nothing in this world changed.'
			: 'It waits for a request. Time stands still meanwhile.',
		detail: '',
		link: null
	};
}

/** What the next step will do; `null` when nothing is under way. */
export function sayNext(flight: ExchangeView | null): PhaseExplanation | null {
	return flight?.next ? aboutToHappen(flight.next) : null;
}

function sayReady({ method, url, profile }: ExchangeView): Omit<MomentText, 'link'> {
	return {
		actor: 'browser',
		title: `A request for ${pathOf(url)} is waiting`,
		sentence: `${aBrowserBegins(profile)} wants ${method} ${pathOf(url)}. Nothing has been sent yet.`,
		detail: ''
	};
}

/** Whose doing an event is. */
export function actorOf(event: WorldEvent): Actor {
	if (event.type.startsWith('cookie.') || event.type.startsWith('browser.')) return 'browser';
	if (event.type.startsWith('row.') || event.type === 'sql.ran' || event.type === 'sql.executed')
		return 'store';
	if (/^session\.(?:saved|created|deleted|loaded|missed)$/.test(event.type)) return 'store';
	if (event.type === 'command.ran') return 'server';
	return event.phase ? ACTOR_OF[event.phase] : 'server';
}
