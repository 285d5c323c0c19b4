import type { SessionEngine } from '../engine.ts';
import { cache } from './cache.ts';
import { cached_db } from './cached_db.ts';
import { db } from './db.ts';
import { file } from './file.ts';
import { signed_cookies } from './signed_cookies.ts';

/** The engines by the last part of their module's name. */
export const ENGINES: Readonly<Record<string, SessionEngine>> = {
	db,
	cached_db,
	cache,
	file,
	signed_cookies
};
