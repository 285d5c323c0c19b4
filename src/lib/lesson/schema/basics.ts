import * as v from 'valibot';
import { parseDuration } from '../../time/duration.ts';

/** Text that is not empty. */
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

/** A whole number, zero or more. */
export const count = v.pipe(
	v.number(),
	v.integer('must be a whole number'),
	v.minValue(0, 'must not be negative')
);

/** A value that JSON has and that is neither list nor object. */
export const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** The name of something within a lesson: "row-is-there". */
export const id = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9-]*$/, 'must be a name of small letters, digits and hyphens, such as "row-is-there"')
);

/** A duration such as "14d" or "1h30m", or a number of seconds. */
export const duration = v.pipe(
	v.union([v.string(), v.number()]),
	v.check(isDuration, 'must be a duration such as 90s, 5m, 1h30m or 14d, or a number of seconds')
);

function isDuration(value: string | number): boolean {
	try {
		parseDuration(value);
		return true;
	} catch {
		return false;
	}
}

/** A path inside a folder: no leading slash, no "..". */
export const relativePath = v.pipe(
	v.string(),
	v.regex(
		/^(?![/.])(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+$/,
		'must be a path inside the folder, such as "templates/base.html"'
	)
);
