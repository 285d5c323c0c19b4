import { parseDuration } from '../../time/duration.ts';
import { InvalidAction } from '../invalid-action.ts';

/**
 * A duration that may be negative: "1h", "-1h", or seconds.
 * @returns microseconds
 * @throws InvalidAction when it is none
 */
export function signedDuration(text: string | number): number {
	const negative = typeof text === 'number' ? text < 0 : text.startsWith('-');
	try {
		const size = parseDuration(typeof text === 'number' ? Math.abs(text) : text.replace(/^[-+]/, ''));
		return negative ? -size : size;
	} catch (error) {
		throw new InvalidAction(error instanceof Error ? error.message : String(error));
	}
}
