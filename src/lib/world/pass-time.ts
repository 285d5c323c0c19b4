import { parseDuration } from '../time/duration.ts';
import { instant, type EpochMicros } from '../time/instant.ts';
import { DEFAULT_DATABASE } from './databases.ts';
import { InvalidAction } from './invalid-action.ts';
import { MOST_NIGHTS, nightsBetween } from './nightly.ts';
import { rowsExpiredBetween } from './session-rows.ts';
import type { World } from './world.ts';

type Passing = Pick<World, 'clock' | 'log' | 'server' | 'browsers' | 'commands' | 'cron'>;

/**
 * Moves the clock on, and says what expires on the way. Where cron is switched on, `clearsessions` runs at each three
 * o'clock that is passed, at that moment.
 * @param by a duration ("14d") or a number of seconds
 * @throws InvalidAction when it is neither
 */
export function passTime(world: Passing, by: string | number): void {
	const to = instant(world.clock.now() + durationOf(by));
	const { TIME_ZONE: named } = world.server.runningSettings;
	const zone = typeof named === 'string' ? named : 'UTC';
	const nights = world.cron ? nightsBetween(world.clock.now(), to, zone) : [];
	for (const night of nights.slice(0, MOST_NIGHTS)) {
		passTo(world, night);
		world.log.say({ type: 'cron.started', command: 'clearsessions' });
		world.commands.run({ type: 'manage', command: 'clearsessions' });
	}
	if (nights.length > MOST_NIGHTS) world.log.say({ type: 'cron.skipped', after: MOST_NIGHTS });
	passTo(world, to);
}

function passTo({ clock, log, server, browsers }: Passing, to: EpochMicros): void {
	const from = clock.now();
	const rows = rowsExpiredBetween(server.databases.get(DEFAULT_DATABASE), from, to);
	clock.advance(to - from);
	log.say({ type: 'clock.advanced', from, to });
	for (const browser of browsers.values()) {
		for (const cookie of browser.jar.expire(browser.time(to))) {
			log.say({ type: 'cookie.expired', cookie }, { profile: browser.name });
		}
	}
	for (const row of rows) log.say({ type: 'row.expired', ...row });
}

function durationOf(by: string | number): number {
	try {
		return parseDuration(by);
	} catch (error) {
		throw new InvalidAction(error instanceof Error ? error.message : String(error));
	}
}
