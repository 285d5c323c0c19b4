import { theBrowser } from '../../explain/text.ts';
import type { WorldEvent } from '../../world/events.ts';
import type { Scene, Verdict } from '../scene.ts';
import type { ArgsOf } from '../schema/predicate.ts';
import { inWindow, oftenEnough, sayOften, sayWindow } from './how-often.ts';

type Args = ArgsOf<'event'>;
type Matcher = NonNullable<Args['where']>[string];

/** So many events of a type had these fields. */
export function judgeEvent(args: Args, scene: Scene): Verdict {
	const start = scene.projection.start;
	const found = scene.events.filter(
		(event) => event.type === args.type && fits(event, args) && inWindow(event.at, start, args)
	).length;
	const where = Object.entries(args.where ?? {}).map(([field, matcher]) => `${field} ${sayMatcher(matcher)}`);
	const place = args.browser === undefined ? [] : [`in ${theBrowser(args.browser)}`];
	return {
		holds: oftenEnough(found, args),
		expected:
			[sayOften(args, `event ${args.type}`, `events ${args.type}`), ...place, ...where].join(', ') +
			sayWindow(args),
		actual: sayTimes(found, args.count ?? args.atLeast ?? 1)
	};
}

function sayTimes(found: number, needed: number): string {
	if (found === 0) return 'it has not happened';
	const times = `it has happened ${found === 1 ? 'once' : `${found} times`}`;
	return found < needed ? `${times}, ${needed} times are needed` : times;
}

function fits(event: WorldEvent, { where, browser }: Args): boolean {
	if (browser !== undefined && event.profile !== browser) return false;
	return Object.entries(where ?? {}).every(([field, matcher]) => matches(fieldOf(event, field), matcher));
}

/** The field at a dotted path; `undefined` where there is none. */
function fieldOf(event: WorldEvent, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
			event
		);
}

function matches(value: unknown, matcher: Matcher): boolean {
	if (typeof matcher !== 'object' || matcher === null) return value === matcher;
	const inside = contents(value);
	return 'contains' in matcher ? inside.includes(matcher.contains) : !inside.includes(matcher.lacks);
}

/** Text, or a list of names; of a list of objects their `reason`s. */
function contents(value: unknown): string | readonly unknown[] {
	if (!Array.isArray(value)) return typeof value === 'string' ? value : '';
	return value.map((item: unknown) =>
		typeof item === 'object' && item !== null && 'reason' in item ? item.reason : item
	);
}

function sayMatcher(matcher: Matcher): string {
	if (typeof matcher !== 'object' || matcher === null) return `= ${JSON.stringify(matcher)}`;
	return 'contains' in matcher ? `with “${matcher.contains}”` : `without “${matcher.lacks}”`;
}
