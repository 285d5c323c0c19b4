import { PHASES } from '../exchange/phases.ts';
import { formatSqlInstant, type EpochMicros } from '../time/instant.ts';
import { consoleLines } from './console-lines.ts';
import { DEFAULT_DATABASE } from './databases.ts';
import type { Flight } from './flights.ts';
import type {
	ExchangeView,
	ProfileView,
	Projection,
	ServerView,
	SessionRow,
	StoreView
} from './projection.ts';
import { listedRows, type RawSessionRow } from './session-rows.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
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

function storeView({ server }: World, now: EpochMicros): StoreView {
	const listed = listedRows(server.databases.get(DEFAULT_DATABASE));
	return {
		sessions: listed?.rows.map((row) => sessionRow(row, now, server.process.decodeSession)) ?? null,
		count: listed?.count ?? 0,
		files: server.disk.list('sessions') ?? []
	};
}

function sessionRow(
	[sessionKey, sessionData, expireDate]: RawSessionRow,
	now: EpochMicros,
	decode: (data: string) => { decoded: string } | { error: string }
): SessionRow {
	const instant = formatSqlInstant(now);
	const read = decode(sessionData);
	return {
		sessionKey,
		sessionData,
		expireDate,
		expired: !(expireDate > instant),
		clearable: expireDate < instant,
		decoded: 'decoded' in read ? read.decoded : null,
		decodeError: 'error' in read ? read.error : null
	};
}
