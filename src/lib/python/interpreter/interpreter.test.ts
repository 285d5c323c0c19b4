import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_START, instant, type EpochMicros } from '../../time/instant.ts';
import { SeededRandom } from '../../time/random.ts';
import { DjangoError } from '../../django/error.ts';
import { RuntimeStopped } from '../runtime.ts';
import { readPythonAssets } from './assets.node.ts';
import { Interpreter } from './interpreter.ts';
import { PythonRaised } from './python-raised.ts';
import type { PythonSpace, SpaceSpec } from './python-space.ts';

const PROBE = `
import datetime, os, random, secrets, time, uuid
from _crumbtrail import host, learner_line

count = 0


def bump():
    global count
    count += 1
    return count


def clock():
    return [datetime.datetime.now(datetime.timezone.utc).isoformat(), time.time_ns() // 1000, time.time(),
            datetime.datetime.now().isoformat(), time.tzname[0]]


def chance():
    return [random.random(), str(uuid.uuid4()), secrets.token_hex(4), os.urandom(4).hex()]


def hashes():
    return hash('x')


def sleep(seconds):
    time.sleep(seconds)


def say(text):
    print(text)


def ask(name, *args):
    return host(name, *args)


def inner():
    raise KeyError('the original')


def outer():
    try:
        host('nested')
    except KeyError as error:
        return str(error)


def here():
    return list(learner_line())


def fail():
    raise ValueError('no')


def endless():
    while True:
        pass


def bomb():
    hold = []
    while True:
        hold.append('x' * 1000000)


def flood():
    while True:
        print('x' * 1000)


def leave():
    os._exit(3)


def patch():
    import decimal, json, logging, sys, tempfile
    before = [decimal.getcontext().prec, len(logging.getLogger().handlers), os.environ.get('MINE'), os.getcwd(),
              hasattr(json, 'mine'), os.path.exists('/tmp/mine'), len(sys.path)]
    decimal.getcontext().prec = 5
    logging.basicConfig()
    os.environ['MINE'] = 'yes'
    json.mine = 1
    open('/tmp/mine', 'w').close()
    sys.path.append('/elsewhere')
    os.makedirs('deep', exist_ok=True)
    os.chdir('deep')
    sys.stdout = None
    return before


def patched():
    import decimal, logging, sys
    return [decimal.getcontext().prec, len(logging.getLogger().handlers), os.environ.get('MINE'), os.getcwd(),
            os.path.exists('/tmp/mine'), sys.path[-1]]


def deep_repr():
    value = []
    for _ in range(100000):
        value = [value]
    return repr(value)


def stubborn():
    while True:
        try:
            while True:
                pass
        except Exception:
            pass


def read(path):
    with open(path) as file:
        return file.read()
`;

let interpreter: Interpreter;
let now: EpochMicros = DEFAULT_START;
let spaces = 0;

const boot = async () =>
	Interpreter.boot(await readPythonAssets(), { millis: () => performance.now(), limits: { seconds: 2 } });

/** Starts a process with the probe as its one file. */
function start(
	seed = 'a',
	spec: Partial<SpaceSpec> = {},
	machine = interpreter
): PythonSpace & { lines: unknown[][] } {
	spaces += 1;
	const random = new SeededRandom(seed);
	const lines: unknown[][] = [];
	const space = machine.createSpace({
		id: `probe-${spaces}`,
		bridge: {},
		files: { 'probe.py': PROBE },
		host: {
			now: () => now,
			randomBytes: (bytes) => {
				random.fill(bytes);
			},
			write: (_stream, ...line) => lines.push(line),
			sleep: (micros) => {
				now = instant(now + micros);
			}
		},
		...spec
	});
	return { ...space, lines };
}

/** What a call throws. */
function thrown(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		return error;
	}
	throw new Error('Nothing was thrown');
}

beforeAll(async () => {
	interpreter = await boot();
});

describe('clock and chance', () => {
	it('reads the virtual clock to the microsecond, in UTC', () => {
		expect(start().call('probe:clock')).toEqual([
			'2026-01-05T09:30:00.123456+00:00',
			1_767_605_400_123_456,
			1_767_605_400.123456,
			'2026-01-05T09:30:00.123456',
			'UTC'
		]);
	});

	it('moves the virtual clock by time.sleep', () => {
		const before = now;
		start().call('probe:sleep', 1.5);
		expect(now - before).toBe(1_500_000);
		now = before;
	});

	it('draws from the randomness of the process', () => {
		const [first, again, other] = [start('a'), start('a'), start('b')].map((s) => s.call('probe:chance'));
		expect(again).toEqual(first);
		expect(other).not.toEqual(first);
	});

	it('keeps the random state of a process while another runs', () => {
		const undisturbed = start('r');
		const expected = [undisturbed.call('probe:chance'), undisturbed.call('probe:chance')];
		const [one, two] = [start('r'), start('s')];
		const first = one.call('probe:chance');
		two.call('probe:chance');
		expect([first, one.call('probe:chance')]).toEqual(expected);
	});

	it('hashes text the same in every process', () => {
		expect(start('a').call('probe:hashes')).toBe(start('b').call('probe:hashes'));
	});
});

describe('a process is a value', () => {
	it('has its own module globals, and they end with it', () => {
		const [one, two] = [start(), start()];
		expect([one.call('probe:bump'), one.call('probe:bump'), two.call('probe:bump')]).toEqual([1, 2, 1]);
		expect(one.call('probe:bump')).toBe(3);
		one.end();
		expect(start().call('probe:bump')).toBe(1);
	});

	it('has its own project folder', () => {
		const files = { 'probe.py': PROBE, 'notes/a.txt': 'mine' };
		expect(start('a', { files }).call('probe:read', 'notes/a.txt')).toBe('mine');
		expect(thrown(() => start().call('probe:read', 'notes/a.txt'))).toMatchObject({
			error: { type: 'FileNotFoundError' }
		});
	});
});

describe('what processes leave behind', () => {
	it('is nothing that another process or a later one sees', () => {
		const one = start();
		const first = one.call('probe:patch') as unknown[];
		expect(first.slice(0, 6)).toEqual([28, 0, undefined, '/project', false, false]);
		const two = start();
		const shared = two.call('probe:patch') as unknown[];
		// Two processes that live at once share the standard library itself; all else is their own.
		expect([...shared.slice(0, 4), ...shared.slice(5)]).toEqual([
			28,
			0,
			undefined,
			'/project',
			false,
			first[6]
		]);
		expect(one.call('probe:patched')).toEqual([5, 1, 'yes', '/project/deep', true, '/elsewhere']);
		one.end();
		two.end();
	});

	it('is nothing on the standard library either, once all of them have ended', async () => {
		const fresh = await boot();
		const worlds = [0, 1].map(() => {
			const space = start('a', {}, fresh);
			const seen = space.call('probe:patch');
			space.end();
			return seen;
		});
		expect(worlds[1]).toEqual(worlds[0]);
	});

	it('is no memory', async () => {
		const fresh = await boot();
		const bytes: number[] = [];
		for (let worlds = 0; worlds < 40; worlds += 1) {
			const space = start('a', {}, fresh);
			space.call('probe:patch');
			space.end();
			bytes.push(fresh.memoryBytes);
		}
		expect(bytes[39]).toBe(bytes[4]);
	});
});

describe('the bridge', () => {
	it('carries plain values both ways', () => {
		const value = [1, 'two', null, true, { three: [3.5] }, new Uint8Array([1, 2])];
		const seen: unknown[] = [];
		const space = start('a', { bridge: { echo: (given: unknown) => (seen.push(given), given) } });
		expect(space.call('probe:ask', 'echo', value)).toEqual([
			1,
			'two',
			undefined,
			true,
			{ three: [3.5] },
			new Uint8Array([1, 2])
		]);
	});

	it('raises the original exception object again on the far side', () => {
		const space: PythonSpace = start('a', { bridge: { nested: () => space.call('probe:inner') } });
		expect(space.call('probe:outer')).toBe("'the original'");
	});

	it('raises a DjangoError under its own name', () => {
		const refuse = () => {
			throw new DjangoError('LookupError', 'not here');
		};
		const error = thrown(() => start('a', { bridge: { refuse } }).call('probe:ask', 'refuse'));
		expect(error).toBeInstanceOf(PythonRaised);
		expect(error).toMatchObject({ error: { type: 'LookupError', message: 'not here' } });
	});

	it("tells an exception with the learner's frames alone", () => {
		expect(thrown(() => start().call('probe:fail'))).toMatchObject({
			error: {
				type: 'ValueError',
				message: 'no',
				frames: [{ path: 'probe.py', function: 'fail', text: "raise ValueError('no')" }],
				traceback: expect.stringMatching(
					/^Traceback \(most recent call last\):\n {2}File "probe.py", line \d+, in fail\n {4}raise ValueError\('no'\)\nValueError: no$/
				) as string
			}
		});
	});

	it('tells a syntax error with its line', () => {
		const files = { 'broken.py': 'x = 1\ndef f(:\n' };
		expect(thrown(() => start('a', { files }).call('broken:f'))).toMatchObject({
			error: { type: 'SyntaxError', frames: [{ path: 'broken.py', line: 2, text: 'def f(:' }] }
		});
	});

	it('tells what is printed, and where', () => {
		const space = start();
		space.call('probe:say', 'one\ntwo');
		const [path, line] = space.call('probe:here') as [string, number];
		expect(path).toBe('probe.py');
		expect(space.lines).toEqual([
			['one\n', 'probe.py', line - 19],
			['two\n', 'probe.py', line - 19]
		]);
	});
});

describe('limits', () => {
	it.each([
		['endless', { reason: 'TimeLimit', seconds: 2 }],
		['bomb', { reason: 'MemoryLimit', megabytes: 256 }],
		['flood', { reason: 'OutputLimit', characters: 1_000_000 }],
		['stubborn', { reason: 'TimeLimit', seconds: 2 }]
	])('stops %s and goes on with the next call', (name, refusal) => {
		const space = start();
		const error = thrown(() => space.call(`probe:${name}`));
		expect(error).toBeInstanceOf(RuntimeStopped);
		expect(error).toMatchObject({ refusal });
		expect(start().call('probe:bump')).toBe(1);
	});

	it.each(['leave', 'deep_repr'])('tells that %s ended the interpreter, and another starts', async (name) => {
		expect(thrown(() => start().call(`probe:${name}`))).toMatchObject({
			refusal: { reason: 'InterpreterDied' }
		});
		expect(interpreter.dead).toBe(true);
		interpreter = await boot();
		expect(start().call('probe:bump')).toBe(1);
	});
});
