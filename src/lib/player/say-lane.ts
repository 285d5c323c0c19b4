import type { Phase } from '../exchange/phases.ts';
import { lastName } from '../explain/text.ts';
import type { ExchangeView, ProfileView } from '../world/projection.ts';
import { pathOf, sayProfile } from './format.ts';
import type { SessionCopy } from './session-copy.ts';

/** Whose request it is: the browser, and its tab where it has several. */
export function sayWho({ profile, tab }: ExchangeView, profiles: readonly ProfileView[]): string {
	const tabs = profiles.find(({ name }) => name === profile)?.tabs ?? [];
	const place = tabs.findIndex(({ id }) => id === tab);
	const closed = place === -1;
	if (tabs.length < 2 && !closed) return sayProfile(profile);
	return `${sayProfile(profile)}, ${closed ? 'a closed tab' : `tab ${place + 1}`}`;
}

/** "GET /count/" */
export function sayRequest({ method, url }: ExchangeView): string {
	return `${method} ${pathOf(url)}`;
}

const WAITS: Readonly<Record<Phase, string>> = {
	navigate: 'not begun yet',
	'attach-cookies': 'in the browser, before its cookies are attached',
	send: 'in the browser, before it is sent',
	receive: 'on its way to the server',
	'middleware-in': 'in the server, on the way in',
	route: 'in the server, before its view is found',
	view: 'in the server, before its view runs',
	'middleware-out': 'in the server, its view has run',
	respond: 'in the server, before its response leaves',
	'store-cookies': 'back in the browser, before its cookies are stored',
	render: 'back in the browser, before its page is shown'
};

/** Where a request stands. */
export function sayPlace({ next, failure, cancelled, response }: ExchangeView): string {
	if (next) {
		const at = next.middleware ? ` at ${lastName(next.middleware)}` : '';
		return `${WAITS[next.phase]}${at}${cancelled ? '; the browser waits no more' : ''}`;
	}
	if (failure) return `over: ${failure.message.replace(/\.$/, '')}`;
	return response ? `over, with status ${response.status}` : 'over';
}

/** The exchange that changed what is stored, by its number on the board. */
export function sayCopy(copy: SessionCopy, nameOf: (exchange: number) => string): string {
	switch (copy.state) {
		case 'not-loaded':
			return 'has not loaded the session';
		case 'over':
			return {
				saved: 'is done and has saved its copy',
				deleted: 'is done and has deleted the session',
				nothing: 'is done and has saved nothing',
				unseen: 'the server never saw it'
			}[copy.did];
		case 'same':
			return 'holds what is stored';
		case 'changed':
			return 'holds a changed copy, not saved yet';
		case 'stale': {
			const by = copy.by === null ? 'another request' : nameOf(copy.by);
			const what = copy.how === 'deleted' ? 'deleted the session' : 'saved';
			const then = copy.modified && copy.how === 'saved' ? ' Saving this copy overwrites that.' : '';
			return `holds a stale copy: ${by} has ${what} since.${then}`;
		}
		default:
			return copy satisfies never;
	}
}
