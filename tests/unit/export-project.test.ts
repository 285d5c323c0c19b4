import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { djangoProject, type ExportedProject } from '../../src/lib/world/export/django-project.ts';
import type { Action } from '../../src/lib/world/action.ts';
import type { DjangoVersion } from '../../src/lib/django/server.ts';
import { FAULT_PRESETS } from '../../src/lib/ui/sandbox/presets/fault-presets.ts';
import { addBook, addBookUpTo, look, migrate, shelfStart } from '../../src/lib/ui/sandbox/presets/shelf.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';
import { manageTest, realDjangos } from '../fixtures/real-django.ts';
import { recordSteps } from '../fixtures/record-steps.ts';

const DJANGOS = realDjangos();
const RUN = 60_000;
if (DJANGOS.length === 0) {
	process.stderr.write(
		'No real Django on this machine: exported projects are written, but their tests are not run. Debian has the package python3-django.\n'
	);
}

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

const VIEWS = `from datetime import datetime
from django.http import HttpResponse, HttpResponseRedirect
def basket(request):
    return HttpResponse(f'{request.session.get("books", 0)} at {datetime.now():%d %b %H:%M}')
def add(request):
    request.session['books'] = request.session.get('books', 0) + 1
    response = HttpResponseRedirect('/')
    response.set_cookie('theme', 'dark "blue"', max_age=60)
    return response
`;

/** Two browsers, time that passes, commands, the shell, SQL, an edit, a lost response, another SECRET_KEY. */
const STORY: readonly Action[] = [
	look,
	migrate,
	addBook,
	{ type: 'visit', profile: 'other', url: '/add/' },
	{ type: 'advance', by: '10d' },
	addBook,
	{ type: 'putCookie', profile: 'browser', name: 'note', value: 'by hand' },
	look,
	{
		type: 'shell',
		code: 'from django.contrib.sessions.models import Session\nSession.objects.get(pk="none")'
	},
	{ type: 'edit', files: { 'views.py': VIEWS } },
	addBook,
	...addBookUpTo(8, 0),
	{ type: 'loseResponse', exchange: 8 },
	{ type: 'finish', exchange: 8 },
	{ type: 'advance', by: '5d' },
	{ type: 'manage', command: 'clearsessions' },
	{ type: 'rotateSecretKey', keepOld: false },
	look,
	{ type: 'sql', sql: 'DELETE FROM django_session' },
	addBook
];

/** All before the first edit: one process of Python. */
const FIRST_PART = STORY.slice(
	0,
	STORY.findIndex(({ type }) => type === 'edit')
);

/** Which engines are tried on the first, second, third and fourth Django of this machine. */
const ENGINES = [['db', 'file'], ['cached_db'], ['signed_cookies'], ['cache']] as const;

const exported = (
	django: DjangoVersion,
	engine: Parameters<typeof shelfStart>[0],
	actions = STORY
): ExportedProject => {
	const start = { ...shelfStart(engine), django };
	return djangoProject(start, recordSteps(start, actions, ports));
};

describe('an exported project', () => {
	it('has all that manage.py test needs, and says what is left out', () => {
		const { files, left, compared } = exported('5.2', 'db');
		expect(Object.keys(files).sort()).toEqual([
			'manage.py',
			'requirements.txt',
			'sessions/.keep',
			'settings.py',
			'story.py',
			'tests.py',
			'urls.py',
			'views.py'
		]);
		expect(compared).toBe(11);
		expect(left).toEqual(['A response that was lost is not compared; what the server stored is.']);
	});

	it.each(
		FAULT_PRESETS.map(({ id, start, actions }) => [id, start, actions] as const).filter(([id]) =>
			/killed|locked|full|vanishes/.test(id)
		)
	)('ends where no test can go on: %s', (_, start, actions) => {
		const { left, files } = djangoProject(start, recordSteps(start, actions, ports));
		expect(left.join()).toMatch(/^From step \d+ on: /);
		expect(files['tests.py']).toContain('# The test ends here. '.slice(2));
	});

	describe.runIf(DJANGOS.length > 0)('on real Django', () => {
		it.for(
			DJANGOS.flatMap((django, at) =>
				(ENGINES[at] ?? []).map((engine) => [django.version, engine, django] as const)
			)
		)('passes its test: %s with %s', { timeout: RUN }, ([version, engine, django]) => {
			const { passed, output } = manageTest(exported(version, engine).files, django);
			expect(output).toMatch(/^OK$/m);
			expect(passed).toBe(true);
		});

		it.for<[string, RegExp, string]>([
			['a status', /status=200/, 'status=201'],
			['a cookie', /(sets=\[.*)HttpOnly/, '$1Secure'],
			['a page', /2 books/, '3 books'],
			['a stored value', /\{\\"books\\":2\}/, '{\\"books\\":3}'],
			['an expire_date', /2026-01-19 09/, '2026-01-19 08'],
			['an exception', /error="DoesNotExist"/, 'error="KeyError"']
		])('fails when %s is altered', { timeout: RUN }, ([, recorded, altered]) => {
			const [django] = DJANGOS;
			if (!django) throw new Error('No Django');
			const { files } = exported(django.version, 'db', FIRST_PART);
			const tests = (files['tests.py'] ?? '').replace(recorded, altered);
			expect(tests).not.toBe(files['tests.py']);
			const { passed, output } = manageTest({ ...files, 'tests.py': tests }, django);
			expect(output).toContain('did not go as recorded');
			expect(passed).toBe(false);
		});
	});
});
