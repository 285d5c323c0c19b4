import type { SourceLine } from '../django/events.ts';
import type { EpochMicros } from '../time/instant.ts';
import { formatInstant } from '../time/instant.ts';

/** "line 7 of views.py", or "Django" where no line of the learner caused it. */
export function cause(by: SourceLine | undefined): string {
	return by ? `Line ${by.line} of ${by.path}` : 'Django';
}

/** A session key as people talk of it: its first six characters. */
export function shortKey(key: string): string {
	return key.length > 8 ? `${key.slice(0, 6)}…` : key;
}

/** "1 cookie", "2 cookies". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A browser in the middle of a sentence: "the browser", "the second browser". */
export function theBrowser(profile: string): string {
	if (profile === 'browser') return 'the browser';
	if (profile === 'private') return 'the private window';
	if (profile === 'attacker') return 'the attacker’s browser';
	return /^(?:second|third|fourth)$/.test(profile) ? `the ${profile} browser` : profile;
}

/** A browser at the beginning of a sentence: "The second browser". */
export function aBrowserBegins(profile: string): string {
	const words = theBrowser(profile);
	return words === profile ? profile : `T${words.slice(1)}`;
}

/** The last part of a dotted path: the name of the middleware or of the view. */
export function lastName(dotted: string): string {
	return dotted.split('.').at(-1) ?? dotted;
}

/** An instant as a person reads it: "5 January 2026, 09:30:00". */
export function sayInstant(at: EpochMicros): string {
	const [date = '', time = ''] = formatInstant(at).split('T');
	const [year, month, day] = date.split('-');
	return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${time.slice(0, 8)}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
	' '
);
