import type { OpenDatabase } from '../database/database.ts';
import type { ExchangeId } from '../exchange/events.ts';
import { browserRequest } from '../browser/navigation/request.ts';
import type { ViewRuntime } from '../python/runtime.ts';
import { VirtualClock } from '../time/clock.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { Action, ProfileName } from './action.ts';
import { BrowserActions } from './browser-actions.ts';
import { Commands } from './commands.ts';
import { EventLog } from './event-log.ts';
import type { WorldEvent } from './events.ts';
import { isFault } from './faults/fault-of.ts';
import { Faults } from './faults/faults.ts';
import { Flights, type Flight, type Navigation } from './flights.ts';
import { InvalidAction } from './invalid-action.ts';
import type { Projection } from './projection.ts';
import { project } from './project.ts';
import { changeServer } from './server-changes.ts';
import { pageAsks } from './page-asks.ts';
import { passTime } from './pass-time.ts';
import { submitCause, visitCause, type Asking } from './request-cause.ts';
import { Sites } from './sites.ts';
import type { WorldStart } from './scenario.ts';
import { SimulatedBrowser } from './simulated-browser.ts';
import { SimulatedServer } from './simulated-server.ts';

/** What a world needs from outside: an interpreter, and SQLite. */
export interface WorldPorts {
	readonly runtime: ViewRuntime;
	readonly openDatabase: OpenDatabase;
}

export interface Applied {
	readonly events: readonly WorldEvent[];
	readonly answer: ActionAnswer;
}

/** Everything simulated. A fold over its actions: `apply` is the only thing that changes it. */
export class World {
	readonly clock: VirtualClock;
	readonly server: SimulatedServer;
	readonly browsers = new Map<ProfileName, SimulatedBrowser>();
	readonly start: WorldStart;
	readonly flights: Flights;
	readonly sites: Sites;
	readonly log: EventLog;
	readonly commands: Commands;
	readonly #browserActions: BrowserActions;
	readonly #faults: Faults;
	/** Whether cron runs `clearsessions` every night: see `passTime`. */
	cron = false;
	#actions = 0;

	constructor(start: WorldStart, ports: WorldPorts, clock = new VirtualClock(start.now)) {
		this.start = start;
		this.clock = clock;
		this.log = new EventLog(this.clock);
		this.server = new SimulatedServer(start, this.clock, ports.runtime, ports.openDatabase);
		this.sites = new Sites(
			start,
			this.server,
			(site, host) =>
				new SimulatedServer(
					{ ...site, sessionKeys: [] },
					this.clock,
					ports.runtime,
					ports.openDatabase,
					`${host}/`
				)
		);
		this.commands = new Commands(this.server, (event) => {
			this.log.say(event);
		});
		const full = start.fullBrowser === true;
		this.flights = new Flights({
			clock: this.clock,
			full,
			openRun: (request) => this.sites.open(request),
			browser: (name) => this.browser(name),
			say: (event, place) => this.log.say(event, place),
			pageAsks: (flight, response) => pageAsks(flight, response, this.browser(flight.profile), full)
		});
		this.#faults = new Faults({
			clock: this.clock,
			seed: start.seed,
			server: this.server,
			sites: this.sites,
			flights: this.flights,
			browser: (name) => this.browser(name),
			say: (event, place) => this.log.say(event, place)
		});
		this.#browserActions = new BrowserActions({
			clock: this.clock,
			browser: (name) => this.browser(name),
			closed: (name) => this.browsers.delete(name),
			say: (event, profile) => this.log.say(event, { profile }),
			address: (text, profile) => this.#address(text, profile),
			open: (navigation, hold) => this.#open(navigation, hold),
			cancel: (reason, profile, tab) => {
				this.flights.cancel(reason, profile, tab);
			}
		});
	}

	/** How many actions have been applied. */
	get actions(): number {
		return this.#actions;
	}

	/** Goes on as the world after so many actions. */
	countFrom(actions: number): void {
		this.#actions = actions;
	}

	/** The browser of a profile; it comes into being at its first use. */
	browser(name: ProfileName): SimulatedBrowser {
		let browser = this.browsers.get(name);
		if (!browser) {
			browser = new SimulatedBrowser(name);
			this.browsers.set(name, browser);
		}
		return browser;
	}

	/**
	 * Applies one action.
	 * @throws InvalidAction when the action does not fit the world as it stands; the world is then unchanged.
	 * @throws RuntimeStopped when Python had to be stopped; the world is then not usable any more (see `History`).
	 */
	apply(action: Action): Applied {
		const known = new Set(this.browsers.keys());
		try {
			const answer = this.#perform(action);
			this.#actions += 1;
			return { events: this.log.take(), answer };
		} catch (error) {
			if (error instanceof InvalidAction) this.#keepBrowsers(known);
			throw error;
		}
	}

	/**
	 * Lets the server run, as looking at the world does: its process starts now and not within the next action. Worlds
	 * are alike only when they were looked at, or made ready, after the same actions.
	 */
	ready(): void {
		this.server.process.applicationError();
	}

	/** The world as the panes show it. */
	projection(): Projection {
		return project(this);
	}

	/** Ends all processes and closes the databases. */
	end(): void {
		this.server.end();
		this.sites.end();
	}

	#keepBrowsers(known: ReadonlySet<ProfileName>): void {
		for (const name of this.browsers.keys()) if (!known.has(name)) this.browsers.delete(name);
	}

	#perform(action: Action): ActionAnswer {
		if (isFault(action)) return this.#faults.perform(action);
		switch (action.type) {
			case 'visit':
				return this.#visit(action);
			case 'submit':
				return this.#submit(action);
			case 'step':
				return this.#carryOn(action.exchange, (flight) => this.flights.step(flight, action.until));
			case 'finish':
				return this.#carryOn(action.exchange, (flight) => this.flights.finish(flight));
			case 'advance':
				passTime(this, action.by);
				return { kind: 'none' };
			case 'cron':
				this.cron = action.on;
				return this.#tell({ type: 'cron.set', on: action.on });
			case 'openBrowser':
				return this.#openBrowser(action.profile, action.private === true);
			case 'closeBrowser':
				return this.#closeBrowser(action.profile);
			case 'blockCookies':
				this.browser(action.profile).prefer({ blockAll: action.blocked });
				return this.#tell({ type: 'browser.blocked', profile: action.profile, blocked: action.blocked });
			case 'deleteCookie':
				return this.#deleteCookie(action.profile, action.name);
			case 'putCookie':
				return this.#putCookie(action.profile, action.name, action.value);
			case 'edit':
			case 'restart':
			case 'workers':
			case 'nextWorker':
			case 'restartWorker':
			case 'deploy':
				changeServer(this.server, action, (event) => {
					this.log.say(event);
				});
				return { kind: 'none' };
			case 'manage':
			case 'shell':
			case 'dbshell':
			case 'sql':
				return this.commands.run(action);
			default:
				return this.#browserActions.perform(action);
		}
	}

	#tell(event: Parameters<EventLog['say']>[0]): ActionAnswer {
		this.log.say(event);
		return { kind: 'none' };
	}

	/** Addresses stand on the world's origin. @throws InvalidAction when it is none. */
	#address(text: string, profile: ProfileName): string {
		if (!URL.canParse(text, this.start.origin)) {
			throw new InvalidAction(`${JSON.stringify(text)} is no address that ${profile} can open.`);
		}
		const url = new URL(text, this.start.origin);
		if (url.protocol !== 'http:' && url.protocol !== 'https:') {
			throw new InvalidAction(`Only http and https addresses can be opened here, not ${url.protocol}`);
		}
		url.hash = '';
		return url.href;
	}

	#visit(action: Extract<Action, { type: 'visit' }>): ActionAnswer {
		const browser = this.browser(action.profile);
		const asking = visitCause(action, this.#address(action.url, action.profile), browser);
		return this.#navigate(action, asking);
	}

	#submit(action: Extract<Action, { type: 'submit' }>): ActionAnswer {
		const browser = this.browser(action.profile);
		const asking = submitCause(action, this.#address(action.to, action.profile), browser);
		return this.#navigate(action, asking);
	}

	#navigate(
		{ profile, tab, headers = {}, hold }: Extract<Action, { type: 'visit' | 'submit' }>,
		{ cause, known }: Asking
	): ActionAnswer {
		return this.#open(
			{
				profile,
				tab: tab ?? this.browser(profile).active,
				asked: browserRequest(cause),
				known,
				own: Object.entries(headers),
				generation: 0
			},
			hold === true
		);
	}

	#open(navigation: Navigation, hold: boolean): ActionAnswer {
		const flight = this.flights.open(navigation);
		if (hold) return { kind: 'exchanges', ids: [flight.exchange.id] };
		return { kind: 'exchanges', ids: this.flights.finish(flight) };
	}

	#openBrowser(profile: ProfileName, isPrivate: boolean): ActionAnswer {
		if (!isPrivate) {
			this.browser(profile);
			return this.#tell({ type: 'browser.opened', profile });
		}
		if (this.browsers.has(profile)) throw new InvalidAction(`${profile} is open already.`);
		this.browsers.set(profile, new SimulatedBrowser(profile, 'private'));
		return this.#tell({ type: 'browser.opened', profile, private: true });
	}

	#carryOn(id: ExchangeId, how: (flight: Flight) => ExchangeId[]): ActionAnswer {
		const flight = this.flights.get(id);
		if (!flight?.exchange.next) throw new InvalidAction(`Exchange ${id} is not in flight.`);
		return { kind: 'exchanges', ids: how(flight) };
	}

	#closeBrowser(profile: ProfileName): ActionAnswer {
		const browser = this.browser(profile);
		this.flights.cancel('BrowserClosed', profile, null);
		this.log.say({ type: 'browser.closed', profile, dropped: browser.close() });
		if (browser.profile.kind === 'private') this.browsers.delete(profile);
		return this.#browserActions.comeBack(browser);
	}

	#deleteCookie(profile: ProfileName, name: string): ActionAnswer {
		const browser = this.browser(profile);
		const cookies = browser.jar.deleteByName(name);
		browser.refreshScripts(this.clock.now());
		return this.#tell({ type: 'cookie.cleared', profile, cookies });
	}

	#putCookie(profile: ProfileName, name: string, value: string): ActionAnswer {
		const browser = this.browser(profile);
		const cookie = browser.jar.put(name, value, this.start.origin, browser.time(this.clock.now()));
		return this.#tell({ type: 'cookie.edited', profile, cookie });
	}
}
