import { sameSignature } from '../crypto.ts';
import { refusal, type CsrfRefusal } from './refusal.ts';
import { formatProblem, secretOf } from './token.ts';

/**
 * The token of a form against the secret of the cookie or the session.
 * @param held what the cookie or the session has; `null` without one
 * @param given the token of the form or of the header; `null` when there is neither
 * @param source "POST", or the header's name in `request.META`
 */
export function checkToken(held: string | null, given: string | null, source: string): CsrfRefusal | null {
	if (held === null) return refusal('NoCookie', 'CSRF cookie not set.');
	if (given === null) return refusal('TokenMissing', 'CSRF token missing.');
	const problem = formatProblem(given);
	const from = source === 'POST' ? 'POST' : `the '${headerName(source)}' HTTP header`;
	if (problem) return refusal('TokenMalformed', `CSRF token from ${from} ${problem}.`);
	if (sameSignature(secretOf(given), secretOf(held))) return null;
	return refusal('TokenIncorrect', `CSRF token from ${from} incorrect.`);
}

/** "HTTP_X_CSRFTOKEN" as "X-Csrftoken". */
function headerName(meta: string): string {
	return meta
		.replace(/^HTTP_/, '')
		.split('_')
		.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
		.join('-');
}
