import type { ActionAnswer } from '../action-answer.ts';
import type { EventPlace, Said } from '../event-log.ts';
import type { Flight, Flights } from '../flights.ts';
import { InvalidAction } from '../invalid-action.ts';
import { changeServer } from '../server-changes.ts';
import type { SimulatedBrowser } from '../simulated-browser.ts';
import type { SimulatedServer } from '../simulated-server.ts';
import type { Sites } from '../sites.ts';
import type { Clock } from '../../time/clock.ts';
import { signedDuration } from './signed-duration.ts';
import { destroySession } from './destroy-session.ts';
import type { FaultAction } from './fault-action.ts';
import type { FaultEvent } from './fault-events.ts';
import { rotateSecretKey } from './rotate-secret-key.ts';

type FaultOf<Type extends FaultAction['type']> = Extract<FaultAction, { type: Type }>;

interface FaultsWorld {
	readonly clock: Clock;
	readonly seed: string;
	readonly server: SimulatedServer;
	readonly sites: Sites;
	readonly flights: Flights;
	browser(name: string): SimulatedBrowser;
	say(event: Said, place?: EventPlace): void;
}

const DONE: ActionAnswer = { kind: 'none' };

/** Breaks things, and mends them. */
export class Faults {
	readonly #world: FaultsWorld;

	constructor(world: FaultsWorld) {
		this.#world = world;
	}

	/** @throws InvalidAction when there is nothing to break, or it is broken already */
	perform(fault: FaultAction): ActionAnswer {
		switch (fault.type) {
			case 'loseResponse':
				return this.#loseResponse(fault);
			case 'killWorker':
				return this.#killWorker(fault);
			case 'emptyCaches':
				return this.#emptyCaches();
			case 'evictEntry':
				return this.#evictEntry(fault);
			case 'lockDatabase':
				return this.#lockDatabase(fault);
			case 'unlockDatabase':
				return this.#unlockDatabase();
			case 'fillDisk':
			case 'freeDisk':
				return this.#fillDisk(fault.type === 'fillDisk');
			case 'rotateSecretKey':
				return this.#rotateSecretKey(fault);
			case 'setBrowserClock':
				return this.#setBrowserClock(fault);
			case 'destroySession':
				return this.#destroySession(fault);
			default:
				return fault satisfies never;
		}
	}

	get #engine(): string {
		return String(this.#world.server.process.settings['SESSION_ENGINE']);
	}

	#tell(event: FaultEvent, place?: EventPlace): ActionAnswer {
		this.#world.say(event, place);
		return DONE;
	}

	#inFlight(id: number): Flight {
		const flight = this.#world.flights.get(id);
		if (flight?.exchange.next) return flight;
		throw new InvalidAction(`Exchange ${id} is not in flight. Hold an exchange at a phase first.`);
	}

	#loseResponse({ exchange: id }: FaultOf<'loseResponse'>): ActionAnswer {
		const { exchange, profile } = this.#inFlight(id);
		if (exchange.wireBroken) throw new InvalidAction(`The connection of exchange ${id} is broken already.`);
		const phase = exchange.next?.phase;
		if (phase === 'render') {
			throw new InvalidAction(`The response of exchange ${id} has arrived already: it cannot get lost.`);
		}
		const answered = phase === 'store-cookies';
		this.#world.say({ type: 'wire.broken', target: id, answered }, { exchange: id, profile });
		exchange.breakWire();
		return { kind: 'exchanges', ids: [id] };
	}

	#killWorker({ exchange: id }: FaultOf<'killWorker'>): ActionAnswer {
		const { process } = this.#inFlight(id).exchange;
		if (process === null) {
			throw new InvalidAction(
				`No worker process works at exchange ${id} just now. Hold it in a phase of the server.`
			);
		}
		const killed = this.#world.flights.all.filter(({ exchange }) => exchange.process === process);
		const targets = killed.map(({ exchange }) => exchange.id);
		this.#world.say({ type: 'worker.killed', process, targets });
		for (const { exchange } of killed) exchange.abandon('WorkerKilled', DEAD);
		for (const server of this.#world.sites.servers) server.workers.kill(process);
		return { kind: 'exchanges', ids: targets };
	}

	#emptyCaches(): ActionAnswer {
		const workers = this.#world.server.workers.all;
		const entries = workers.flatMap((worker) => worker.cacheEntries()).length;
		if (entries === 0) throw new InvalidAction('The caches are empty: no worker keeps anything in memory.');
		for (const worker of workers) worker.clearCaches();
		return this.#tell({ type: 'cache.emptied', entries, engine: this.#engine });
	}

	#evictEntry({ key }: FaultOf<'evictEntry'>): ActionAnswer {
		const workers = this.#world.server.workers.all.filter((worker) => worker.forgetEntry(key)).length;
		if (workers === 0) throw new InvalidAction(`No cache has an entry ${JSON.stringify(key)}.`);
		return this.#tell({ type: 'cache.evicted', key, workers, engine: this.#engine });
	}

	#lockDatabase({ against }: FaultOf<'lockDatabase'>): ActionAnswer {
		const { databases } = this.#world.server;
		if (databases.lockedAgainst === against) {
			throw new InvalidAction(`The database is locked against ${against} already.`);
		}
		databases.lockedAgainst = against;
		return this.#tell({ type: 'database.locked', against, engine: this.#engine });
	}

	#unlockDatabase(): ActionAnswer {
		const { databases } = this.#world.server;
		if (databases.lockedAgainst === null) throw new InvalidAction('The database is not locked.');
		databases.lockedAgainst = null;
		return this.#tell({ type: 'database.unlocked' });
	}

	#fillDisk(full: boolean): ActionAnswer {
		const { disk } = this.#world.server;
		if (disk.full === full)
			throw new InvalidAction(full ? 'The disk is full already.' : 'The disk has room.');
		disk.full = full;
		return this.#tell(full ? { type: 'disk.filled', engine: this.#engine } : { type: 'disk.freed' });
	}

	#rotateSecretKey({ keepOld }: FaultOf<'rotateSecretKey'>): ActionAnswer {
		const { server, seed } = this.#world;
		const { version: django } = server;
		const text = rotateSecretKey(server.files['settings.py'] ?? '', { keepOld, django, seed });
		this.#world.say({ type: 'secret-key.rotated', keptOld: keepOld, django, engine: this.#engine });
		changeServer(server, { type: 'edit', files: { 'settings.py': text } }, (event) => {
			this.#world.say(event);
		});
		return DONE;
	}

	#setBrowserClock({ profile, ahead: asked }: FaultOf<'setBrowserClock'>): ActionAnswer {
		const ahead = signedDuration(asked);
		const browser = this.#world.browser(profile);
		if (browser.clockAhead === ahead) throw new InvalidAction(`The clock of ${profile} shows that already.`);
		browser.clockAhead = ahead;
		const now = this.#world.clock.now();
		this.#world.say({ type: 'browser.clock-set', profile, ahead }, { profile });
		for (const cookie of browser.jar.expire(browser.time(now))) {
			this.#world.say({ type: 'cookie.expired', cookie }, { profile });
		}
		browser.refreshScripts(now);
		return DONE;
	}

	#destroySession({ key }: FaultOf<'destroySession'>): ActionAnswer {
		const places = destroySession(this.#world.server, key);
		if (places.length === 0) {
			throw new InvalidAction(`Nothing is stored under the session key ${JSON.stringify(key)}.`);
		}
		const targets = this.#world.flights.all.filter(
			({ exchange: { next, request } }) =>
				next && request.headers.some(([name, value]) => /^cookie$/i.test(name) && value.includes(key))
		);
		return this.#tell({
			type: 'stored-session.destroyed',
			key,
			places,
			targets: targets.map(({ exchange }) => exchange.id)
		});
	}
}

/** What Chromium says when the server's side of a connection ends without a response. */
const DEAD = 'The process ended before it answered, and the connection with it (ERR_EMPTY_RESPONSE).';
