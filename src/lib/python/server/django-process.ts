import type { CacheEntry } from '../../django/cache/cache.ts';
import type { Database } from '../../database/database.ts';
import { DjangoError } from '../../django/error.ts';
import type { PythonError, SaveReason, ServerEvent, SourceLine } from '../../django/events.ts';
import { readLayers, type Layer } from '../../django/handler/application.ts';
import type { Caught } from '../../django/handler/exceptions.ts';
import { DjangoRun, type RunSite } from '../../django/handler/request-run.ts';
import { HOSTED } from '../../django/middleware/hosted.ts';
import type { Ref } from '../../django/middleware/middleware.ts';
import type {
	CommandOutcome,
	ProcessImage,
	ProjectHost,
	RequestRun,
	ServerProcess
} from '../../django/server.ts';
import { decodeSession } from '../../django/sessions/encoding.ts';
import type { EngineContext } from '../../django/sessions/engine.ts';
import { databaseFile, lockTimeout } from '../../django/sql/database-settings.ts';
import { signingKeyOf } from '../../django/signing-key.ts';
import { SqlLog, type SqlLogSnapshot } from '../../django/sql/sql-log.ts';
import { SqlRunner } from '../../django/sql/sql-runner.ts';
import { VERSIONS } from '../../django/versions.ts';
import type { HttpRequest } from '../../http/message.ts';
import { formatSqlInstant } from '../../time/instant.ts';
import { CacheBridge } from '../bridge/cache-bridge.ts';
import { SessionBridge } from '../bridge/session-bridge.ts';
import type { Interpreter } from '../interpreter/interpreter.ts';
import { PythonRaised } from '../interpreter/python-raised.ts';
import type { PythonSpace } from '../interpreter/python-space.ts';
import { processBridge } from './process-bridge.ts';

/** A line with its program, whose output is what a terminal shows: errors, too. */
const AS_IN_A_TERMINAL = /^\s*(?:(?:python3?|py)\s|\S*manage\.py\b|django-admin\b)/;
/** Functions of the handler that reach no code of the learner's, as far as its lines are told. */
const DJANGOS_OWN = new Set([
	'attach_session',
	'session_state',
	'held_session',
	'session_max_age',
	'save_session',
	'set_cookie',
	'finish'
]);
const HANDLER = 'django.core.handlers.host:';

/** A simulated process of a project: Django's logic over the Python objects of one space. */
export class DjangoProcess implements ServerProcess {
	readonly id: string;
	readonly settingsError: PythonError | null;
	readonly #host: ProjectHost;
	readonly #space: PythonSpace;
	readonly #site: RunSite;
	readonly #sessions: SessionBridge;
	readonly #caches: CacheBridge;
	readonly #sql: SqlRunner;
	readonly #sqlLog = new SqlLog();
	#testDatabase: Database | null = null;
	/** Requests that are inside. */
	#runs = 0;
	#settings: Readonly<Record<string, unknown>> = {};
	#settingsRead = false;
	#syntaxError: PythonError | null | undefined;
	#muted = false;
	/** What runs may have been called by a line of the learner's. */
	#learnersCode = true;
	#ended = false;
	#application: { layers: readonly Layer[] } | { error: PythonError } | null = null;
	#listener: (event: ServerEvent) => void = () => undefined;
	#inner: ((index: number) => Ref) | null = null;

	constructor(id: string, host: ProjectHost, interpreter: Interpreter, spaceId: string) {
		this.id = id;
		this.#host = host;
		this.#caches = new CacheBridge(host);
		this.#sql = new SqlRunner(
			() => this.#testDatabase ?? host.database(this.#databaseName()),
			(ran) => {
				this.#sqlLog.add(ran.sql);
				if (!this.#muted) this.#listener({ type: 'sql.executed', ...ran, ...this.#line() });
			},
			() => {
				host.sleep(lockTimeout(this.settings.DATABASES));
			}
		);
		this.#sessions = new SessionBridge({
			context: this.#engineContext(),
			space: () => this.#space,
			line: () => this.#line(),
			say: (event) => {
				this.#say(event);
			},
			newKey: () => host.sessionKey()
		});
		this.#space = interpreter.createSpace({
			id: spaceId,
			files: {},
			disk: host.disk,
			bridge: processBridge({
				host,
				context: this.#engineContext(),
				sqlLog: this.#sqlLog,
				sessions: this.#sessions,
				caches: this.#caches,
				space: () => this.#space,
				site: () => this.#site,
				settingsChanged: () => {
					this.#settingsRead = false;
				},
				inner: () => this.#inner,
				mute: (muted) => {
					this.#muted = muted;
				},
				useTestDatabase: (wanted) => {
					this.#testDatabase?.close();
					this.#testDatabase = wanted ? host.temporaryDatabase() : null;
				}
			}),
			host: {
				now: () => host.now(),
				randomBytes: (bytes) => {
					host.randomBytes(bytes);
				},
				write: (stream, text, path, line) => {
					const by = path === undefined ? {} : { by: { path, line: line ?? 0 } };
					const toErrors = stream === 'stderr' ? { toErrors: true as const } : {};
					this.#listener({ type: 'console.printed', text, ...toErrors, ...by });
				},
				sleep: (micros) => {
					host.sleep(micros);
				}
			}
		});
		this.#site = this.#runSite();
		this.settingsError = this.#caught(() => this.#space.call('django.core.handlers.boot:load_settings'));
	}

	get middleware(): readonly string[] {
		const listed = this.settings.MIDDLEWARE;
		return Array.isArray(listed) ? listed.map(String) : [];
	}

	get settings(): Readonly<Record<string, unknown>> {
		if (!this.#settingsRead) {
			this.#settingsRead = true;
			this.#settings = {};
			this.#caught(() => {
				const told = this.#space.call('django.core.handlers.boot:told_settings') as string;
				this.#settings = JSON.parse(told) as Record<string, unknown>;
			});
		}
		return this.#settings;
	}

	applicationError(): PythonError | null {
		this.#application ??= this.#build();
		return 'error' in this.#application ? this.#application.error : null;
	}

	syntaxError(): PythonError | null {
		if (this.#syntaxError === undefined) {
			this.#syntaxError = this.#caught(() => this.#space.call('django.core.handlers.boot:compile_project'));
		}
		return this.#syntaxError;
	}

	open(request: HttpRequest): RequestRun {
		if (this.applicationError()) throw new Error('No application answers here');
		this.#runs += 1;
		return new DjangoRun(this.#site, request);
	}

	manage(line: string): CommandOutcome {
		return this.#command('django.core.management:run_line', line, AS_IN_A_TERMINAL.test(line));
	}

	shell(code: string, interactive = false): CommandOutcome {
		return this.#command(`django.core.management.shell:${interactive ? 'type_in' : 'run'}`, code);
	}

	readonly decodeSession = (sessionData: string): { decoded: string } | { error: string } => {
		const salt = 'django.contrib.sessions.SessionStore';
		const legacySalt = 'django.contrib.sessionsSessionStore';
		const legacy = VERSIONS[this.#host.version].legacyEncoding ? 'read' : 'none';
		const encoding = {
			salt,
			legacySalt,
			key: signingKeyOf(this.settings, VERSIONS[this.#host.version]),
			legacy
		} as const;
		const read = decodeSession(sessionData, encoding, this.#host.now());
		return 'data' in read ? { decoded: new TextDecoder().decode(read.data) } : { error: read.missed };
	};

	cacheEntries(): readonly CacheEntry[] {
		return this.#caches.entries();
	}

	clearCaches(): void {
		this.#caches.clear();
	}

	forgetEntry(key: string): boolean {
		return this.#caches.forget(key);
	}

	digest(): string {
		return this.#space.call('_crumbtrail_digest:digest') as string;
	}

	image(): ProcessImage | null {
		if (this.#runs > 0) return null;
		return {
			python: this.#space.call('_crumbtrail_image:take') as Uint8Array,
			built: this.#application !== null,
			syntaxError: this.#syntaxError,
			cache: this.cacheEntries(),
			sql: this.#sqlLog.snapshot()
		};
	}

	restore({ python, built, syntaxError, cache, sql }: ProcessImage): readonly string[] {
		if (built) this.applicationError();
		let otherwise = '';
		const error = this.#caught(() => {
			otherwise = this.#space.call('_crumbtrail_image:put', python) as string;
		});
		this.#settingsRead = false;
		this.#syntaxError = syntaxError;
		this.#caches.restore(cache);
		this.#sqlLog.restore(sql);
		if (error) return [error.traceback];
		return otherwise === '' ? [] : otherwise.split('\n');
	}

	sqlLog(): SqlLogSnapshot {
		return this.#sqlLog.snapshot();
	}

	end(): void {
		this.#ended = true;
		this.#testDatabase?.close();
		this.#space.end();
	}

	#build(): { layers: readonly Layer[] } | { error: PythonError } {
		const hosted = JSON.stringify(Object.keys(HOSTED));
		let layers: readonly Layer[] = [];
		const error = this.#caught(() => {
			layers = readLayers(this.#space.call(`${HANDLER}build_application`, hosted) as string);
		});
		return error ? { error } : { layers };
	}

	#command(target: string, input: string, showErrors = false): CommandOutcome {
		const events: ServerEvent[] = [];
		this.#listener = (event) => events.push(event);
		const error = this.#caught(() => this.#space.call(target, input));
		this.#listener = () => undefined;
		const printed = events.flatMap((event) =>
			event.type === 'console.printed' && (showErrors || !event.toErrors) ? [event.text] : []
		);
		const sql = events.filter((event) => event.type === 'sql.executed').map((event) => event.sql);
		return { stdout: printed.join(''), error, sql, events };
	}

	/** Tells an event; what is logged also goes to Python's loggers, where the project may listen. */
	#say(event: ServerEvent): void {
		if (event.type !== 'log.written') this.#listener(event);
		else {
			const { logger, level, message, traceback = null } = event;
			const reached = this.#space.call('django.utils.log:tell', logger, level, message, traceback) === true;
			this.#listener(reached ? event : { ...event, elsewhere: true });
		}
	}

	/** The Python exception that some work raises, or `null`. */
	#caught(work: () => unknown): PythonError | null {
		try {
			work();
			return null;
		} catch (error) {
			if (error instanceof PythonRaised) return error.error;
			throw error;
		}
	}

	#databaseName(): string {
		return databaseFile(this.settings.DATABASES, VERSIONS[this.#host.version]);
	}

	#engineContext(): EngineContext {
		const host = this.#host;
		const setting = (name: string) => this.settings[name];
		return {
			version: VERSIONS[host.version],
			sql: this.#sql,
			disk: host.disk,
			now: () => host.now(),
			nowSql: () =>
				setting('USE_TZ') === false && setting('TIME_ZONE') !== 'UTC'
					? (this.#space.call('django.core.handlers.boot:now_sql') as string)
					: formatSqlInstant(host.now()),
			signingKey: () => signingKeyOf(this.settings, VERSIONS[this.#host.version]),
			setting,
			say: (event) => {
				this.#say(event);
			},
			cachedElsewhere: (key) => host.cachedElsewhere?.(key) === true
		};
	}

	#line(): { by: SourceLine } | Record<string, never> {
		if (!this.#learnersCode) return {};
		const where = this.#space.call('_crumbtrail:learner_place') as string;
		if (where === '') return {};
		const at = where.lastIndexOf(':');
		return { by: { path: where.slice(0, at), line: Number(where.slice(at + 1)) } };
	}

	#runSite(): RunSite {
		const host = this.#host;
		const python: RunSite['python'] = (name, ...args) => {
			const before = this.#learnersCode;
			this.#learnersCode = !DJANGOS_OWN.has(name);
			try {
				return this.#space.call(HANDLER + name, ...args);
			} finally {
				this.#learnersCode = before;
			}
		};
		const ended = () => this.#ended;
		const layers = () => (this.#application && 'layers' in this.#application ? this.#application.layers : []);
		return {
			version: VERSIONS[host.version],
			get layers() {
				return layers();
			},
			get ended() {
				return ended();
			},
			now: () => host.now(),
			setting: (name) => this.settings[name],
			python,
			say: (event) => {
				this.#say(event);
			},
			unheard: (work) => {
				this.#muted = this.settings.DEBUG === true;
				try {
					return work();
				} finally {
					this.#muted = false;
				}
			},
			setCookie: (response, options) => python('set_cookie', response, JSON.stringify(options)),
			deleteCookie: (response, options) => python('delete_cookie', response, JSON.stringify(options)),
			saving: (reason: SaveReason) => {
				this.#sessions.saving(reason);
			},
			listen: (listener) => {
				this.#listener = listener;
			},
			caught: (thrown) => this.#asCaught(thrown),
			answerInner: (inner) => {
				this.#inner = inner;
			},
			left: () => {
				this.#runs -= 1;
				if (this.#runs === 0) this.#space.call(`${HANDLER}forget`);
			}
		};
	}

	/** A Python exception by its number; an exception of ours is raised in Python first, so that it has one. */
	#asCaught(thrown: unknown): Caught | null {
		if (thrown instanceof PythonRaised) return { id: thrown.id, error: thrown.error };
		if (!(thrown instanceof DjangoError)) return null;
		try {
			this.#space.call(`${HANDLER}raise_error`, thrown.type, thrown.message);
		} catch (raised) {
			if (raised instanceof PythonRaised) return { id: raised.id, error: raised.error };
			throw raised;
		}
		return null;
	}
}
