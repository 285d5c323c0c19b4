import type { DjangoVersion } from '../../django/server.ts';
import { VERSIONS } from '../../django/versions.ts';
import { SeededRandom } from '../../time/random.ts';
import { InvalidAction } from '../invalid-action.ts';

/** The letters of `django.core.management.utils.get_random_secret_key`, and how many it takes. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)';
const LENGTH = 50;
/** A line such as `SECRET_KEY = 'abc'`. */
const KEY_LINE = /^SECRET_KEY[ \t]*=[ \t]*(['"])([^'"\\\n]*)\1[ \t]*(?:#.*)?$/m;
const FALLBACKS_LINE = /^SECRET_KEY_FALLBACKS[ \t]*=[ \t]*\[([^\]]*)\][ \t]*(?:#.*)?$/m;

/**
 * settings.py with another SECRET_KEY.
 * @param keepOld puts the old key first into SECRET_KEY_FALLBACKS
 * @param seed the new key is drawn from it and from the old key
 * @throws InvalidAction when the file sets no key as a plain text, or the version knows no fallbacks
 */
export function rotateSecretKey(
	settings: string,
	{ keepOld, django, seed }: { keepOld: boolean; django: DjangoVersion; seed: string }
): string {
	const [line, quote, old] = KEY_LINE.exec(settings) ?? [];
	if (line === undefined || old === undefined) {
		throw new InvalidAction('settings.py has no line SECRET_KEY = "…" with a plain text. Write one first.');
	}
	if (keepOld && !VERSIONS[django].secretKeyFallbacks) {
		throw new InvalidAction(
			`Django ${django} has no SECRET_KEY_FALLBACKS: it came with 4.1. Rotate without them, or take a newer Django.`
		);
	}
	const rotated = settings.replace(KEY_LINE, () => `SECRET_KEY = '${newKey(`${seed}/secret-key/${old}`)}'`);
	return keepOld ? withFallback(rotated, `${quote}${old}${quote}`) : rotated;
}

function withFallback(settings: string, literal: string): string {
	const [line, inner = ''] = FALLBACKS_LINE.exec(settings) ?? [];
	const others = inner.trim();
	const list = `SECRET_KEY_FALLBACKS = [${literal}${others ? `, ${others}` : ''}]`;
	if (line !== undefined) return settings.replace(FALLBACKS_LINE, () => list);
	return settings.replace(KEY_LINE, (key) => `${key}\n${list}`);
}

function newKey(seed: string): string {
	const random = new SeededRandom(seed);
	return Array.from({ length: LENGTH }, () => LETTERS[random.below(LETTERS.length)]).join('');
}
