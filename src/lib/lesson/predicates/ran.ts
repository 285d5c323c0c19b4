import type { WorldEvent } from '../../world/events.ts';
import type { Scene, Verdict } from '../scene.ts';
import type { ArgsOf } from '../schema/predicate.ts';
import { inWindow, oftenEnough, sayOften, sayWindow } from './how-often.ts';

type Args = ArgsOf<'ran'>;

/** A command, code in the shell, or SQL was run. */
export function judgeRan(args: Args, scene: Scene): Verdict {
	const inputs = scene.events.filter((event) => isKind(event, args));
	const found = inputs.filter(
		(event) => fits(event, args) && inWindow(event.at, scene.projection.start, args)
	);
	const last = inputs.at(-1);
	return {
		holds: oftenEnough(found.length, args),
		expected: [sayOften(args, 'run'), ...wishes(args)].join(', ') + sayWindow(args),
		actual: last ? `last: ${sayRun(last)}` : 'not run yet'
	};
}

function isKind(event: WorldEvent, { manage, shell, sql }: Args): boolean {
	if (event.type === 'sql.ran') return sql !== undefined;
	if (event.type !== 'command.ran') return false;
	return event.kind === 'manage' ? manage !== undefined : shell !== undefined;
}

function fits(event: WorldEvent, args: Args): boolean {
	if (event.type === 'sql.ran') {
		// SQL's words may be written in capitals.
		const has = event.input.toLowerCase().includes((args.sql ?? '').toLowerCase());
		return has && (args.error === undefined || event.error === args.error);
	}
	if (event.type !== 'command.ran') return false;
	return (
		(args.manage === undefined || event.input.startsWith(args.manage)) &&
		(args.shell === undefined || event.input.includes(args.shell)) &&
		(args.prints === undefined || event.stdout.includes(args.prints)) &&
		(args.error === undefined || (event.error?.type ?? null) === args.error)
	);
}

function wishes({ manage, shell, sql, prints, error }: Args): string[] {
	return [
		manage === undefined ? '' : `of manage.py ${manage}`,
		shell === undefined ? '' : `of ${shell} in the shell`,
		sql === undefined ? '' : `of ${sql} in the database`,
		prints === undefined ? '' : `printing “${prints}”`,
		error === undefined ? '' : error === null ? 'without an error' : `failing with ${error}`
	].filter(Boolean);
}

function sayRun(event: WorldEvent): string {
	if (event.type === 'sql.ran') return event.error ?? event.input;
	if (event.type !== 'command.ran') return event.type;
	const end = event.error?.type ?? (event.stdout.trim().slice(0, 120) || 'no output');
	return `${event.input.trim().split('\n').at(-1) ?? ''} → ${end}`;
}
