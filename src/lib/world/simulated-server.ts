import type { OpenDatabase } from '../database/database.ts';
import type { PythonError } from '../django/events.ts';
import type {
	CommandOutcome,
	DjangoVersion,
	ProjectFiles,
	ProjectHost,
	RequestRun,
	ServerProcess
} from '../django/server.ts';
import type { HttpRequest } from '../http/message.ts';
import type { ViewRuntime } from '../python/runtime.ts';
import type { VirtualClock } from '../time/clock.ts';
import { SeededRandom } from '../time/random.ts';
import { Databases } from './databases.ts';
import { MemoryDisk } from './disk.ts';
import type { WorldStart } from './scenario.ts';
import { SessionKeys } from './session-keys.ts';
import { saidBy, Workers } from './workers.ts';

/**
 * One Django project as it runs: its files, database and disk, the process that answers requests, and the process
 * that commands and the shell share (they do not share the server's memory).
 */
export class SimulatedServer {
	readonly databases: Databases;
	readonly disk = new MemoryDisk();
	#version: DjangoVersion;
	#files: ProjectFiles;
	readonly workers = new Workers(() => this.#start('server'));
	#shell: ServerProcess | null = null;
	#started = { server: 0, shell: 0 };
	readonly #keys: SessionKeys;
	readonly #seed: string;
	readonly #name: string;
	readonly #clock: VirtualClock;
	readonly #runtime: ViewRuntime;

	/** @param name stands before the names of its processes, where a world has several servers */
	constructor(
		start: Pick<WorldStart, 'django' | 'project' | 'seed' | 'sessionKeys'>,
		clock: VirtualClock,
		runtime: ViewRuntime,
		openDatabase: OpenDatabase,
		name = ''
	) {
		this.#name = name;
		this.#version = start.django;
		this.#files = start.project;
		this.#seed = start.seed;
		this.#clock = clock;
		this.#runtime = runtime;
		this.#keys = new SessionKeys(start.sessionKeys, start.seed);
		this.databases = new Databases(openDatabase);
		this.disk.writeTexts(start.project, clock.now());
	}

	get version(): DjangoVersion {
		return this.#version;
	}

	get files(): ProjectFiles {
		return this.#files;
	}

	get pythonVersion(): string {
		return this.#runtime.pythonVersion;
	}

	/** The process that answers requests, of several the one that answered last; started when first needed. */
	get process(): ServerProcess {
		return this.workers.current;
	}

	/** The settings of the process that answers requests; empty where none runs or they do not load. */
	get runningSettings(): Readonly<Record<string, unknown>> {
		return this.workers.running?.settings ?? {};
	}

	/** The process that `manage` and `shell` run in; started when first needed. */
	get shellProcess(): ServerProcess {
		return (this.#shell ??= this.#start('shell'));
	}

	/** Opens a run for a request, or says why no application answers. */
	open(request: HttpRequest): { run: RequestRun; process: string } | { bootError: PythonError } {
		const turn = this.workers.take();
		const { process } = turn;
		const bootError = process.settingsError ?? process.applicationError();
		if (bootError) return { bootError };
		const run = process.open(request);
		const { count } = this.workers;
		return { run: count > 1 ? saidBy(turn, count, run) : run, process: process.id };
	}

	/** Runs a management command, or says why settings do not load. */
	manage(command: string): CommandOutcome | { bootError: PythonError } {
		const bootError = this.shellProcess.settingsError;
		return bootError ? { bootError } : this.shellProcess.manage(command);
	}

	/** Runs Python in the shell's process, or says why settings do not load. */
	shell(code: string, interactive = false): CommandOutcome | { bootError: PythonError } {
		const bootError = this.shellProcess.settingsError;
		return bootError ? { bootError } : this.shellProcess.shell(code, interactive);
	}

	/** Ends all processes. @returns the ids of those that ran */
	stop(): string[] {
		const ended = this.workers.stop();
		if (this.#shell) ended.push(this.#shell.id);
		this.#shell?.end();
		this.#shell = null;
		return ended;
	}

	/** Changes files (`null` deletes one). The processes go on with what they have loaded: stop them to reload. */
	edit(changes: Readonly<Record<string, string | null>>): void {
		this.disk.writeTexts(changes, this.#clock.now());
		const files = { ...this.#files, ...changes };
		this.#files = Object.fromEntries(
			Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null)
		);
	}

	/** Installs another version of Django, which the processes take up when they start anew. */
	install(version: DjangoVersion): void {
		this.#version = version;
	}

	end(): void {
		this.stop();
		this.databases.close();
	}

	#start(kind: 'server' | 'shell'): ServerProcess {
		this.#started[kind] += 1;
		const id = `${this.#name}${kind}-${this.#started[kind]}`;
		return this.#runtime.startProcess(id, this.#host(id));
	}

	#host(id: string): ProjectHost {
		const random = new SeededRandom(`${this.#seed}/${id}`);
		return {
			version: this.version,
			files: this.#files,
			disk: this.disk,
			now: () => this.#clock.now(),
			sleep: (micros) => {
				this.#clock.advance(micros);
			},
			database: (name) => this.databases.connect(name),
			cachedElsewhere: (keyEnd) => this.workers.hasElsewhere(id, keyEnd),
			temporaryDatabase: () => this.databases.temporary(),
			sessionKey: () => this.#keys.next(),
			randomBytes: (bytes) => {
				random.fill(bytes);
			}
		};
	}
}
