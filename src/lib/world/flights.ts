import { corsFailure } from '../browser/navigation/cors.ts';
import type { BrowserEvent } from '../browser/events.ts';
import { followRedirect, type BrowserRequest } from '../browser/navigation/request.ts';
import type { Cancellation, ExchangeEvent, ExchangeId } from '../exchange/events.ts';
import {
	endedExchange,
	exchangeRecord,
	type ExchangeRecord,
	type HeldExchange
} from '../exchange/ended-exchange.ts';
import { Exchange, type ExchangePorts } from '../exchange/exchange.ts';
import type { Phase } from '../exchange/phases.ts';
import {
	headerValue,
	headerValues,
	type Header,
	type HttpRequest,
	type HttpResponse
} from '../http/message.ts';
import type { Clock } from '../time/clock.ts';
import type { ProfileName } from './action.ts';
import type { TabId } from './browser-action.ts';
import type { EventPlace } from './event-log.ts';
import type { WorldEvent } from './events.ts';
import { causeName, withAllowedHeaders } from './request-cause.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';

/** A browser follows at most this many exchanges of one navigation. */
const MOST_EXCHANGES = 10;
/** Ended exchanges that are kept for the panes. */
const KEPT = 40;

/** What a browser is asked to fetch, before cookies are attached. */
export interface Navigation {
	readonly profile: ProfileName;
	/** The tab that shows the answer, or whose page asked. */
	readonly tab: TabId;
	readonly asked: BrowserRequest;
	/** The page that made the browser ask is one that is on show. */
	readonly known: boolean;
	/** The learner's extra headers; a `Cookie` among them replaces the jar's. */
	readonly own: readonly Header[];
	/** How many pages that asked by themselves led here; 0 for what a person did. */
	readonly generation: number;
}

/** An exchange and what belongs to it in this world. */
export interface Flight extends Navigation {
	readonly exchange: HeldExchange;
	readonly events: readonly WorldEvent[];
}

/** The exchanges of a world as plain values. */
export interface FlightsSnapshot {
	readonly opened: number;
	readonly flights: readonly (Navigation & {
		readonly exchange: ExchangeRecord;
		readonly events: readonly WorldEvent[];
	})[];
}

interface FlightsWorld {
	readonly clock: Clock;
	/** All that a browser's requests may carry: see `WorldStart.fullBrowser`. */
	readonly full: boolean;
	openRun: ExchangePorts['openRun'];
	browser(name: ProfileName): SimulatedBrowser;
	say(event: ExchangeEvent, place: EventPlace): WorldEvent;
	/** What a page asks for by itself, now that it is on show. */
	pageAsks(flight: Navigation, response: HttpResponse): readonly Navigation[];
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

	/** Whether an exchange has steps to do. */
	get inFlight(): boolean {
		return this.all.some(({ exchange }) => exchange.next !== null);
	}

	snapshot(): FlightsSnapshot {
		const flights = this.all.map(({ exchange, events, ...navigation }) => ({
			...navigation,
			exchange: exchangeRecord(exchange),
			events: [...events]
		}));
		return { opened: this.#opened, flights };
	}

	/** Takes the exchanges of a snapshot, which are over all of them, in place of its own. */
	restore({ opened, flights }: FlightsSnapshot): void {
		this.#opened = opened;
		this.#flights.clear();
		for (const { exchange, ...flight } of flights) {
			this.#flights.set(exchange.id, { ...flight, exchange: endedExchange(exchange) });
		}
	}

	/** Opens an exchange; no step of it is done yet. A tab that loads another page gives up the one it waits for. */
	open(navigation: Navigation): Flight {
		if (showsPage(navigation)) this.cancel('Navigation', navigation.profile, navigation.tab, showsPage);
		return this.#open(navigation, null);
	}

	/**
	 * Does one step; what follows from an exchange that ends is opened.
	 * @param until goes on until this phase's step comes next, or the exchange is over
	 * @returns the exchanges touched
	 */
	step(flight: Flight, until?: Phase): ExchangeId[] {
		let followers = this.#step(flight);
		while (until && flight.exchange.next && flight.exchange.next.phase !== until) {
			followers = this.#step(flight);
		}
		return [flight, ...followers].map(({ exchange }) => exchange.id);
	}

	/** A browser gives up what it waits for: in one tab, or in all. */
	cancel(
		reason: Cancellation,
		profile: ProfileName,
		tab: TabId | null,
		which: (flight: Navigation) => boolean = () => true
	): void {
		for (const flight of this.#flights.values()) {
			const here = flight.profile === profile && (tab === null || flight.tab === tab);
			if (here && which(flight)) flight.exchange.cancel(reason);
		}
	}

	/** Carries an exchange, and what follows from it, to the end. @returns all of them in order */
	finish(first: Flight): ExchangeId[] {
		const ids: ExchangeId[] = [];
		const waiting = [first];
		for (let flight = waiting.shift(); flight; flight = waiting.shift()) {
			ids.push(flight.exchange.id);
			while (flight.exchange.next) waiting.push(...this.#step(flight));
		}
		return ids;
	}

	/** The exchanges that follow from the step: the redirect, or what the page on show asks for. */
	#step(flight: Flight): Flight[] {
		flight.exchange.step();
		const { next, redirect, response } = flight.exchange;
		if (next || !response) return [];
		if (!redirect) return this.#world.pageAsks(flight, response).map((asks) => this.#open(asks, null));
		if (flight.asked.via.length + 1 >= MOST_EXCHANGES) return [];
		const asked = followRedirect(flight.asked, response);
		if (!asked) return [];
		const own = redirect.keepsBody ? flight.own : flight.own.filter(([name]) => !/^content-/i.test(name));
		return [this.#open({ ...flight, asked, own }, flight)];
	}

	#open({ profile, tab, asked: whole, known, own, generation }: Navigation, from: Flight | null): Flight {
		this.#opened += 1;
		const id = this.#opened;
		const asked = withAllowedHeaders(whole, { known, full: this.#world.full });
		const events: WorldEvent[] = [];
		const say: ExchangePorts['say'] = (event, phase) => {
			events.push(this.#world.say(event, { exchange: id, phase, profile }));
		};
		const navigation = { profile, tab, asked, known, own, generation };
		const exchange = new Exchange(
			{
				id,
				request: withOwn(asked.request, own),
				cause: from ? 'redirect' : causeName(asked.cause),
				redirectedFrom: from?.exchange.id ?? null
			},
			{ ...this.#browserPorts(id, navigation), say }
		);
		const flight = { exchange, ...navigation, events };
		this.#flights.set(id, flight);
		this.#forgetOld();
		return flight;
	}

	#browserPorts(id: ExchangeId, { profile, tab, asked }: Navigation): Omit<ExchangePorts, 'say'> {
		const { clock, openRun } = this.#world;
		const browser = this.#world.browser(profile);
		const { context, withCookies } = asked;
		return {
			attachCookies: (bare) => {
				const given = headerValue(bare.headers, 'Cookie');
				const { header, events } =
					given !== undefined
						? attached(given)
						: withCookies
							? browser.attachCookies(context, clock.now())
							: attached('', true);
				return { request: { ...bare, headers: onTheWire(bare, header) }, events };
			},
			openRun,
			storeCookies: (_, { headers }) =>
				withCookies
					? browser.storeCookies(
							headerValues(headers, 'Set-Cookie'),
							context,
							headerValue(headers, 'Date'),
							clock.now()
						)
					: [],
			render: (_, response) => {
				const { cause } = asked;
				const { url } = asked.request;
				switch (cause.type) {
					case 'fetch': {
						const failure = corsFailure(asked, response);
						return [{ type: 'fetch.answered', url, status: response.status, failure }];
					}
					case 'image':
					case 'frame':
						return [{ type: 'resource.loaded', kind: cause.type, url }];
					default:
						this.cancel('Navigation', profile, tab, (flight) => !showsPage(flight));
						return [browser.render(tab, asked, response, id, clock.now())];
				}
			}
		};
	}

	#forgetOld(): void {
		for (const [id, { exchange }] of this.#flights) {
			if (this.#flights.size <= KEPT) return;
			if (!exchange.next) this.#flights.delete(id);
		}
	}
}

/** The answer becomes the page of a tab, rather than a part of one. */
function showsPage({ asked }: Navigation): boolean {
	return !['fetch', 'image', 'frame'].includes(asked.cause.type);
}

function attached(header: string, omitted = false): { header: string; events: readonly BrowserEvent[] } {
	return { header, events: [{ type: 'cookies.attached', header, ...(omitted && { omitted }) }] };
}

/** The learner's own headers take the place of the browser's. */
function withOwn(request: HttpRequest, own: readonly Header[]): HttpRequest {
	const names = new Set(own.map(([name]) => name.toLowerCase()));
	const kept = request.headers.filter(([name]) => !names.has(name.toLowerCase()));
	return { ...request, headers: [...kept, ...own] };
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
