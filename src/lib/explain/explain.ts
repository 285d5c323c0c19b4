import type { WorldEvent, WorldEventType } from '../world/events.ts';
import { AUTH } from './auth.ts';
import { BROWSER } from './browser.ts';
import type { Entries } from './entries.ts';
import { EXCHANGE } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import { FAULTS } from './faults.ts';
import { JAR } from './jar.ts';
import { SERVER } from './server.ts';
import { SESSIONS } from './sessions.ts';
import { WORLD } from './world.ts';

/** Every type of event has its text: one that has none does not compile. */
const CATALOGUE: Entries<WorldEventType> = {
	...AUTH,
	...BROWSER,
	...EXCHANGE,
	...FAULTS,
	...JAR,
	...SERVER,
	...SESSIONS,
	...WORLD
};

/** The types of all events of a world. */
export const EVENT_TYPES = Object.keys(CATALOGUE) as WorldEventType[];

/** Says in plain words what an event means and why it happened, with a link to where that is written. */
export function explain(event: WorldEvent): Explanation {
	// The key chose the entry, so the entry takes this event; TypeScript cannot follow that over a union.
	const entry = CATALOGUE[event.type] as (event: WorldEvent) => Explanation;
	return entry(event);
}
