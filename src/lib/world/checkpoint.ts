import type { Display } from '../django/management/dbshell/formats.ts';
import { RuntimeStopped } from '../python/runtime.ts';
import { VirtualClock } from '../time/clock.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { FlightsSnapshot } from './flights.ts';
import type { WorldStart } from './scenario.ts';
import { SimulatedBrowser, type BrowserSnapshot } from './simulated-browser.ts';
import type { ServerSnapshot } from './simulated-server.ts';
import { World, type WorldPorts } from './world.ts';

/** A whole world between two actions, as values that do not change. Worlds and checkpoints may share them. */
export interface Checkpoint {
	readonly actions: number;
	readonly now: EpochMicros;
	readonly nextEvent: number;
	readonly cron: boolean;
	readonly browsers: readonly BrowserSnapshot[];
	readonly flights: FlightsSnapshot;
	readonly server: ServerSnapshot;
	/** The servers of further sites, by name. */
	readonly sites: Readonly<Record<string, ServerSnapshot>>;
	readonly dbshell: Display;
}

/**
 * Takes a checkpoint. Changes nothing.
 * @returns `null` where there can be none: an exchange is in flight, or a database has an open transaction, temporary
 * tables or settings of its connection. The world is then reached by replay.
 */
export function takeCheckpoint(world: World): Checkpoint | null {
	if (world.flights.inFlight) return null;
	const server = world.server.snapshot();
	if (!server) return null;
	const sites: Record<string, ServerSnapshot> = {};
	for (const [name, site] of world.sites.others) {
		const snapshot = site.snapshot();
		if (!snapshot) return null;
		sites[name] = snapshot;
	}
	return {
		actions: world.actions,
		now: world.clock.now(),
		nextEvent: world.log.next,
		cron: world.cron,
		browsers: [...world.browsers.values()].map((browser) => browser.snapshot()),
		flights: world.flights.snapshot(),
		server,
		sites,
		dbshell: world.commands.dbshell.display
	};
}

/**
 * Makes the world that a checkpoint was taken of. Its Python processes are started anew, and what their modules held
 * is put back; each must come out with the digest that it had.
 * @param start how the world began
 * @returns the world; or what of its processes came out otherwise than it was, because it cannot be copied (an open
 * file, a function typed at the prompt): the world is then reached by replay
 */
export function restoreCheckpoint(
	checkpoint: Checkpoint,
	start: WorldStart,
	ports: WorldPorts
): World | { readonly otherwise: readonly string[] } {
	const world = new World(start, ports, new VirtualClock(checkpoint.now));
	const otherwise = reviveServers(world, checkpoint);
	if (otherwise.length > 0) {
		world.end();
		return { otherwise };
	}
	world.countFrom(checkpoint.actions);
	world.cron = checkpoint.cron;
	world.log.continueFrom(checkpoint.nextEvent);
	for (const snapshot of checkpoint.browsers) {
		world.browsers.set(snapshot.name, SimulatedBrowser.restore(snapshot));
	}
	world.flights.restore(checkpoint.flights);
	world.commands.dbshell.restore(checkpoint.dbshell);
	return world;
}

/** @returns what came out otherwise */
function reviveServers({ server, sites, clock }: World, checkpoint: Checkpoint): readonly string[] {
	try {
		const otherwise = [...server.restore(checkpoint.server), ...sites.restore(checkpoint.sites)];
		return clock.now() === checkpoint.now ? otherwise : [...otherwise, 'clock'];
	} catch (error) {
		if (!(error instanceof RuntimeStopped)) throw error;
		return [error.message];
	}
}
