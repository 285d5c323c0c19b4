import { beforeAll, describe, expect, it } from 'vitest';
import { bootWorldPorts } from '../../src/cli/boot-world-ports.ts';
import { RuntimeStopped } from '../../src/lib/python/runtime.ts';
import { DEFAULT_START } from '../../src/lib/time/instant.ts';
import { WorldHost } from '../../src/lib/worker/world-host.ts';
import type { Action } from '../../src/lib/world/action.ts';
import type { WorldStart } from '../../src/lib/world/scenario.ts';
import type { WorldPorts } from '../../src/lib/world/world.ts';

const SETTINGS = `SECRET_KEY = 'crumbs-for-teaching-only-0123456789-abcdefghijkl'
ALLOWED_HOSTS = ['*']
MIDDLEWARE = []
ROOT_URLCONF = 'urls'
`;
const URLS = `import os, sys
from django.http import HttpResponse
from django.urls import path

count = 0


def counter(request):
    global count
    count += 1
    return HttpResponse(str(count))


def endless(request):
    while True:
        pass


def leave(request):
    os._exit(1)


urlpatterns = [path('', counter), path('endless/', endless), path('leave/', leave)]
`;

const start = (settings = SETTINGS): WorldStart => ({
	django: '5.2',
	now: DEFAULT_START,
	origin: 'http://127.0.0.1:8000',
	sessionKeys: [],
	seed: 'host',
	project: { 'settings.py': settings, 'urls.py': URLS }
});
const visit = (url: string): Action => ({ type: 'visit', profile: 'browser', url });

let ports: WorldPorts | null = null;
let beats = 0;
const host = () =>
	new WorldHost(
		async () => {
			if (!ports || ports.runtime.dead) ports = await bootWorldPorts();
			return ports;
		},
		() => (beats += 1)
	);

beforeAll(async () => {
	ports = await bootWorldPorts();
});

const body = (outcome: { projection: { profiles: readonly { page: { body: string } | null }[] } }) =>
	outcome.projection.profiles[0]?.page?.body;

describe('a world with its history', () => {
	it('goes back to the very same world, and tells that it gets on', async () => {
		const world = host();
		await world.start(start());
		const first = await world.apply(visit('/'));
		expect(body(await world.apply(visit('/')))).toBe('2');
		beats = 0;
		expect((await world.goTo(1)).projection).toEqual(first.projection);
		expect(beats).toBe(2);
		expect(body(await world.apply(visit('/')))).toBe('2');
	});

	it.each([
		['/endless/', 'TimeLimit'],
		['/leave/', 'InterpreterDied']
	])('refuses %s by its name and is as before', async (path, reason) => {
		const world = host();
		await world.start(start());
		const before = await world.apply(visit('/'));
		const refused = await world.apply(visit(path));
		expect(refused).toMatchObject({ outcome: 'refused', refusal: { reason } });
		expect(refused.projection).toEqual(before.projection);
		expect(body(await world.apply(visit('/')))).toBe('2');
	});

	it('goes to the actions of another way, from where it stands or from the start', async () => {
		const world = host();
		await world.start(start());
		for (const url of ['/', '/', '/?other']) await world.apply(visit(url));
		beats = 0;
		expect(body(await world.switchTo([visit('/'), visit('/?other')]))).toBe('2');
		expect(beats).toBe(3);
		beats = 0;
		const on = await world.switchTo([visit('/'), visit('/?other'), visit('/')]);
		expect([body(on), on.projection.actions, beats]).toEqual(['3', 3, 1]);
	});

	it('ends another way before the action that is refused', async () => {
		const world = host();
		await world.start(start());
		const way: Action[] = [visit('/'), visit('/'), { type: 'step', exchange: 9 }, visit('/')];
		const { outcome, projection } = await world.switchTo(way);
		expect([outcome, projection.actions]).toEqual(['refused', 2]);
		expect(body(await world.apply(visit('/')))).toBe('3');
	});

	it('goes back by way of a checkpoint, to the very same world', async () => {
		const world = host();
		await world.start(start());
		for (let at = 0; at < 120; at++) await world.apply(visit('/'));
		world.rest();
		const there = await world.hash();
		await world.apply(visit('/'));
		await world.goTo(3);
		beats = 0;
		const way = Array.from({ length: 120 }, () => visit('/'));
		expect(body(await world.switchTo(way))).toBe('120');
		expect(beats).toBe(1);
		expect(await world.hash()).toBe(there);
		expect(body(await world.apply(visit('/')))).toBe('121');
	});

	it('says that settings without end do not start, and starts the next project', async () => {
		const world = host();
		await expect(world.start(start(`${SETTINGS}while True: pass\n`))).rejects.toThrow(RuntimeStopped);
		await world.start(start());
		expect(body(await world.apply(visit('/')))).toBe('1');
	});
});
