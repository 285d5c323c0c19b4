import { PHASES } from '../exchange/phases.ts';
import type { EpochMicros } from '../time/instant.ts';
import { consoleLines } from './console-lines.ts';
import type { Flight } from './flights.ts';
import type { ExchangeView, ProfileView, Projection, ServerView } from './projection.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import { storeView } from './store-view.ts';
import type { World } from './world.ts';

/** Makes the plain values that the panes show of a world. Changes nothing in it. */
export function project(world: World): Projection {
	const now = world.clock.now();
	return {
		now,
		start: world.start.now,
		actions: world.actions,
		origin: world.start.origin,
		profiles: [...world.browsers.values()].map((browser) => profileView(browser, now)),
		exchanges: world.flights.all.map(exchangeView),
		server: serverView(world),
		store: storeView(world, now)
	};
}

function profileView(browser: SimulatedBrowser, now: EpochMicros): ProfileView {
	const { name, blocked, url, page, jar } = browser;
	return { name, blocked, url, page, cookies: jar.list(now) };
}

function exchangeView({ exchange, profile, events }: Flight): ExchangeView {
	const sent = exchange.done && PHASES.indexOf(exchange.done.phase) >= PHASES.indexOf('attach-cookies');
	return {
		id: exchange.id,
		profile,
		redirectedFrom: exchange.redirectedFrom,
		method: exchange.request.method,
		url: exchange.request.url,
		request: sent ? exchange.request : null,
		response: exchange.response,
		next: exchange.next,
		done: exchange.done,
		failure: exchange.failure,
		error: exchange.error?.error ?? null,
		events: [...events]
	};
}

function serverView({ server, flights }: World): ServerView {
	const { process } = server;
	return {
		django: server.version,
		python: server.pythonVersion,
		process: process.id,
		files: server.files,
		error: process.settingsError ?? process.applicationError(),
		broken: process.syntaxError(),
		middleware: process.middleware,
		settings: process.settings,
		console: consoleLines(flights.all)
	};
}
