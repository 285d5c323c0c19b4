import type { ProjectFiles } from '../../django/server.ts';
import { headerValues } from '../../http/message.ts';
import { parseDuration } from '../../time/duration.ts';
import { MICROS_PER_SECOND } from '../../time/instant.ts';
import type { Action } from '../action.ts';
import { rotateSecretKey } from '../faults/rotate-secret-key.ts';
import type { ExchangeView, Projection } from '../projection.ts';
import type { WorldStart } from '../scenario.ts';
import { exchangeLines } from './exchange-lines.ts';
import { pythonLiteral } from './python-literal.ts';
import { hasRandomPages } from './random-values.ts';
import type { RecordedStep } from './recorded-step.ts';
import { storedLines } from './stored-lines.ts';

/** One life of the server: what is told between two starts of it. */
export interface StoryPart {
	/** What was saved before it started. */
	readonly edits: Readonly<Record<string, string | null>>;
	readonly lines: string[];
}

export interface WrittenStory {
	readonly parts: readonly StoryPart[];
	/** What the test does not repeat, a sentence each. */
	readonly left: readonly string[];
	/** How many exchanges are repeated and compared. */
	readonly compared: number;
}

/** Commands that come to an end by themselves, ask nothing, and are the same in the test's process. */
const COMMANDS = /^(?:migrate|clearsessions|check|showmigrations|createsuperuser .*--no-?input|loaddata)\b/;

/** Writes down what a test repeats of a story, step by step, until something that no test can repeat. */
export class StoryWriter {
	readonly #start: WorldStart;
	readonly #parts: { edits: Record<string, string | null>; lines: string[] }[] = [{ edits: {}, lines: [] }];
	readonly #left = new Set<string>();
	readonly #kept = new Map<string, Map<string, string>>();
	readonly #volatile: readonly string[];
	#files: ProjectFiles;
	#ended = new Set<number>();
	#inServer = new Set<number>();
	#stored: readonly string[] = [];
	#stopped = false;
	#step = 0;
	#compared = 0;

	/** @param volatile cookies whose value is another in each run */
	constructor(start: WorldStart, volatile: readonly string[]) {
		this.#start = start;
		this.#volatile = volatile;
		this.#files = start.project;
	}

	get story(): WrittenStory {
		return {
			parts: this.#parts,
			left: [...this.#left],
			compared: this.#compared
		};
	}

	/** Writes one step down. */
	add(step: RecordedStep): void {
		this.#step += 1;
		if (this.#stopped) return;
		const { action, after } = step;
		if (this.#crosses(action)) {
			this.#stop(STOPS[action.type] ?? CROSSED);
			return;
		}
		const why = this.#do(step);
		if (why !== null) this.#say(`${describe(action)}: ${why}`);
		if (after) this.#look(after);
	}

	#line(...lines: string[]): void {
		this.#parts.at(-1)?.lines.push(...lines);
	}

	#say(text: string): void {
		this.#line(`# ${this.#step}. ${text.replaceAll('\n', ' ')}`);
	}

	#stop(why: string): void {
		this.#stopped = true;
		this.#say(`The test ends here. ${why}`);
		this.#left.add(`From step ${this.#step} on: ${why}`);
	}

	#newPart(edits: Readonly<Record<string, string | null>>): void {
		const last = this.#parts.at(-1);
		if (last && last.lines.every((line) => line.startsWith('#'))) Object.assign(last.edits, edits);
		else this.#parts.push({ edits: { ...edits }, lines: [] });
		this.#files = Object.fromEntries(
			Object.entries({ ...this.#files, ...edits }).filter(
				(entry): entry is [string, string] => entry[1] !== null
			)
		);
		this.#say(describe({ type: 'edit', files: edits }));
	}

	/** Whether an action comes between the beginning and the end of a request in the server. */
	#crosses(action: Action): boolean {
		if (this.#inServer.size === 0) return false;
		if (action.type === 'step' || action.type === 'finish' || action.type === 'loseResponse') {
			return this.#inServer.size > 1 || !this.#inServer.has(action.exchange);
		}
		return true;
	}

	/** @returns what to say of an action that no line repeats; `null` where lines do, or exchanges will */
	#do({ action, command }: RecordedStep): string | null {
		switch (action.type) {
			case 'advance':
				this.#say(describe(action));
				this.#line(`self.advance(${parseDuration(action.by) / MICROS_PER_SECOND})`);
				return null;
			case 'edit':
				this.#newPart(action.files);
				return null;
			case 'restart':
			case 'restartWorker':
				this.#newPart({});
				return null;
			case 'rotateSecretKey':
				this.#newPart({ 'settings.py': this.#rotated(action.keepOld) });
				return null;
			case 'manage':
				return this.#manage(action, command);
			case 'shell':
				return this.#shell(action, command);
			case 'sql':
				this.#say(describe(action));
				this.#line(`self.sql(${pythonLiteral(action.sql)}, error="*")`);
				return null;
			default:
				return this.#breakOrPass(action);
		}
	}

	#breakOrPass(action: Action): string | null {
		switch (action.type) {
			case 'emptyCaches':
				this.#line('self.empty_caches()');
				return null;
			case 'evictEntry':
				this.#line(`self.evict(${pythonLiteral(action.key)})`);
				return null;
			case 'destroySession':
				this.#line(`self.destroy(${pythonLiteral(action.key)})`);
				return null;
			case 'nextWorker':
				return null;
			case 'workers':
				if (action.count > 1) this.#stop('The server has several worker processes. A test has one.');
				return null;
			default: {
				const why = STOPS[action.type];
				if (why !== undefined) this.#stop(why);
				return why === undefined ? (PASSED[action.type] ?? null) : null;
			}
		}
	}

	#rotated(keepOld: boolean): string {
		const { django, seed } = this.#start;
		return rotateSecretKey(this.#files['settings.py'] ?? '', { keepOld, django, seed });
	}

	#manage(action: Extract<Action, { type: 'manage' }>, command: RecordedStep['command']): string | null {
		if (!COMMANDS.test(action.command)) {
			this.#left.add(`manage.py ${action.command} is not run by the test.`);
			return 'the test does not run this command.';
		}
		this.#say(describe(action));
		const error = action.terminal || !command ? '*' : (command.error?.type ?? null);
		const told = error === null ? '' : `, error=${pythonLiteral(error)}`;
		this.#line(`self.manage(${pythonLiteral(action.command)}${told})`);
		return null;
	}

	#shell({ code, interactive }: Extract<Action, { type: 'shell' }>, command: RecordedStep['command']): null {
		this.#say('Python is typed in manage.py shell');
		if (interactive) this.#line(`self.typed(${pythonLiteral(code)})`);
		else {
			const error = command ? (command.error?.type ?? null) : '*';
			this.#line(
				`self.shell(${pythonLiteral(code)}${error === null ? '' : `, error=${pythonLiteral(error)}`})`
			);
		}
		return null;
	}

	#look(after: Projection): void {
		const ended = after.exchanges.filter(({ id, next }) => next === null && !this.#ended.has(id));
		for (const exchange of ended) {
			this.#ended.add(exchange.id);
			if (!this.#stopped) this.#exchange(exchange);
		}
		this.#inServer = new Set(after.exchanges.filter(isInServer).map(({ id }) => id));
		if (this.#stopped || this.#inServer.size > 0) return;
		const lines = storedLines(after, this.#stored);
		this.#stored = [...this.#stored.filter((line) => !lines.some((now) => sameStore(now, line))), ...lines];
		this.#line(...lines);
	}

	/** The browser goes on with an older value then, and the test has only the newest. */
	#refusesVolatile({ events, response }: ExchangeView): boolean {
		const lines = headerValues(response?.headers ?? [], 'Set-Cookie');
		return events.some(
			(event) =>
				event.type === 'cookie.refused' &&
				this.#volatile.some((name) => lines[event.decision.line]?.startsWith(`${name}=`))
		);
	}

	#exchange(exchange: ExchangeView): void {
		const { failure, url, profile } = exchange;
		this.#say(`${profile}: ${exchange.method} ${url}`);
		if (failure?.reason === 'WorkerKilled') {
			this.#stop('The worker process was killed in the middle of a request.');
			return;
		}
		if (!exchange.events.some(({ type }) => type === 'request.received')) {
			this.#say(
				failure ? `Nothing to repeat. ${failure.message}` : 'Nothing to repeat: another site answers.'
			);
			this.#left.add('Requests that no server of this project answered are comments.');
			return;
		}
		const { host } = new URL(url);
		if (
			this.#start.sites?.some(({ origin, hosts }) => [new URL(origin).host, ...(hosts ?? [])].includes(host))
		) {
			this.#say('Nothing to repeat: another site answers.');
			this.#left.add(`What ${host} answers is not part of this project.`);
			return;
		}
		const randomPages = hasRandomPages(this.#files);
		if (randomPages)
			this.#left.add('The text of pages is not compared: the project uses randomness or the real clock.');
		if (failure) this.#left.add('A response that was lost is not compared; what the server stored is.');
		const kept = this.#kept.get(profile) ?? new Map<string, string>();
		this.#kept.set(profile, kept);
		this.#line(...exchangeLines(exchange, { volatile: this.#volatile, randomPages, kept }));
		this.#compared += 1;
		if (this.#refusesVolatile(exchange)) {
			this.#stop('The browser refused a cookie whose value is another in each run.');
		}
	}
}

function isInServer({ next, events }: ExchangeView): boolean {
	return (
		next !== null &&
		!['store-cookies', 'render'].includes(next.phase) &&
		events.some(({ type }) => type === 'request.received')
	);
}

function sameStore(one: string, other: string): boolean {
	return one.slice(0, one.indexOf('(')) === other.slice(0, other.indexOf('('));
}

/** What no test on one real Django can repeat, and what the rest of the story depends on. */
const STOPS: Readonly<Partial<Record<Action['type'], string>>> = {
	deploy: 'The project goes on under another version of Django.',
	dbshell: 'manage.py dbshell needs the program sqlite3.',
	killWorker: 'The worker process is killed in the middle of a request.',
	lockDatabase: 'Another program locks the database.',
	fillDisk: 'The disk is full.'
};

const CROSSED =
	'Something else happens while a request is under way in the server. A test client finishes one request before anything else.';

/** What only the browser knows; the Cookie headers of the requests after it show it. */
const PASSED: Readonly<Partial<Record<Action['type'], string>>> = {
	closeBrowser: 'only the browser knows of it; the Cookie headers below show what is left.',
	blockCookies: 'only the browser knows of it.',
	deleteCookie: 'only the browser knows of it.',
	putCookie: 'only the browser knows of it.',
	setBrowserClock: 'only the browser knows of it.',
	crash: 'only the browser knows of it.',
	clearSite: 'only the browser knows of it.',
	preferCookies: 'only the browser knows of it.',
	editCookie: 'only the browser knows of it.',
	removeCookie: 'only the browser knows of it.',
	writeScript: 'only the browser knows of it.',
	loseResponse: 'the request is made, and what it answers is thrown away.'
};

/** An action in a few words, for a comment. */
function describe(action: Action): string {
	switch (action.type) {
		case 'advance':
			return `The clock moves by ${typeof action.by === 'number' ? `${action.by} seconds` : action.by}`;
		case 'edit': {
			const paths = Object.keys(action.files);
			return paths.length === 0
				? 'The server starts anew'
				: `${paths.join(', ')} saved; the server starts anew`;
		}
		case 'manage':
			return `manage.py ${action.command}`;
		case 'sql':
			return 'SQL straight on the database';
		default:
			return action.type;
	}
}
