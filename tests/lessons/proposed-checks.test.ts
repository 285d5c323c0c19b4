import { beforeAll, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { readLessons } from '../../src/cli/lessons/read-lessons.ts';
import { proposeChecks } from '../../src/lib/lesson/author/proposed-checks.ts';
import type { LessonAction } from '../../src/lib/lesson/lesson.ts';
import { inLessonWorld } from '../../src/lib/lesson/lesson-world.ts';
import { playActions } from '../../src/lib/lesson/play.ts';
import type { Predicate } from '../../src/lib/lesson/schema/predicate.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';

const lesson = readLessons().lesson('01-the-server-remembers');

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** What is proposed after `acts`, when `lead` was done before. */
function proposed(lead: readonly LessonAction[], acts: readonly LessonAction[]): Promise<Record<string, Predicate>> {
	return inLessonWorld(lesson, ports, async (world) => {
		await playActions(world, lead, lesson);
		const before = world.look();
		const moments = await playActions(world, acts, lesson);
		const events = moments.flatMap((moment) => moment.events);
		const checks = proposeChecks(before, world.look(), events);
		return Object.fromEntries(checks.map(({ id, when }) => [id, when]));
	});
}

const path = '/count/';

it.each<[string, LessonAction[], LessonAction[], Record<string, Predicate>]>([
	[
		'a first visit',
		[],
		[{ visit: path }],
		{
			'sets-sessionid': { exchange: { method: 'GET', path, sets: ['sessionid'] } },
			'asked-count': { exchange: { method: 'GET', path, status: 200 } },
			'page-view-count-1': { page: { contains: 'view count=1' } },
			'has-sessionid': { cookie: { name: 'sessionid' } },
			'row-num-visits-1': { rows: { holds: { num_visits: 1 } } },
			'rows-1': { rows: { count: 1 } }
		}
	],
	[
		'a second one: only what is new',
		[{ visit: path }],
		[{ visit: path }],
		{
			'sends-sessionid': { exchange: { method: 'GET', path, sends: ['sessionid'] } },
			'sets-sessionid': { exchange: { method: 'GET', path, sets: ['sessionid'] } },
			'asked-count': { exchange: { method: 'GET', path, status: 200 } },
			'page-view-count-2': { page: { contains: 'view count=2' } },
			'row-num-visits-2': { rows: { holds: { num_visits: 2 } } }
		}
	],
	[
		'a cookie that was made, in another browser',
		[],
		[{ putCookie: { name: 'visits', value: '999' }, browser: 'second' }],
		{
			'has-visits-in-second': { cookie: { name: 'visits', browser: 'second' } },
			'visits-is-999-in-second': { cookie: { name: 'visits', value: '999', browser: 'second' } }
		}
	],
	[
		'a cookie that is gone',
		[{ visit: path }],
		[{ deleteCookie: 'sessionid' }],
		{ 'sessionid-gone': { cookie: { name: 'sessionid', present: false } } }
	],
	['the clock', [], [{ advance: '1h' }], { 'time-has-passed': { clock: { atLeast: 3600 } } }],
	['nothing', [{ visit: path }], [], {}]
])('checks are proposed for %s', async (_, lead, acts, expected) => {
	expect(await proposed(lead, acts)).toEqual(expected);
});
