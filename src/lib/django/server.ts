import type { EpochMicros } from '../time/instant.ts';
import type { Database } from '../database/database.ts';
import type { CacheEntry } from './cache/cache.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { PythonError, ServerEvent } from './events.ts';
import type { ServerPhase } from './phases.ts';
import type { SqlLogSnapshot } from './sql/sql-log.ts';

export const DJANGO_VERSIONS = ['3.2', '4.2', '5.2', '6.1'] as const;
export type DjangoVersion = (typeof DJANGO_VERSIONS)[number];

/** The files of a project: path to text, such as "views.py" or "templates/base.html". */
export type ProjectFiles = Readonly<Record<string, string>>;

/** An error that kept settings or application from loading. */
export type BootError = PythonError;

/** Where a running request stands: the phase whose step comes next, and the middleware it is at. */
export interface ServerPosition {
	readonly phase: ServerPhase;
	/** The dotted path of the middleware, in the two middleware phases. */
	readonly middleware?: string;
}

/** What a request that is under way holds of its session: its own copy. */
export interface HeldSession {
	readonly key: string | null;
	/** The data as JSON text; `null` before anything has loaded them. */
	readonly data: string | null;
	/** The request has changed its copy. */
	readonly modified: boolean;
}

/** A request inside the server. Each `step` does one sub-step and says what happened in it. */
export interface RequestRun {
	/** What the next `step` will do; `null` when the response has left. */
	readonly next: ServerPosition | null;
	/** There once the run is over. */
	readonly response: HttpResponse | null;
	/** The exception that became a 500, if one did. */
	readonly error: PythonError | null;
	/** The process it ran in has ended: no step can follow. */
	readonly processEnded: boolean;
	/** What it holds of its session; `null` where it has none, or is over. Looking has no effect. */
	heldSession(): HeldSession | null;
	/** Does the next sub-step. @returns its events, each with the phase it belongs to. */
	step(): readonly PhasedServerEvent[];
}

export type PhasedServerEvent = ServerEvent & { readonly phase: ServerPhase };

export interface CommandOutcome {
	readonly stdout: string;
	readonly error: PythonError | null;
	/** All statements, values written in, in order. */
	readonly sql: readonly string[];
	readonly events: readonly ServerEvent[];
}

/**
 * One simulated operating-system process of one project: a server's worker, or the shell. It has its own modules,
 * settings, globals, memory caches and randomness. Files, database and clock belong to the world outside.
 */
export interface ServerProcess {
	readonly id: string;
	/** Settings do not load: commands and shell answer this too. */
	readonly settingsError: BootError | null;
	/** The application cannot be built (bad middleware or engine): requests answer this. Built at the first request. */
	applicationError(): BootError | null;
	/** The first file of the project that does not compile; nothing of it is run to find out. */
	syntaxError(): PythonError | null;
	/** The middleware classes as listed in settings, outermost first; empty before settings load. */
	readonly middleware: readonly string[];
	/** Values of settings that the page shows (SESSION_*, USE_TZ, …) as JSON values. */
	readonly settings: Readonly<Record<string, unknown>>;
	/** Takes a stored `session_data` apart, without effect: its JSON text, or why it does not decode. */
	readonly decodeSession: (sessionData: string) => { decoded: string } | { error: string };
	/** What this process keeps in its memory caches, the least recently used first. */
	cacheEntries(): readonly CacheEntry[];
	/** Empties its memory caches. */
	clearCaches(): void;
	/** Forgets one entry of its memory caches. @returns whether there was one */
	forgetEntry(key: string): boolean;
	open(request: HttpRequest): RequestRun;
	/** Runs `manage.py <line>`; `line` such as "clearsessions" or "migrate -v 0". */
	manage(line: string): CommandOutcome;
	/** Runs Python in the process's one shell namespace; `interactive`: as a prompt does, which shows values. */
	shell(code: string, interactive?: boolean): CommandOutcome;
	/** A digest of its Python state: globals, what hangs on them, random generators, environment. Changes nothing. */
	digest(): string;
	/** Its state, where no request is inside; else `null`. Changes nothing. */
	image(): ProcessImage | null;
	/** Brings a process that has just started to the state of an image. @returns the parts that came out otherwise */
	restore(image: ProcessImage): readonly string[];
	/** What it logged of its SQL, as `connection.queries` shows it. */
	sqlLog(): SqlLogSnapshot;
	/** Ends the process; its Python state is gone. */
	end(): void;
}

/** The state of a process between two actions, as values that do not change. */
export interface ProcessImage {
	/** Its Python state. */
	readonly python: Uint8Array;
	/** The application has been built. */
	readonly built: boolean;
	/** What was found of the files' syntax; `undefined`: nobody has asked. */
	readonly syntaxError: PythonError | null | undefined;
	readonly cache: readonly CacheEntry[];
	readonly sql: SqlLogSnapshot;
}

/** The world outside a process, shared by all processes of one project. */
export interface ProjectHost {
	readonly version: DjangoVersion;
	readonly files: ProjectFiles;
	now(): EpochMicros;
	/** `time.sleep`: the clock of the world moves by so many microseconds. */
	sleep(micros: number): void;
	/** The database that settings name; created empty at its first use. */
	database(name: string): Database;
	/** Whether another worker of the same server has a key with this end in its memory caches. */
	cachedElsewhere?(keyEnd: string): boolean;
	/** An empty database in memory, for a run of tests; the process closes it. */
	temporaryDatabase(): Database;
	/** The simulated file system for file sessions. */
	readonly disk: Disk;
	/** The next random session key (32 characters of a–z0–9), scripted or seeded. */
	sessionKey(): string;
	/** Fills bytes from the randomness of this process. */
	randomBytes(bytes: Uint8Array): void;
}

/** A file of the simulated disk, outside the project's own texts. */
export interface DiskFile {
	readonly bytes: Uint8Array;
	/** Time of the last change. */
	readonly modified: EpochMicros;
}

/**
 * The disk of a simulated machine, the same for all its processes: the project, temporary files, session files. Paths
 * are absolute or relative to the project.
 */
export interface Disk {
	/** No byte is left for the contents of files; names, and what is there, are not touched by it. */
	readonly full?: boolean;
	list(folder: string): string[] | null;
	read(path: string): DiskFile | null;
	write(path: string, file: DiskFile): void;
	remove(path: string): boolean;
	isFolder(path: string): boolean;
	isWritable(folder: string): boolean;
	/** How often what lies in a folder has changed. */
	changesOf(folder: string): number;
	makeFolder(path: string): void;
	/** Removes an empty folder. @returns whether it did */
	removeFolder(path: string): boolean;
	/** Moves a file or a folder. */
	move(from: string, to: string): void;
}
