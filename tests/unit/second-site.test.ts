import { expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import type { Action } from '../../src/lib/world/action.ts';
import { World } from '../../src/lib/world/world.ts';
import { COUNTER_PROJECT, counterStart } from '../fixtures/counter-project.ts';

const VIEWS = `from django.http import HttpResponse
asked = 0
def index(request):
    global asked
    asked += 1
    request.session['visits'] = request.session.get('visits', 0) + 1
    return HttpResponse(f"{request.get_host()}: {asked} asked, {request.session['visits']} of yours")
`;
const URLS = "from django.urls import path\nimport views\nurlpatterns = [path('', views.index)]\n";
const SETTINGS = `${COUNTER_PROJECT['settings.py'] ?? ''}
ALLOWED_HOSTS = ['*']
SESSION_ENGINE = 'django.contrib.sessions.backends.signed_cookies'
`;
const project = { ...COUNTER_PROJECT, 'settings.py': SETTINGS, 'urls.py': URLS, 'views.py': VIEWS };

it('two Django projects answer two hosts, each with its own process, sessions and cookies', async () => {
	const start = counterStart();
	const world = new World(
		{
			...start,
			project,
			origin: 'http://shop.example',
			sites: [{ origin: 'http://bank.example', content: { kind: 'django', django: '3.2', project } }]
		},
		await bootWorldPorts()
	);
	const bodies = (...urls: string[]) =>
		urls.map((url) => {
			const action: Action = { type: 'visit', profile: 'browser', url };
			world.apply(action);
			return world.projection().exchanges.at(-1)?.response?.body;
		});
	try {
		expect(bodies('/', '/', 'http://bank.example/', 'http://shop.example/', 'http://bank.example/')).toEqual([
			'shop.example: 1 asked, 1 of yours',
			'shop.example: 2 asked, 2 of yours',
			'bank.example: 1 asked, 1 of yours',
			'shop.example: 3 asked, 3 of yours',
			'bank.example: 2 asked, 2 of yours'
		]);
		const cookies = world.projection().profiles[0]?.cookies ?? [];
		expect(cookies.map(({ name, domain }) => [name, domain])).toEqual([
			['sessionid', 'shop.example'],
			['sessionid', 'bank.example']
		]);
	} finally {
		world.end();
	}
});
