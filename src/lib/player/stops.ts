import type { Phase } from '../exchange/phases.ts';
import type { WorldEventType } from '../world/events.ts';
import { STOPS, type Stop } from './stop-names.ts';
import type { PlayedMoment } from './history.ts';
import { flightOf } from './flight-of.ts';

interface Rule {
	/** As the list of stops has it. */
	readonly label: string;
	/** Why it stopped here, in words. */
	readonly reason: string;
	/** It stops before the step of this phase. */
	readonly phase?: Phase;
	/** It stops before a step in which one of these happens. */
	readonly before?: readonly WorldEventType[];
	/** It stops after a step in which one of these happened. */
	readonly after?: readonly WorldEventType[];
}

export const STOP_RULES: Readonly<Record<Stop, Rule>> = {
	send: { label: 'Before the request is sent', reason: 'The request is about to be sent.', phase: 'send' },
	receive: {
		label: 'Before Django reads the request',
		reason: 'Django is about to read the request.',
		phase: 'receive'
	},
	route: {
		label: 'Before a view is looked up',
		reason: 'Django is about to look up the view.',
		phase: 'route'
	},
	view: { label: 'Before the view runs', reason: 'The view is about to run.', phase: 'view' },
	save: {
		label: 'Before a session is saved',
		reason: 'The next step saves the session.',
		before: ['session.saved', 'session.created']
	},
	respond: {
		label: 'Before the response is sent',
		reason: 'The response is about to be sent.',
		phase: 'respond'
	},
	'store-cookies': {
		label: 'Before the browser stores cookies',
		reason: 'The browser is about to look at the cookies of the response.',
		phase: 'store-cookies'
	},
	refused: {
		label: 'When a cookie is refused',
		reason: 'The browser refused a cookie.',
		after: ['cookie.refused']
	},
	missed: {
		label: 'When a session is not found',
		reason: 'The session was not found.',
		after: ['session.missed']
	},
	raised: {
		label: 'When an exception is raised',
		reason: 'An exception was raised.',
		after: ['view.raised']
	}
};

/** The stop for which a moment, in which something has just happened, is the place; `null`: go on. */
export function stopAfter(moment: PlayedMoment, chosen: (stop: Stop) => boolean): Stop | null {
	const next = flightOf(moment, null)?.next ?? null;
	const happened = new Set(moment.events.map(({ type }) => type));
	const found = STOPS.find((stop) => {
		const { phase, after = [] } = STOP_RULES[stop];
		return (
			chosen(stop) &&
			((phase !== undefined && entered(moment, phase, next?.phase)) ||
				after.some((type) => happened.has(type)))
		);
	});
	return found ?? null;
}

/** The stop for which the place is just before a step in which this happens; `null`: go on. */
export function stopBefore({ events }: PlayedMoment, chosen: (stop: Stop) => boolean): Stop | null {
	const happens = new Set(events.map(({ type }) => type));
	return (
		STOPS.find(
			(stop) => chosen(stop) && STOP_RULES[stop].before?.some((type) => happens.has(type)) === true
		) ?? null
	);
}

/** The phase comes next, and the step before was of another: the steps of a phase are stopped at once, not each. */
function entered(moment: PlayedMoment, phase: Phase, next: Phase | undefined): boolean {
	return next === phase && flightOf(moment, null)?.done?.phase !== phase;
}
