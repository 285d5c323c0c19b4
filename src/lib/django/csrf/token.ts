/** The characters of secrets and tokens. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
export const SECRET_LENGTH = 32;
export const TOKEN_LENGTH = 2 * SECRET_LENGTH;

/**
 * A token for a form: a random mask, and behind it the secret, shifted by the mask letter by letter. Each page shows
 * another token for the same secret.
 */
export function maskSecret(secret: string, mask: string): string {
	return mask + shifted(secret, mask, 1);
}

/** The secret of a token, or the text itself when it is no masked token. */
export function secretOf(token: string): string {
	if (token.length !== TOKEN_LENGTH) return token;
	return shifted(token.slice(SECRET_LENGTH), token.slice(0, SECRET_LENGTH), -1);
}

function shifted(text: string, mask: string, direction: 1 | -1): string {
	return Array.from(text, (char, at) => {
		const sum = ALPHABET.indexOf(char) + direction * ALPHABET.indexOf(mask[at] ?? '');
		return ALPHABET[(sum + ALPHABET.length) % ALPHABET.length];
	}).join('');
}

/** What is wrong with the form of a secret or token, in Django's words; `null` when nothing is. */
export function formatProblem(token: string): 'has incorrect length' | 'has invalid characters' | null {
	if (token.length !== SECRET_LENGTH && token.length !== TOKEN_LENGTH) return 'has incorrect length';
	return /[^a-zA-Z0-9]/.test(token) ? 'has invalid characters' : null;
}
