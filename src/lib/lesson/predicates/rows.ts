import type { SessionRow } from '../../world/projection.ts';
import type { Scene, Verdict } from '../scene.ts';
import type { ArgsOf } from '../schema/predicate.ts';
import { jarOf } from './cookies.ts';
import { counted, oftenEnough, sayOften } from './how-often.ts';

type Args = ArgsOf<'rows'>;

/** More rows than this are only counted. */
const MANY = 20;

/** So many rows of `django_session` have these properties. */
export function judgeRows(args: Args, scene: Scene): Verdict {
	const expected = [sayOften(args, 'row'), ...wishes(args)].join(', ');
	const { sessions, count } = scene.projection.store;
	if (!sessions) return { holds: false, expected, actual: 'no table django_session' };
	const found = wishes(args).length === 0 ? count : sessions.filter((row) => fits(row, args, scene)).length;
	return { holds: oftenEnough(found, args), expected, actual: sayRows(sessions, count) };
}

/** The table `django_session` exists, or does not. */
export function judgeTable(wanted: boolean, { projection }: Scene): Verdict {
	const there = projection.store.sessions !== null;
	const say = (exists: boolean) => (exists ? 'a table django_session' : 'no table django_session');
	return { holds: there === wanted, expected: say(wanted), actual: say(there) };
}

function fits(row: SessionRow, args: Args, scene: Scene): boolean {
	const data = dataOf(row);
	const own = args.of === undefined ? null : jarOf(scene, args.of).map(({ value }) => value);
	return (
		(args.expired === undefined || row.expired === args.expired) &&
		(args.clearable === undefined || row.clearable === args.clearable) &&
		(own === null || own.includes(row.sessionKey)) &&
		(args.lacks === undefined || (data !== null && !(args.lacks in data))) &&
		Object.entries(args.holds ?? {}).every(
			([key, value]) => data !== null && key in data && data[key] === value
		)
	);
}

function wishes({ expired, clearable, holds, lacks, of }: Args): string[] {
	return [
		expired === undefined ? '' : expired ? 'expired' : 'not expired',
		clearable === undefined ? '' : clearable ? 'ready for clearsessions' : 'not ready for clearsessions',
		...Object.entries(holds ?? {}).map(([key, value]) => `with ${key} = ${JSON.stringify(value)}`),
		lacks === undefined ? '' : `without ${lacks}`,
		of === undefined ? '' : `of ${of}`
	].filter(Boolean);
}

/** The decoded values of a row; `null` where they do not decode. */
function dataOf({ decoded }: SessionRow): Readonly<Record<string, unknown>> | null {
	if (decoded === null) return null;
	const data: unknown = JSON.parse(decoded);
	return typeof data === 'object' && data !== null ? { ...data } : null;
}

function sayRows(rows: readonly SessionRow[], count: number): string {
	if (rows.length === 0) return 'an empty table';
	if (count > MANY) return `${count.toLocaleString('en')} rows`;
	const shown = rows.slice(0, 4).map(sayRow);
	if (count > shown.length) shown.push('…');
	return `${counted(count, 'row')}: ${shown.join('; ')}`;
}

function sayRow(row: SessionRow): string {
	const state = row.clearable ? ', expired' : row.expired ? ', expired this very instant' : '';
	return `${row.sessionKey.slice(0, 6)}… ${row.decoded ?? 'unreadable'}${state}`;
}
