import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { Course } from '../../src/lib/lesson/course.ts';
import { lintLesson } from '../../src/lib/lesson/lint/lint.ts';
import { newLesson } from '../../src/lib/lesson/new-lesson.ts';
import { formatProblem } from '../../src/lib/lesson/problem.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';

const SLUG = 'my-lesson';
const SETTINGS = `SECRET_KEY = 'for-a-test-only'
DEBUG = True
INSTALLED_APPS = ['django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']
ROOT_URLCONF = 'urls'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
USE_TZ = True
`;

let ports: WorldPorts;
beforeAll(async () => {
	ports = await bootWorldPorts();
});

type Change = string | ((text: string) => string);

/** What the linter says of a new lesson with some files changed. */
async function lint(changes: Record<string, Change> = {}): Promise<string[]> {
	const files: Record<string, string> = {
		'course.yml': `title: T\nsummary: S\nparts:\n  - title: P\n    lessons:\n      - ${SLUG}\n`,
		'templates/startproject/settings.py': SETTINGS,
		...Object.fromEntries(Object.entries(newLesson(SLUG)).map(([path, text]) => [`${SLUG}/${path}`, text]))
	};
	for (const [name, change] of Object.entries(changes)) {
		const path = `${SLUG}/${name}`;
		files[path] = typeof change === 'string' ? change : change(files[path] ?? '');
	}
	return (await lintLesson(new Course(files), SLUG, ports)).map(formatProblem);
}

const replace = (from: string, to: string) => (text: string) => {
	if (!text.includes(from)) throw new Error(`The lesson does not have ${from}`);
	return text.replace(from, to);
};

it('a lesson made by lessons:new holds', async () => {
	expect(await lint()).toEqual([]);
});

describe('what the linter finds by playing', () => {
	it.each<[string, Record<string, Change>, string]>([
		[
			'a check that passes at the start',
			{ 'lesson.md': replace('page: { status: 200, contains: Hello. }', 'rows: { count: 0 }') },
			'lesson.md:17:3 when: check page-there: passes already at the start, before the learner does anything'
		],
		[
			'a walkthrough that does not pass',
			{ 'lesson.md': replace('contains: Hello.', 'contains: Goodbye') },
			'lesson.md:17:3 when: check page-there: the walkthrough of step ask-once does not pass it. Expected: a page in the browser, status 200, saying “Goodbye”. Actual: 200: “Hello.”'
		],
		[
			'an action that the world refuses',
			{ 'walkthrough.yml': replace('- visit: /', '- visit: ftp://example.com/') },
			'walkthrough.yml:3:5 ask-once[0]: Only http and https addresses can be opened here, not ftp:'
		],
		[
			'a change that does not fit',
			{ 'walkthrough.yml': replace('- solve: true', '- change: { path: views.py, find: Hola, to: Hi }') },
			'walkthrough.yml:8:5 change-the-view[0]: views.py does not have "Hola"'
		],
		[
			'an action that no check asks for',
			{ 'walkthrough.yml': replace('- solve: true', '- advance: 5s\n  - solve: true') },
			'walkthrough.yml:8:5 change-the-view[0]: all checks pass without this action; ask for it in a check'
		],
		[
			'a prediction that the simulator does not settle',
			{ 'lesson.md': replace('exchange: { sends: [sessionid] }', 'exchange: { sends: [other] }') },
			'lesson.md:33:3 choices: prediction what-is-sent: the simulator does not settle it: no choice holds: no such request; the last was GET /: 200'
		],
		[
			'two choices that both hold',
			{ 'lesson.md': replace('exchange: { withholds: [sessionid] }', 'page: { status: 200 }') },
			'lesson.md:33:3 choices: prediction what-is-sent: the simulator does not settle it: more than one choice holds: yes, no'
		],
		[
			'a wrong path without its feedback',
			{ 'wrong/it-is-remembered.yml': replace('    browser: second\n', '') },
			'wrong/it-is-remembered.yml:6:7 gets: the feedback greeted-nobody does not come; got none'
		],
		[
			'feedback on the right path',
			{ 'lesson.md': replace('exchange: { says: Hello., browser: second }', 'event: { type: files.edited }') },
			'lesson.md:72:3 when: feedback greeted-nobody: speaks although step change-the-view is walked as it should be'
		],
		[
			'a view that cannot be loaded',
			{ 'project/views.py': (text) => `${text}def (\n` },
			'lesson.md:17:3 when: check page-there: the walkthrough of step ask-once does not pass it. Expected: a page in the browser, status 200, saying “Hello.”. Actual: 500: “SyntaxError at / invalid syntax (views.py, line 8)'
		],
		[
			'a setup that cannot be played',
			{ 'scenario.yml': replace('- manage: migrate -v 0', '- solve: [urls.py]') },
			'scenario.yml:6:5 setup[0]: the solution has no file urls.py'
		]
	])('%s', async (_, changes, message) => {
		const [first, ...others] = await lint(changes);
		expect(first?.slice(0, SLUG.length + 1 + message.length)).toBe(`${SLUG}/${message}`);
		expect(others).toEqual([]);
	});

	it('a view that never ends', async () => {
		const view = (text: string) => text.replace("    page = HttpResponse('Hello.')", '    while True: pass');
		const [first] = await lint({ 'project/views.py': view });
		expect(first).toBe(`${SLUG}/walkthrough.yml:3:5 ask-once[0]: the code ran for 5 seconds and was stopped`);
	});
});
