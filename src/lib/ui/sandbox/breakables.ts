import { sayProfile } from '../../player/format.ts';
import type { Action } from '../../world/action.ts';
import type { FaultAction } from '../../world/faults/fault-action.ts';
import type { ExchangeView, ProfileView, Projection } from '../../world/projection.ts';

/** One thing that can be broken or mended. */
export interface Breakable {
	readonly title: string;
	/** What happens then, in a sentence. */
	readonly says: string;
	/** `null`: `idle` says why it cannot be done now. */
	readonly action: FaultAction | null;
	readonly idle: string | null;
	/** It is broken, and this mends it. */
	readonly mends?: true;
}

export interface BreakableGroup {
	readonly title: string;
	readonly items: readonly Breakable[];
}

const can = (title: string, says: string, action: FaultAction): Breakable => ({
	title,
	says,
	action,
	idle: null
});
const cannot = (title: string, says: string, idle: string): Breakable => ({
	title,
	says,
	action: null,
	idle
});
const mend = (title: string, says: string, action: FaultAction): Breakable => ({
	...can(title, says, action),
	mends: true
});

/** What can be broken in a world as it stands, by where it is; `profile`: the browser on show. */
export function breakables(world: Projection, profile: ProfileView): readonly BreakableGroup[] {
	return [
		{ title: 'A request under way', items: ofExchange(world) },
		{ title: 'The cache', items: ofCache(world) },
		{ title: 'Database and disk', items: [...ofDatabase(world), ofDisk(world)] },
		{ title: 'The secret key', items: ofSecretKey(world) },
		{ title: `Clock: ${sayProfile(profile.name)}`, items: ofClock(profile) }
	];
}

const LOST = 'The server does its work, but the browser gets nothing: no page, no cookie.';
const KILLED = 'The process ends in the middle: nothing is saved on the way out, and its memory is gone.';
const GONE = 'As when somebody logs out in another tab while the request still runs.';

function ofExchange(world: Projection): Breakable[] {
	const flights = world.exchanges.filter(({ next }) => next !== null);
	const flight = flights.at(-1);
	if (!flight) {
		const idle = 'No request is under way. Open a page with Step, and stop on the way.';
		return [cannot('Lose the response', LOST, idle), cannot('Kill the worker', KILLED, idle)];
	}
	const of = flights.length > 1 ? ` of exchange ${flight.id}` : '';
	return [
		loseResponse(flight, of),
		inServer(flight)
			? can(`Kill the worker${of}`, KILLED, { type: 'killWorker', exchange: flight.id })
			: cannot('Kill the worker', KILLED, 'No worker has the request just now. Step on until one does.'),
		destroySession(flight, world)
	];
}

function loseResponse({ id, next, wireBroken }: ExchangeView, of: string): Breakable {
	const idle = wireBroken
		? 'The connection is broken already.'
		: next?.phase === 'render'
			? 'The response has arrived already.'
			: null;
	if (idle !== null) return cannot('Lose the response', LOST, idle);
	return can(`Lose the response${of}`, LOST, { type: 'loseResponse', exchange: id });
}

function inServer({ done, next }: ExchangeView): boolean {
	return (
		done !== null &&
		!['navigate', 'attach-cookies', 'send', 'receive', 'store-cookies', 'render'].includes(next?.phase ?? '')
	);
}

function destroySession({ request }: ExchangeView, { server, store }: Projection): Breakable {
	const title = 'Delete its session';
	const key = sentKey(request?.headers ?? [], String(server.settings['SESSION_COOKIE_NAME']));
	if (key === null) return cannot(title, GONE, 'The request brings no session cookie.');
	const stored =
		store.sessions?.some(({ sessionKey }) => sessionKey === key) ||
		store.cache.some((entry) => entry.key.endsWith(key)) ||
		store.sessionFiles.some(({ name }) => name.endsWith(key));
	if (!stored) return cannot(title, GONE, 'Nothing is stored under the key that it brings.');
	return can(title, GONE, { type: 'destroySession', key });
}

function sentKey(headers: readonly (readonly [string, string])[], name: string): string | null {
	const cookies = headers.find(([header]) => header.toLowerCase() === 'cookie')?.[1].split('; ') ?? [];
	return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) || null;
}

function ofCache({ store: { cache } }: Projection): Breakable[] {
	const emptied = 'As when a cache server restarts, or somebody calls cache.clear().';
	const idle = 'No worker keeps anything in its cache.';
	const [entry] = cache;
	if (!entry) return [cannot('Empty the caches', emptied, idle)];
	return [
		can('Empty the caches', emptied, { type: 'emptyCaches' }),
		can('Evict the oldest entry', `A full cache makes room: ${shortened(entry.key)} goes.`, {
			type: 'evictEntry',
			key: entry.key
		})
	];
}

function shortened(key: string): string {
	return key.length > 48 ? `${key.slice(0, 47)}…` : key;
}

function ofDatabase({ faults: { databaseLocked } }: Projection): Breakable[] {
	if (databaseLocked) {
		const says = 'The other program ends its transaction.';
		return [mend('Unlock the database', says, { type: 'unlockDatabase' })];
	}
	return [
		can('Lock the database against writes', 'Another program writes: reads go on, writes wait and fail.', {
			type: 'lockDatabase',
			against: 'writes'
		}),
		can('Lock it against everything', 'Another program has it for itself: reads wait and fail too.', {
			type: 'lockDatabase',
			against: 'everything'
		})
	];
}

function ofDisk({ faults: { diskFull } }: Projection): Breakable {
	if (diskFull) return mend('Make room on the disk', 'Files can be written again.', { type: 'freeDisk' });
	return can('Fill the disk', 'No byte fits into a file any more. The file engine says nothing of it.', {
		type: 'fillDisk'
	});
}

function ofSecretKey({ server: { django, files } }: Projection): Breakable[] {
	const keep = 'Rotate it, and keep the old one';
	const kept = 'What was signed before is still read: the old key goes into SECRET_KEY_FALLBACKS.';
	if (!/^SECRET_KEY[ \t]*=[ \t]*['"]/m.test(files['settings.py'] ?? '')) {
		return [cannot('Rotate the SECRET_KEY', 'settings.py gets a new key.', 'settings.py has no plain key.')];
	}
	return [
		can('Rotate the SECRET_KEY', 'settings.py gets a new key: what was signed before no longer counts.', {
			type: 'rotateSecretKey',
			keepOld: false
		}),
		django === '3.2'
			? cannot(keep, kept, 'Django 3.2 has no SECRET_KEY_FALLBACKS. They came with 4.1.')
			: can(keep, kept, { type: 'rotateSecretKey', keepOld: true })
	];
}

function ofClock({ name, clockAhead }: ProfileView): Breakable[] {
	const set = (ahead: string | number): Extract<Action, { type: 'setBrowserClock' }> => ({
		type: 'setBrowserClock',
		profile: name,
		ahead
	});
	if (clockAhead !== 0) return [mend('Set it right', 'It shows the same time as the server again.', set(0))];
	return [
		can('An hour fast', 'The browser thinks that cookies are older than they are.', set('1h')),
		can('An hour slow', 'The browser keeps cookies an hour too long.', set('-1h'))
	];
}
