import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { DjangoVersion } from '../../src/lib/django/server.ts';
import { columnsOf, startOf } from '../../src/lib/player/compare/columns.ts';
import { compareRow } from '../../src/lib/player/compare/differences.ts';
import type { Cell } from '../../src/lib/player/compare/cell.ts';
import { parseScript } from '../../src/lib/player/compare/parse-script.ts';
import { playColumn, type ColumnEnd } from '../../src/lib/player/compare/play-column.ts';
import { BASKET_PROJECT, READY_MADE } from '../../src/lib/player/compare/ready-made.ts';
import { ENGINES, type Engine } from '../../src/lib/player/session-engine.ts';
import { WorldHost } from '../../src/lib/worker/world-host.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';

let ports: WorldPorts | null = null;
const host = new WorldHost(async () => {
	if (!ports || ports.runtime.dead) ports = await bootWorldPorts();
	return ports;
});

beforeAll(async () => {
	ports = await bootWorldPorts();
});

interface Played {
	readonly cells: readonly Cell[];
	readonly end: ColumnEnd;
}

async function play(
	script: string,
	engines: readonly Engine[] = ENGINES,
	versions: readonly DjangoVersion[] = ['5.2'],
	project = BASKET_PROJECT
): Promise<ReadonlyMap<string, Played>> {
	const { steps, problems } = parseScript(script);
	expect(problems).toEqual([]);
	const played = new Map<string, Played>();
	for (const column of columnsOf(engines, versions)) {
		const cells: Cell[] = [];
		const end = await playColumn(host, startOf(column, project), steps, {
			onCell: (cell) => cells.push(cell),
			isStopped: () => false
		});
		played.set(column.label, { cells, end });
	}
	return played;
}

const script = (id: string) => READY_MADE.find((each) => each.id === id)?.script ?? '';
/** What each column says of its last step. */
const lastly = (played: ReadonlyMap<string, Played>, kind: keyof Cell['facts']) =>
	Object.fromEntries([...played].map(([label, { cells }]) => [label, cells.at(-1)?.facts[kind]?.text]));

/** A step of all columns, by the line of the script. */
const otherAnswers = (
	played: ReadonlyMap<string, Played>,
	at: number,
	against: 'first' | 'most' = 'first'
) => {
	const row = compareRow(
		[...played.values()].map(({ cells }) => cells[at] ?? null),
		against
	);
	return [...played.keys()].filter((_, column) => row.cells[column]?.otherAnswer);
};

const EMPTY = '200 · nobody: 0 in the basket';
const ONE = '200 · nobody: 1 in the basket';
const ADA = '200 · ada: 0 in the basket';
const all = (text: string | undefined) => Object.fromEntries(ENGINES.map((engine) => [engine, text]));

const ENDS: readonly [id: string, answers: Record<string, string | undefined>][] = [
	['restart', { ...all(ONE), cache: EMPTY }],
	['workers', { ...all(ONE), cache: EMPTY }],
	['close', all(EMPTY)],
	['two-weeks', all(undefined)],
	['tamper', all(ONE)],
	['login', all(EMPTY)],
	['old-cookie', { ...all(EMPTY), signed_cookies: ADA }],
	['secret', all(EMPTY)],
	['four-kilobytes', all(ONE)]
];

describe('what the ready-made scripts end with', () => {
	it.each(ENDS)('%s', async (id, answers) => {
		const played = await play(script(id));
		expect([...played.values()].map(({ end }) => end)).toEqual(ENGINES.map(() => ({ end: 'done' })));
		expect(lastly(played, 'answer')).toEqual(answers);
	});

	it('is asked of all of them', () => {
		expect(ENDS.map(([id]) => id)).toEqual(READY_MADE.map(({ id }) => id));
	});
});

it('a restart takes the basket from the cache engine alone', async () => {
	const played = await play(script('restart'));
	expect([0, 1, 2, 3].map((at) => otherAnswers(played, at))).toEqual([[], [], [], ['cache']]);
	expect(played.get('cache')?.cells.map(({ facts }) => facts.store?.text)).toEqual([
		'cache entry written',
		undefined,
		'cache entry gone',
		undefined
	]);
	expect(played.get('cache')?.cells[3]?.facts).toMatchObject({
		session: { text: 'starts empty: nothing under its key' },
		jar: { text: 'loses sessionid' }
	});
});

it('clearsessions removes the row and the file', async () => {
	const played = await play(script('two-weeks'));
	expect(lastly(played, 'store')).toEqual({
		...all(undefined),
		db: 'row gone',
		cached_db: 'row gone',
		file: 'file gone'
	});
});

it('says what the jar does with four kilobytes', async () => {
	const played = await play(script('four-kilobytes'), ['db', 'signed_cookies']);
	expect(played.get('signed_cookies')?.cells[2]?.facts.jar?.text).toBe(
		'refuses sessionid: NameValuePairExceedsMaxSize'
	);
	expect(played.get('db')?.cells[2]?.facts.jar).toBeUndefined();
});

it('one engine runs under four versions', async () => {
	const played = await play('visit /add/\nvisit /', ['cache'], ['3.2', '4.2', '5.2', '6.1']);
	expect(lastly(played, 'answer')).toEqual({
		'Django 3.2': ONE,
		'Django 4.2': ONE,
		'Django 5.2': ONE,
		'Django 6.1': ONE
	});
});

describe('what one world cannot do ends its column', () => {
	const loops = (where: string) => ({
		...BASKET_PROJECT,
		'views.py': `${BASKET_PROJECT['views.py'] ?? ''}
from django.conf import settings

def basket(request):
    while settings.SESSION_ENGINE.endswith('.${where}'):
        pass
    return HttpResponse('out')
`
	});

	it('an endless loop, and the others go on', async () => {
		const played = await play('visit /\nvisit /', ['db', 'cache', 'file'], ['5.2'], loops('cache'));
		expect([...played.values()].map(({ end, cells }) => [end.end, cells.length])).toEqual([
			['done', 2],
			['broken', 0],
			['done', 2]
		]);
		expect(played.get('cache')?.end).toMatchObject({ at: 0, title: 'Stopped after 5 seconds' });
	});

	it('settings that do not load are told in each cell', async () => {
		const project = { ...BASKET_PROJECT, 'settings.py': 'nonsense(' };
		const played = await play('visit /', ['db'], ['5.2'], project);
		expect(lastly(played, 'output').db).toMatch(/^the server does not start: SyntaxError/);
	});
});

it('what does not fit one world is told in its cell, and the column goes on', async () => {
	const played = await play('visit /\ntamper nothing\nempty caches\nvisit /add/', ['db', 'cache']);
	expect([...played.values()].map(({ end }) => end)).toEqual([{ end: 'done' }, { end: 'done' }]);
	expect(played.get('db')?.cells.map(({ facts }) => facts.refused?.text)).toEqual([
		undefined,
		'There is no cookie nothing to tamper with.',
		expect.any(String),
		undefined
	]);
	expect(lastly(played, 'answer')).toEqual({ db: ONE, cache: ONE });
});

it('a run that is stopped ends before the next step', async () => {
	const { steps } = parseScript('visit /\nvisit /\nvisit /');
	const cells: Cell[] = [];
	const [column] = columnsOf(['db'], ['5.2']);
	if (!column) throw new Error('There is no column');
	const end = await playColumn(host, startOf(column, BASKET_PROJECT), steps, {
		onCell: (cell) => cells.push(cell),
		isStopped: () => cells.length === 2
	});
	expect([end, cells.length]).toEqual([{ end: 'stopped' }, 2]);
});
