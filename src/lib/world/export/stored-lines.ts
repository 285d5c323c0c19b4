import type { Projection } from '../projection.ts';
import { pythonLiteral } from './python-literal.ts';

/** What is random in each run: a token, and a hash over a random salt. story.py hides the same. */
const HIDDEN = ['_auth_user_hash', '_csrftoken'];

/** The lines that compare what the engines have stored, for the stores that hold something or ever did. */
export function storedLines(after: Projection, before: readonly string[]): string[] {
	const { store } = after;
	const lines: string[] = [];
	if (store.sessions && store.count <= store.sessions.length) {
		const rows = store.sessions.map((row) => [row.sessionKey, [comparable(row.decoded), row.expireDate]]);
		lines.push(`self.rows(${pythonLiteral(Object.fromEntries(rows))})`);
	}
	const engine = String(store.engine).split('.').at(-1);
	if (engine === 'file') {
		const files = store.sessionFiles.map(({ name, decoded }) => [name, comparable(decoded)]);
		lines.push(`self.files(${pythonLiteral(Object.fromEntries(files))})`);
	}
	if (engine === 'cache' || engine === 'cached_db') {
		const entries = store.cache.filter(
			({ key, expired }) => key.includes('django.contrib.sessions') && !expired
		);
		if (entries.every(({ value }) => value?.startsWith('{'))) {
			const told = entries.map(({ key, value }) => [key, value]);
			lines.push(`self.cache(${pythonLiteral(Object.fromEntries(told))})`);
		}
	}
	return lines.filter((line) => !before.includes(line));
}

/** The data as JSON with what is random hidden; `null` for what is no JSON object. */
function comparable(decoded: string | null): string | null {
	if (decoded === null) return null;
	try {
		const data: unknown = JSON.parse(decoded);
		if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
		const entries = Object.entries(data).map(([key, value]) => [
			key,
			HIDDEN.includes(key) ? '*' : (value as unknown)
		]);
		return JSON.stringify(Object.fromEntries(entries));
	} catch {
		return null;
	}
}
