import type { DjangoVersion } from '../django/server.ts';
import type { Explanation } from './explanation.ts';
import { LINKS } from './links.ts';
import { lastName } from './text.ts';

/** Where each of Django's engines looks for a session, and what a switch away from it leaves behind. */
const PLACES: Readonly<Record<string, { readonly looks: string; readonly leaves: string }>> = {
	db: {
		looks: 'in the table django_session',
		leaves: 'The old rows stay in django_session until clearsessions.'
	},
	cached_db: {
		looks: 'in its memory and then in the table django_session',
		leaves: 'The old rows stay in django_session until clearsessions.'
	},
	cache: {
		looks: 'in the memory of its process, which begins empty',
		leaves: 'The old entries went with the memory of the process.'
	},
	file: { looks: 'for a file named after the key', leaves: 'The old files stay in their folder.' },
	signed_cookies: {
		looks: 'in the cookie itself, which holds a bare key',
		leaves: 'The old data lies in the cookies until they are replaced.'
	}
};

const BUILT_IN = 'django.contrib.sessions.backends.';
const TABLE = ['db', 'cached_db'];

/** The name of an engine as people say it: "cached_db"; an engine of the project keeps its dotted path. */
export function engineName(engine: string): string {
	return engine.startsWith(BUILT_IN) ? lastName(engine) : engine;
}

/** What a switch of engine does to the sessions that are alive, in one sentence. */
export function sessionsAfterEngine(from: string, to: string): string {
	const [before, after] = [engineName(from), engineName(to)];
	if (before === after) return 'Living sessions go on.';
	if (TABLE.includes(before) && TABLE.includes(after)) {
		return `Living sessions go on: ${before} and ${after} keep them in the same table.`;
	}
	const place = PLACES[after];
	if (!place) return `Whether living sessions go on is up to ${after}: it looks where its own code says.`;
	if (before === 'signed_cookies') {
		return `Living sessions are lost: ${after} takes what the cookie holds for a key and looks ${place.looks}.`;
	}
	return `Living sessions are lost: ${after} looks ${place.looks}.`;
}

/** What a switch of version does to the sessions that are alive, in one sentence. */
export function sessionsAfterDjango(
	from: DjangoVersion,
	to: DjangoVersion,
	engine: string,
	legacy: boolean
): string {
	if (from === to) return 'Living sessions go on.';
	if (engineName(engine) === 'cache') {
		return 'Living sessions are lost: they were in the memory of the process that ended.';
	}
	if (legacy) {
		return `Living sessions are lost: they were written in the old way, base64 of a hash and JSON, which Django ${to} does not read.`;
	}
	return `Living sessions go on: Django ${to} reads what Django ${from} wrote.`;
}

/** The explanation of a switch of engine. */
export function engineSwitched(from: string, to: string): Explanation {
	return {
		title: `The engine is now ${engineName(to)}`,
		sentence: sessionsAfterEngine(from, to),
		detail: TABLE.includes(engineName(from)) && TABLE.includes(engineName(to)) ? '' : leftBehind(from),
		link: LINKS.engines
	};
}

/** The explanation of a switch of version. */
export function djangoSwitched(event: {
	readonly from: DjangoVersion;
	readonly to: DjangoVersion;
	readonly engine: string;
	readonly legacy: boolean;
}): Explanation {
	return {
		title: `The server now runs Django ${event.to}`,
		sentence: sessionsAfterDjango(event.from, event.to, event.engine, event.legacy),
		detail:
			'Files, database and cookies stayed as they were. Only what lay in the memory of the process is gone.',
		link: LINKS.engines
	};
}

function leftBehind(engine: string): string {
	return PLACES[engineName(engine)]?.leaves ?? 'What the old engine stored stays where it is.';
}
