import type { BrowserEvent } from '../browser/events.ts';
import type { ExchangeEvent, ExchangeId } from '../exchange/events.ts';
import { Exchange, type ExchangePorts } from '../exchange/exchange.ts';
import { headerValue, headerValues, type Header, type HttpRequest } from '../http/message.ts';
import type { Clock } from '../time/clock.ts';
import type { ProfileName } from './action.ts';
import type { EventPlace } from './event-log.ts';
import type { WorldEvent } from './events.ts';
import { requestContext, type NavigationCause } from './request-context.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import type { SimulatedServer } from './simulated-server.ts';

/** A browser follows at most this many exchanges of one navigation. */
const MOST_EXCHANGES = 10;
/** Ended exchanges that are kept for the panes. */
const KEPT = 40;

/** What a browser is asked to fetch, before cookies are attached. */
export interface Navigation {
	readonly profile: ProfileName;
	readonly cause: NavigationCause;
	/** With the learner's extra headers; a `Cookie` among them replaces the jar's. */
	readonly request: HttpRequest;
}

/** An exchange and what belongs to it in this world. */
export interface Flight extends Navigation {
	readonly exchange: Exchange;
	/** Addresses that redirected here, first to last. */
	readonly via: readonly string[];
	readonly events: readonly WorldEvent[];
}

interface FlightsWorld {
	readonly clock: Clock;
	readonly server: SimulatedServer;
	browser(name: ProfileName): SimulatedBrowser;
	say(event: ExchangeEvent, place: EventPlace): WorldEvent;
}

/** The exchanges of a world: those in flight, and the last that ended. */
export class Flights {
	readonly #world: FlightsWorld;
	readonly #flights = new Map<ExchangeId, Flight>();
	#opened = 0;

	constructor(world: FlightsWorld) {
		this.#world = world;
	}

	/** Oldest first. */
	get all(): readonly Flight[] {
		return [...this.#flights.values()];
	}

	get(id: ExchangeId): Flight | undefined {
		return this.#flights.get(id);
	}

	/** Opens an exchange; no step of it is done yet. */
	open(navigation: Navigation): Flight {
		return this.#open(navigation, null);
	}

	/** Does one step; a redirect that ends an exchange opens the next. @returns the exchanges touched */
	step(flight: Flight): ExchangeId[] {
		const followed = this.#step(flight);
		return followed ? [flight.exchange.id, followed.exchange.id] : [flight.exchange.id];
	}

	/** Carries an exchange and the redirects that follow to the end. @returns all of them in order */
	finish(first: Flight): ExchangeId[] {
		const ids: ExchangeId[] = [];
		for (let flight: Flight | null = first; flight;) {
			ids.push(flight.exchange.id);
			let followed: Flight | null = null;
			while (flight.exchange.next) followed = this.#step(flight);
			flight = followed;
		}
		return ids;
	}

	#step(flight: Flight): Flight | null {
		flight.exchange.step();
		const { next, redirect } = flight.exchange;
		if (next || !redirect || flight.via.length + 1 >= MOST_EXCHANGES) return null;
		const { headers, body } = flight.request;
		const request: HttpRequest = {
			method: redirect.method,
			url: redirect.url,
			headers: redirect.keepsBody ? headers : headers.filter(([name]) => !/^content-/i.test(name)),
			body: redirect.keepsBody ? body : ''
		};
		return this.#open({ ...flight, request }, flight);
	}

	#open({ profile, cause, request }: Navigation, from: Flight | null): Flight {
		this.#opened += 1;
		const id = this.#opened;
		const via = from ? [...from.via, from.request.url] : [];
		const events: WorldEvent[] = [];
		const say: ExchangePorts['say'] = (event, phase) => {
			events.push(this.#world.say(event, { exchange: id, phase, profile }));
		};
		const exchange = new Exchange(
			{ id, request, cause: from ? 'redirect' : cause, redirectedFrom: from?.exchange.id ?? null },
			{ ...this.#browserPorts(id, { profile, cause, request }, via), say }
		);
		const flight = { exchange, profile, cause, request, via, events };
		this.#flights.set(id, flight);
		this.#forgetOld();
		return flight;
	}

	#browserPorts(
		id: ExchangeId,
		{ profile, cause, request }: Navigation,
		via: readonly string[]
	): Omit<ExchangePorts, 'say'> {
		const { clock, server } = this.#world;
		const browser = this.#world.browser(profile);
		const context = requestContext(request, cause, via);
		return {
			attachCookies: (bare) => {
				const own = headerValue(bare.headers, 'Cookie');
				const { header, events } =
					own === undefined ? browser.attachCookies(context, clock.now()) : givenByHand(own);
				return { request: { ...bare, headers: onTheWire(bare, header) }, events };
			},
			openRun: (sent) => server.open(sent),
			storeCookies: (_, { headers }) =>
				browser.storeCookies(
					headerValues(headers, 'Set-Cookie'),
					context,
					headerValue(headers, 'Date'),
					clock.now()
				),
			render: ({ url }, response) => [browser.render(url, response, id)]
		};
	}

	#forgetOld(): void {
		for (const [id, { exchange }] of this.#flights) {
			if (this.#flights.size <= KEPT) return;
			if (!exchange.next) this.#flights.delete(id);
		}
	}
}

function givenByHand(header: string): { header: string; events: readonly BrowserEvent[] } {
	return { header, events: [{ type: 'cookies.attached', header }] };
}

/** The headers as they travel: Host first, Cookie last, Content-Length where there is a body. */
function onTheWire(request: HttpRequest, cookie: string): Header[] {
	const own = request.headers.filter(([name]) => !/^(?:cookie|host|content-length)$/i.test(name));
	const length = new TextEncoder().encode(request.body).length;
	return [
		['Host', headerValue(request.headers, 'Host') ?? new URL(request.url).host],
		...own,
		...(length > 0 ? [['Content-Length', String(length)] as const] : []),
		...(cookie === '' ? [] : [['Cookie', cookie] as const])
	];
}
