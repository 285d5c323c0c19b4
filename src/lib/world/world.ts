import type { OpenDatabase } from '../database/database.ts';
import { DatabaseError, type SqlValue } from '../database/database.ts';
import type { PythonError, ServerEvent } from '../django/events.ts';
import type { CommandOutcome, DjangoVersion } from '../django/server.ts';
import { DbShell } from '../django/management/dbshell/dbshell.ts';
import type { ExchangeId } from '../exchange/events.ts';
import { browserRequest } from '../browser/navigation/request.ts';
import type { ViewRuntime } from '../python/runtime.ts';
import { VirtualClock } from '../time/clock.ts';
import { parseDuration } from '../time/duration.ts';
import { instant } from '../time/instant.ts';
import type { Action, ProfileName } from './action.ts';
import { BrowserActions } from './browser-actions.ts';
import { EventLog } from './event-log.ts';
import type { WorldEvent } from './events.ts';
import { Flights, type Flight, type Navigation } from './flights.ts';
import { InvalidAction } from './invalid-action.ts';
import type { Projection } from './projection.ts';
import { project } from './project.ts';
import { rowsExpiredBetween } from './session-rows.ts';
import { pageAsks } from './page-asks.ts';
import { submitCause, visitCause, type Asking } from './request-cause.ts';
import { Sites } from './sites.ts';
import type { WorldStart } from './scenario.ts';
import { SimulatedBrowser } from './simulated-browser.ts';
import { SimulatedServer } from './simulated-server.ts';
import { DEFAULT_DATABASE } from './databases.ts';

/** What a world needs from outside: an interpreter, and SQLite. */
export interface WorldPorts {
	readonly runtime: ViewRuntime;
	readonly openDatabase: OpenDatabase;
}

/** What an action answers beside its events. */
export type ActionAnswer =
	| { readonly kind: 'none' }
	| { readonly kind: 'exchanges'; readonly ids: readonly ExchangeId[] }
	| {
			readonly kind: 'command';
			readonly stdout: string;
			readonly error: PythonError | null;
			/** The settings do not load: nothing ran. */
			readonly boot: boolean;
			readonly sql: readonly string[];
	  }
	| {
			readonly kind: 'rows';
			readonly columns: readonly string[];
			readonly rows: readonly (readonly SqlValue[])[];
			readonly error: string | null;
	  };

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
	readonly #log: EventLog;
	readonly #dbshell = new DbShell();
	readonly #browserActions: BrowserActions;
	#actions = 0;

	constructor(start: WorldStart, ports: WorldPorts) {
		this.start = start;
		this.clock = new VirtualClock(start.now);
		this.#log = new EventLog(this.clock);
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
		const full = start.fullBrowser === true;
		this.flights = new Flights({
			clock: this.clock,
			full,
			openRun: (request) => this.sites.open(request),
			browser: (name) => this.browser(name),
			say: (event, place) => this.#log.say(event, place),
			pageAsks: (flight, response) => pageAsks(flight, response, this.browser(flight.profile), full)
		});
		this.#browserActions = new BrowserActions({
			clock: this.clock,
			browser: (name) => this.browser(name),
			closed: (name) => this.browsers.delete(name),
			say: (event, profile) => this.#log.say(event, { profile }),
			address: (text, profile) => this.#address(text, profile),
			open: (navigation, hold) => this.#open(navigation, hold)
		});
	}

	/** How many actions have been applied. */
	get actions(): number {
		return this.#actions;
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
			return { events: this.#log.take(), answer };
		} catch (error) {
			if (error instanceof InvalidAction) this.#keepBrowsers(known);
			throw error;
		}
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
		switch (action.type) {
			case 'visit':
				return this.#visit(action);
			case 'submit':
				return this.#submit(action);
			case 'step':
				return this.#carryOn(action.exchange, (flight) => this.flights.step(flight));
			case 'finish':
				return this.#carryOn(action.exchange, (flight) => this.flights.finish(flight));
			case 'advance':
				return this.#advance(action.by);
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
				this.server.edit(action.files);
				this.#log.say({ type: 'files.edited', paths: Object.keys(action.files) });
				return this.#restart();
			case 'restart':
				return this.#restart();
			case 'workers':
				return this.#workers(action.count);
			case 'nextWorker':
				fitting(() => {
					this.server.workers.choose(action.worker);
				});
				return this.#tell({ type: 'worker.picked', worker: action.worker });
			case 'restartWorker':
				return this.#restartWorker(action.worker);
			case 'deploy':
				return this.#deploy(action.django);
			case 'manage':
				return this.#command(
					'manage',
					action.command,
					this.server.manage(action.terminal ? `manage.py ${action.command}` : action.command)
				);
			case 'shell':
				return this.#command('shell', action.code, this.server.shell(action.code, action.interactive));
			case 'dbshell':
				return this.#typeInDbShell(action.input);
			case 'sql':
				return this.#sql(action.sql);
			default:
				return this.#browserActions.perform(action);
		}
	}

	#tell(event: Parameters<EventLog['say']>[0]): ActionAnswer {
		this.#log.say(event);
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

	#advance(by: string | number): ActionAnswer {
		const from = this.clock.now();
		const to = instant(from + durationOf(by));
		const rows = rowsExpiredBetween(this.server.databases.get(DEFAULT_DATABASE), from, to);
		this.clock.advance(to - from);
		this.#log.say({ type: 'clock.advanced', from, to });
		for (const browser of this.browsers.values()) {
			for (const cookie of browser.jar.expire(to)) {
				this.#log.say({ type: 'cookie.expired', cookie }, { profile: browser.name });
			}
		}
		for (const row of rows) this.#log.say({ type: 'row.expired', ...row });
		return { kind: 'none' };
	}

	#closeBrowser(profile: ProfileName): ActionAnswer {
		const browser = this.browser(profile);
		this.#log.say({ type: 'browser.closed', profile, dropped: browser.close() });
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
		const cookie = browser.jar.put(name, value, this.start.origin, this.clock.now());
		return this.#tell({ type: 'cookie.edited', profile, cookie });
	}

	#deploy(to: DjangoVersion): ActionAnswer {
		const { version: from, runningSettings: settings } = this.server;
		const legacy = from === '3.2' && settings['DEFAULT_HASHING_ALGORITHM'] === 'sha1';
		this.server.install(to);
		const answer = this.#restart();
		const engine = this.server.process.settings['SESSION_ENGINE'];
		if (from !== to && typeof engine === 'string') {
			this.#log.say({ type: 'django.switched', from, to, engine, legacy });
		}
		return answer;
	}

	#workers(count: number): ActionAnswer {
		const ended = fitting(() => this.server.workers.setCount(count));
		for (const process of ended) this.#log.say({ type: 'server.stopped', process });
		return this.#tell({ type: 'workers.set', count });
	}

	#restartWorker(worker: number): ActionAnswer {
		const { ended, started } = fitting(() => this.server.workers.restart(worker));
		for (const process of ended) this.#log.say({ type: 'server.stopped', process });
		const error = started.settingsError ?? started.applicationError();
		const { version: django } = this.server;
		return this.#tell({
			type: 'server.started',
			process: started.id,
			django,
			error,
			broken: started.syntaxError()
		});
	}

	#restart(): ActionAnswer {
		const from = this.server.runningSettings['SESSION_ENGINE'];
		for (const process of this.server.stop()) this.#log.say({ type: 'server.stopped', process });
		const { process, version: django } = this.server;
		const { id, settingsError } = process;
		const error = settingsError ?? process.applicationError();
		this.#log.say({ type: 'server.started', process: id, django, error, broken: process.syntaxError() });
		const to = settingsError ? undefined : process.settings['SESSION_ENGINE'];
		if (typeof from === 'string' && typeof to === 'string' && from !== to) {
			this.#log.say({ type: 'engine.switched', from, to });
		}
		return { kind: 'none' };
	}

	#command(
		kind: 'manage' | 'shell',
		input: string,
		outcome: CommandOutcome | { bootError: PythonError }
	): ActionAnswer {
		const boot = 'bootError' in outcome;
		const stdout = boot ? '' : outcome.stdout;
		const error = boot ? outcome.bootError : outcome.error;
		const events: readonly ServerEvent[] = boot ? [] : outcome.events;
		for (const event of events) this.#log.say(event);
		this.#log.say({ type: 'command.ran', kind, input, stdout, error });
		return { kind: 'command', stdout, error, boot, sql: boot ? [] : outcome.sql };
	}

	#typeInDbShell(input: string): ActionAnswer {
		const file = `/project/${DEFAULT_DATABASE}`;
		const database = this.server.databases.get(DEFAULT_DATABASE);
		const { stdout, statements } = this.#dbshell.run(input, database, file);
		for (const { sql, error } of statements) this.#log.say({ type: 'sql.ran', input: sql, error });
		return { kind: 'command', stdout, error: null, boot: false, sql: statements.map(({ sql }) => sql) };
	}

	#sql(sql: string): ActionAnswer {
		const database = this.server.databases.get(DEFAULT_DATABASE);
		try {
			const { columns, rows } = database.query(sql);
			this.#log.say({ type: 'sql.ran', input: sql, error: null });
			return { kind: 'rows', columns, rows, error: null };
		} catch (error) {
			if (!(error instanceof DatabaseError)) throw error;
			this.#log.say({ type: 'sql.ran', input: sql, error: error.message });
			return { kind: 'rows', columns: [], rows: [], error: error.message };
		}
	}
}

function durationOf(by: string | number): number {
	try {
		return parseDuration(by);
	} catch (error) {
		throw new InvalidAction(error instanceof Error ? error.message : String(error));
	}
}

/** What does not fit the server as it stands is an action that does not fit. @throws InvalidAction */
function fitting<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof RangeError) throw new InvalidAction(error.message);
		throw error;
	}
}
