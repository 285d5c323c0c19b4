import * as v from 'valibot';
import { count, duration, scalar, text } from './basics.ts';
import { eventType } from './event-types.ts';

/** When it happened, counted from the start of the lesson's clock. */
const window = {
	after: v.exactOptional(duration),
	at: v.exactOptional(duration),
	before: v.exactOptional(duration)
};

/** How often; at least once where nothing is said. */
const howOften = { count: v.exactOptional(count), atLeast: v.exactOptional(count) };

const browser = v.exactOptional(text);
const flag = v.exactOptional(v.boolean());

/** A cookie in the jar of a browser. */
const cookie = v.strictObject({
	name: text,
	browser,
	present: flag,
	value: v.exactOptional(v.union([v.string(), v.number()])),
	endsWithBrowser: flag,
	httpOnly: flag,
	secure: flag,
	path: v.exactOptional(text),
	domain: v.exactOptional(text)
});

/** The whole jar of a browser: how many cookies, or exactly which names. */
const cookies = v.strictObject({ browser, ...howOften, names: v.exactOptional(v.array(text)) });

/** Rows of `django_session`. */
const rows = v.strictObject({
	...howOften,
	/** `expire_date > now` does not hold: Django does not load the row. */
	expired: flag,
	/** `expire_date < now` holds: clearsessions removes the row. */
	clearable: flag,
	/** The decoded data has these values. */
	holds: v.exactOptional(v.record(v.string(), scalar)),
	/** The decoded data lacks this key. */
	lacks: v.exactOptional(text),
	/** Only the row whose key this browser has in its session cookie. */
	of: v.exactOptional(text)
});

/** The page on show. */
const page = v.strictObject({
	browser,
	status: v.exactOptional(count),
	contains: v.exactOptional(text),
	lacks: v.exactOptional(text)
});

/** The clock, counted from the start of the lesson. */
const clock = v.strictObject({
	atLeast: v.exactOptional(duration),
	exactly: v.exactOptional(duration),
	past: v.exactOptional(duration)
});

/** Exchanges that are over. */
const exchange = v.strictObject({
	browser,
	method: v.exactOptional(v.picklist(['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])),
	/** With its query, as in "/test/?from=home". */
	path: v.exactOptional(text),
	status: v.exactOptional(count),
	/** Names of cookies that the request carried, or names with their values: "visits=4". */
	sends: v.exactOptional(v.array(text)),
	/** Names of cookies that the request did not carry. */
	withholds: v.exactOptional(v.array(text)),
	/** Names of cookies that the response set. */
	sets: v.exactOptional(v.array(text)),
	/** Names of cookies that the response did not set. */
	setsNot: v.exactOptional(v.array(text)),
	says: v.exactOptional(text),
	/** The Python exception that became an error page. */
	error: v.exactOptional(text),
	...window,
	...howOften
});

const matcher = v.union([scalar, v.strictObject({ contains: text }), v.strictObject({ lacks: text })]);

/** Events of the world. `where` names fields of the event, nested ones with dots: `decision.cookie.name`. */
const event = v.strictObject({
	type: eventType,
	browser,
	where: v.exactOptional(v.record(v.string(), matcher)),
	...window,
	...howOften
});

/** A command, code in the shell, or SQL that was run. */
const ran = v.strictObject({
	/** The management command begins with this. */
	manage: v.exactOptional(text),
	/** The shell's code contains this. */
	shell: v.exactOptional(text),
	/** The SQL contains this. */
	sql: v.exactOptional(text),
	prints: v.exactOptional(text),
	/** The exception it ended with; `null`: none. */
	error: v.exactOptional(v.nullable(text)),
	...window,
	...howOften
});

/** A value of settings.py as the running server has it. */
const setting = v.strictObject({ name: text, is: scalar });

/** Files in the project's `sessions/` folder. */
const sessionFiles = v.strictObject(howOften);

/** A file of the project. For things that no behaviour shows. */
const file = v.strictObject({ path: text, contains: v.exactOptional(text), lacks: v.exactOptional(text) });

/** The server's console. */
const consoleText = v.strictObject({ contains: text });

const simple = [
	v.strictObject({ cookie }),
	v.strictObject({ cookies }),
	v.strictObject({ rows }),
	v.strictObject({ table: v.boolean() }),
	v.strictObject({ page }),
	v.strictObject({ clock }),
	v.strictObject({ exchange }),
	v.strictObject({ event }),
	v.strictObject({ ran }),
	v.strictObject({ setting }),
	v.strictObject({ sessionFiles }),
	v.strictObject({ file }),
	v.strictObject({ console: consoleText })
] as const;

export type SimplePredicate = v.InferOutput<(typeof simple)[number]>;

type ArgsIn<P, Key extends string> = P extends Readonly<Record<Key, infer Args>> ? Args : never;

/** The arguments of one kind of predicate. */
export type ArgsOf<Key extends string> = ArgsIn<SimplePredicate, Key>;

/** A statement about the world that holds or does not. Exactly one key. */
export type Predicate =
	| SimplePredicate
	| { readonly all: Predicate[] }
	| { readonly any: Predicate[] }
	| { readonly not: Predicate };

const parts = v.pipe(v.array(v.lazy(() => predicateSchema)), v.minLength(1, 'must have at least one part'));

export const predicateSchema: v.GenericSchema<Predicate> = v.union([
	...simple,
	v.strictObject({ all: parts }),
	v.strictObject({ any: parts }),
	v.strictObject({ not: v.lazy(() => predicateSchema) })
]);
