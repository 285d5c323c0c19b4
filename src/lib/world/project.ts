import { pageTitle } from '../browser/navigation/page-content.ts';
import type { Tab } from '../browser/tab.ts';
import { PHASES } from '../exchange/phases.ts';
import type { EpochMicros } from '../time/instant.ts';
import { consoleLines } from './console-lines.ts';
import type { Flight } from './flights.ts';
import type { ExchangeView, ProfileView, Projection, ServerView, TabView } from './projection.ts';
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
		faults: {
			databaseLocked: world.server.databases.lockedAgainst,
			diskFull: world.server.disk.full
		},
		sites: world.sites.views,
		cron: world.cron,
		server: serverView(world),
		store: storeView(world, now)
	};
}

function profileView(browser: SimulatedBrowser, now: EpochMicros): ProfileView {
	const { name, blocked, url, page, jar, profile, clockAhead } = browser;
	const { kind, startUp } = profile;
	const tabs = profile.tabs.map((tab) => tabView(browser, tab));
	const { preferences } = jar;
	return {
		name,
		kind,
		blocked,
		preferences,
		startUp,
		tabs,
		url,
		page,
		cookies: jar.list(browser.time(now)),
		clockAhead
	};
}

function tabView(browser: SimulatedBrowser, { id, at, entries }: Tab): TabView {
	const shown = browser.shown(id);
	return {
		id,
		active: id === browser.active,
		url: shown?.url ?? null,
		title: shown ? pageTitle(shown.page.body) : '',
		canGoBack: at > 0,
		canGoForward: at < entries.length - 1
	};
}

function exchangeView({ exchange, profile, tab, events }: Flight): ExchangeView {
	const sent = exchange.done && PHASES.indexOf(exchange.done.phase) >= PHASES.indexOf('attach-cookies');
	return {
		id: exchange.id,
		profile,
		tab,
		redirectedFrom: exchange.redirectedFrom,
		cause: exchange.cause,
		method: exchange.request.method,
		url: exchange.request.url,
		request: sent ? exchange.request : null,
		response: exchange.response,
		next: exchange.next,
		...(exchange.wireBroken && { wireBroken: true as const }),
		done: exchange.done,
		failure: exchange.failure,
		cancelled: exchange.cancelled,
		session: exchange.heldSession,
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
		workers: server.workers.ids,
		nextWorker: server.workers.next,
		files: server.files,
		error: process.settingsError ?? process.applicationError(),
		broken: process.syntaxError(),
		middleware: process.middleware,
		settings: process.settings,
		console: consoleLines(flights.all)
	};
}
