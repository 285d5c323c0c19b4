import type { Phase } from '../exchange/phases.ts';
import type { Explanation } from './explanation.ts';
import { LINKS, mdn } from './links.ts';
import { lastName } from './text.ts';

/** What a phase is about to do: one sentence, and where it is written. */
export type PhaseExplanation = Omit<Explanation, 'detail'>;

/** What is about to happen in each phase of an exchange. */
export const PHASE_EXPLANATIONS: Readonly<Record<Phase, PhaseExplanation>> = {
	navigate: {
		title: 'navigate',
		sentence: 'The browser is about to prepare a request for this address.',
		link: mdn('HTTP/Guides/Overview', 'An overview of HTTP')
	},
	'attach-cookies': {
		title: 'attach-cookies',
		sentence: 'The browser is about to look through its jar for cookies that fit this request.',
		link: LINKS.sending
	},
	send: {
		title: 'send',
		sentence: 'The request is about to travel over the wire as text.',
		link: LINKS.messages
	},
	receive: {
		title: 'receive',
		sentence: 'Django is about to read the text and make a request object of it.',
		link: LINKS.requestAndResponse
	},
	'middleware-in': {
		title: 'middleware-in',
		sentence: 'The request is about to pass the next middleware on its way to the view.',
		link: LINKS.middleware
	},
	route: {
		title: 'route',
		sentence: 'Django is about to look in urls.py for the view that answers this path.',
		link: LINKS.urls
	},
	view: {
		title: 'view',
		sentence: 'Your view is about to run, with the request as its argument.',
		link: LINKS.views
	},
	'middleware-out': {
		title: 'middleware-out',
		sentence: 'The response is about to pass the middleware again, in the opposite order.',
		link: LINKS.middleware
	},
	respond: {
		title: 'respond',
		sentence: 'The finished response is about to travel back to the browser.',
		link: LINKS.messages
	},
	'store-cookies': {
		title: 'store-cookies',
		sentence: 'The browser is about to decide about each Set-Cookie line of the response.',
		link: LINKS.storing
	},
	render: {
		title: 'render',
		sentence: 'The browser is about to show the page, or to follow a redirect.',
		link: LINKS.messages
	}
};

/** What the next step of an exchange will do. */
export function aboutToHappen(next: { phase: Phase; middleware?: string }): PhaseExplanation {
	const explanation = PHASE_EXPLANATIONS[next.phase];
	if (next.middleware === undefined) return explanation;
	const name = lastName(next.middleware);
	const sentence =
		next.phase === 'middleware-in'
			? `The request is about to pass ${name} on its way to the view.`
			: `The response is about to pass ${name} on its way out.`;
	return { ...explanation, title: `${next.phase}: ${name}`, sentence };
}
