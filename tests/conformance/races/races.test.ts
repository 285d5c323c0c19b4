import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../../src/cli/boot-world-ports.ts';
import { takeApart } from '../../../src/lib/django/sessions/take-apart.ts';
import type { DjangoVersion, ProjectFiles } from '../../../src/lib/django/server.ts';
import type { Phase } from '../../../src/lib/exchange/phases.ts';
import { DEFAULT_START } from '../../../src/lib/time/instant.ts';
import { World, type WorldPorts } from '../../../src/lib/world/world.ts';

/** What a request of a script sent, got and was told; `null` where there is none. */
interface Answer {
	readonly sent: string | null;
	readonly status: number;
	readonly body: string | null;
	/** The session that its Set-Cookie names; `''`: it deletes the cookie. */
	readonly set: string | null;
}
interface Race {
	readonly versions: readonly DjangoVersion[];
	readonly engine: string;
	/** SESSION_SAVE_EVERY_REQUEST */
	readonly every: boolean;
	readonly script: string;
	readonly answers: Readonly<Record<string, Answer>>;
	readonly keys: readonly string[];
	readonly rows: readonly (readonly [string, string])[];
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const SCRIPTS = JSON.parse(read('scripts.json')) as Readonly<Record<string, readonly string[]>>;
const PROJECT = JSON.parse(read('project.json')) as ProjectFiles;
const races = read('races.jsonl')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as Race);
const SECRET = /SECRET_KEY = '(.*)'/.exec(PROJECT['settings.py'] ?? '')?.[1] ?? '';
const USERS = `from django.contrib.auth.models import User
for name in ('ann', 'bob'):
    User.objects.create(username=name, password=f'!{name}')`;

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** A migrated world for the scripts of one engine. Its session keys are those that Django drew. */
function worldOf(own: readonly Race[], engine: string, every: boolean, django: DjangoVersion): World {
	const settings = `${PROJECT['settings.py'] ?? ''}SESSION_ENGINE = 'django.contrib.sessions.backends.${engine}'\nSESSION_SAVE_EVERY_REQUEST = ${every ? 'True' : 'False'}\n`;
	const world = new World(
		{
			django,
			now: DEFAULT_START,
			project: { ...PROJECT, 'settings.py': settings },
			origin: 'http://localhost',
			sessionKeys: own.flatMap(({ keys }) => keys),
			seed: 'races'
		},
		ports
	);
	world.apply({ type: 'manage', command: 'migrate -v 0' });
	world.apply({ type: 'shell', code: USERS });
	return world;
}

/** JSON with sorted keys, as Python's `json.dumps(…, sort_keys=True)` writes it. */
function sorted(json: string): string {
	const data = JSON.parse(json) as Readonly<Record<string, unknown>>;
	const text = (value: unknown): string =>
		Array.isArray(value) ? `[${value.map(text).join(', ')}]` : JSON.stringify(value);
	const keys = Object.keys(data).toSorted();
	return `{${keys.map((key) => `${JSON.stringify(key)}: ${text(data[key])}`).join(', ')}}`;
}

/** Plays a script in a browser of its own, each request in a tab of its own. */
class Player {
	readonly #world: World;
	readonly #profile: string;
	readonly #engine: string;
	readonly #ids = new Map<string, number>();

	constructor(world: World, profile: string, engine: string) {
		this.#world = world;
		this.#profile = profile;
		this.#engine = engine;
	}

	play(line: string): void {
		const [what, name = '', rest = ''] = line.split(' ');
		const profile = this.#profile;
		if (what === 'forget') this.#world.apply({ type: 'deleteCookie', profile, name: 'sessionid' });
		else if (what === 'to') this.#to(name, rest === 'save' ? 'middleware-out' : (rest as Phase));
		else if (what === 'end') this.#to(name, null);
		else {
			this.#world.apply({ type: 'openTab', profile });
			const { answer } = this.#world.apply({ type: 'visit', profile, url: rest, hold: true });
			this.#ids.set(name, answer.kind === 'exchanges' ? (answer.ids[0] ?? 0) : 0);
			this.#to(name, what === 'visit' ? null : 'receive');
		}
	}

	answers(): Record<string, Answer> {
		return Object.fromEntries([...this.#ids].map(([name, id]) => [name, this.#answer(id)]));
	}

	#to(name: string, until: Phase | null): void {
		const exchange = this.#ids.get(name) ?? 0;
		this.#world.apply(until === null ? { type: 'finish', exchange } : { type: 'step', exchange, until });
	}

	#answer(id: number): Answer {
		const flight = this.#world.flights.get(id)?.exchange;
		const header = (name: string, lines: readonly (readonly [string, string])[]) =>
			lines.filter(([given]) => given === name).map(([, value]) => /^sessionid=([^;]*)/.exec(value)?.[1]);
		const sent = header('Cookie', flight?.request.headers ?? [])[0] ?? null;
		const set = header('Set-Cookie', flight?.response?.headers ?? [])[0] ?? null;
		const status = flight?.response?.status ?? 0;
		return {
			sent: this.#told(sent),
			status,
			body: status < 400 ? (flight?.response?.body ?? null) : null,
			set: this.#told(set?.replaceAll('"', '') ?? null)
		};
	}

	#told(cookie: string | null): string | null {
		if (!cookie || this.#engine !== 'signed_cookies') return cookie;
		const parts = takeApart(cookie, { secret: SECRET, fallbacks: [], cookieNames: [], salt: '' });
		return 'data' in parts ? sorted(parts.data) : parts.reason;
	}
}

const VERSIONS = ['5.2', '3.2', '6.1', '4.2'] as const;
const setups = ['db', 'cached_db', 'cache', 'file', 'signed_cookies'].flatMap((engine, at) =>
	[false, true].map((every, plus) => ({ engine, every, django: VERSIONS[(at + plus) % 4] ?? '5.2' }))
);

it('real Django answered all scripts, and its four versions alike', () => {
	expect(races).toHaveLength(setups.length * Object.keys(SCRIPTS).length);
	expect([...new Set(races.map(({ versions }) => versions.join(' ')))]).toEqual(['3.2 4.2 5.2 6.1']);
});

describe.each(setups)('two requests at once, $engine, save every request $every, Django $django', (setup) => {
	const { engine, every, django } = setup;
	const own = races.filter((race) => race.engine === engine && race.every === every);
	let world: World;
	beforeAll(() => {
		world = worldOf(own, engine, every, django);
		return () => {
			world.end();
		};
	});

	it.each(own)('$script', ({ script, answers, keys, rows }) => {
		const player = new Player(world, script, engine);
		for (const line of ['visit start /add/?item=bread', ...(SCRIPTS[script] ?? []), 'visit last /show/']) {
			player.play(line);
		}
		expect(player.answers()).toEqual(answers);
		const found = (world.projection().store.sessions ?? [])
			.filter(({ sessionKey }) => keys.includes(sessionKey))
			.map(({ sessionKey, decoded }) => [sessionKey, sorted(decoded ?? '{}')]);
		expect(found).toEqual(rows);
	});
});
