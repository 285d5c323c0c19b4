import { expect, it } from 'vitest';
import { withEngine } from './session-engine.ts';

const CACHE = "SESSION_ENGINE = 'django.contrib.sessions.backends.cache'";

it.each([
	['DEBUG = True\n', `DEBUG = True\n\n${CACHE}\n`],
	['', `\n\n${CACHE}\n`],
	["SESSION_ENGINE = 'x.y'\nDEBUG = True\n", `${CACHE}\nDEBUG = True\n`],
	["DEBUG = True\nSESSION_ENGINE='x.y'  # mine\n", `DEBUG = True\n${CACHE}\n`],
	["# SESSION_ENGINE = 'x'\n", `# SESSION_ENGINE = 'x'\n\n${CACHE}\n`]
])('%j names the cache engine', (before, after) => {
	expect(withEngine(before, 'cache')).toBe(after);
});
