import { beforeAll, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** The lines of the server's terminal after a visit to a page that is not there, without the access line. */
function linesUnder(logging: string): string[] {
	const settings = `${COUNTER_PROJECT['settings.py']}\n${logging}\n`;
	const start = counterStart();
	const world = new World({ ...start, project: { ...COUNTER_PROJECT, 'settings.py': settings } }, ports);
	try {
		world.apply({ type: 'visit', profile: 'browser', url: '/missing/' });
		const lines = world.projection().server.console.filter(({ kind }) => kind !== 'access');
		return lines.map(({ kind, text }) => `${kind} ${text}`);
	} finally {
		world.end();
	}
}

const OWN = `'handlers': {'own': {'class': 'logging.StreamHandler', 'formatter': 'brief'}},
    'formatters': {'brief': {'format': '%(name)s says %(message)s'}},`;

it.each([
	['none', '', ['log Not Found: /missing/']],
	[
		'a handler beside Django’s own',
		`LOGGING = {'version': 1, 'disable_existing_loggers': False, ${OWN} 'root': {'handlers': ['own']}}`,
		['print django.request says Not Found: /missing/\n', 'log Not Found: /missing/']
	],
	[
		'a handler in the place of Django’s own',
		`LOGGING = {'version': 1, 'disable_existing_loggers': False, ${OWN} 'loggers': {'django': {'handlers': ['own']}}}`,
		['print django.request says Not Found: /missing/\n']
	],
	[
		'a level that leaves it out',
		`LOGGING = {'version': 1, 'disable_existing_loggers': False, 'loggers': {'django.request': {'level': 'ERROR'}}}`,
		[]
	],
	['the loggers that were there disabled', `LOGGING = {'version': 1}`, []],
	['DEBUG off', 'DEBUG = False', []]
])('the terminal shows what LOGGING lets through: %s', (_, logging, lines) => {
	expect(linesUnder(logging)).toEqual(lines);
});

it('a line that a view logs with a logger of Django’s is written by Django’s own handler', () => {
	const start = counterStart();
	const views = `import logging
from django.http import HttpResponse


def count(request):
    logging.getLogger('django.request').warning('odd %s', request.path)
    return HttpResponse('ok')
`;
	const urls = "from django.urls import path\nimport views\n\nurlpatterns = [path('', views.count)]\n";
	const project = { ...COUNTER_PROJECT, 'urls.py': urls, 'views.py': views };
	const world = new World({ ...start, project }, ports);
	world.apply({ type: 'visit', profile: 'browser', url: '/' });
	const lines = world.projection().server.console.filter(({ kind }) => kind !== 'access');
	expect(lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['print odd /\n']);
	world.end();
});
