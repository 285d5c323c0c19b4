import type { OpenDatabase } from '../database/database.ts';
import type { PythonError } from '../django/events.ts';
import type {
	CommandOutcome,
	DjangoVersion,
	ProjectFiles,
	ProcessImage,
	ProjectHost,
	RequestRun,
	ServerProcess
} from '../django/server.ts';
import type { HttpRequest } from '../http/message.ts';
import type { ViewRuntime } from '../python/runtime.ts';
import type { VirtualClock } from '../time/clock.ts';
import { SeededRandom, type RandomState } from '../time/random.ts';
import { Databases, type DatabasesSnapshot } from './databases.ts';
import { MemoryDisk, type DiskSnapshot } from './disk.ts';
import type { WorldStart } from './scenario.ts';
import { SessionKeys, type SessionKeysSnapshot } from './session-keys.ts';
import { saidBy, Workers, type WorkersSnapshot } from './workers.ts';

/** A process of a server, its randomness included. */
export interface RunningImage extends ProcessImage {
	readonly id: string;
	readonly random: RandomState;
}

/** A server between two actions, as values that do not change. */
export interface ServerSnapshot {
	readonly version: DjangoVersion;
	readonly files: ProjectFiles;
	readonly disk: DiskSnapshot;
	readonly databases: DatabasesSnapshot;
	readonly keys: SessionKeysSnapshot;
	readonly started: Readonly<Record<'server' | 'shell', number>>;
	readonly workers: WorkersSnapshot<RunningImage>;
	readonly shell: RunningImage | null;
}

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
	/** The randomness of each process, by its id. */
	readonly #random = new Map<string, SeededRandom>();
	readonly keys: SessionKeys;
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
		this.keys = new SessionKeys(start.sessionKeys, start.seed);
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

	/** All processes that run. */
	get running(): readonly ServerProcess[] {
		return [...this.workers.all, ...(this.#shell ? [this.#shell] : [])];
	}

	/** How many processes of each kind have been started. */
	get started(): Readonly<Record<'server' | 'shell', number>> {
		return this.#started;
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

	/** The server as it stands; `null` while something of it cannot be kept. */
	snapshot(): ServerSnapshot | null {
		const databases = this.databases.snapshot();
		if (!databases) return null;
		const workers = this.workers.snapshot((process) => this.#image(process));
		const shell = this.#shell && this.#image(this.#shell);
		if ([...workers.processes, shell].includes(undefined)) return null;
		return {
			version: this.#version,
			files: this.#files,
			disk: this.disk.snapshot(),
			databases,
			keys: this.keys.snapshot(),
			started: { ...this.#started },
			workers: workers as ServerSnapshot['workers'],
			shell: shell ?? null
		};
	}

	/**
	 * Brings a server that has just been made to a snapshot. Its processes load their modules again; whatever they do
	 * to files and databases meanwhile is undone.
	 * @returns what of its processes came out otherwise than it was: nothing, where all went well
	 */
	restore(snapshot: ServerSnapshot): readonly string[] {
		this.#version = snapshot.version;
		this.#files = snapshot.files;
		this.#putOutside(snapshot);
		const otherwise: string[] = [];
		const revive = (image: RunningImage): ServerProcess => {
			const process = this.#runtime.startProcess(image.id, this.#host(image.id));
			otherwise.push(...process.restore(image));
			this.#random.set(image.id, new SeededRandom(image.random));
			return process;
		};
		this.workers.restore(snapshot.workers, revive);
		this.#shell = snapshot.shell && revive(snapshot.shell);
		this.#started = { ...snapshot.started };
		this.#putOutside(snapshot);
		return otherwise;
	}

	/** The randomness of a process, as far as it has been drawn. */
	randomOf(process: string): RandomState | null {
		return this.#random.get(process)?.state ?? null;
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

	#image(process: ServerProcess): RunningImage | undefined {
		const image = process.image();
		const random = this.randomOf(process.id);
		return image && random ? { ...image, id: process.id, random } : undefined;
	}

	#putOutside({ disk, databases, keys }: ServerSnapshot): void {
		this.disk.restore(disk);
		this.databases.restore(databases);
		this.keys.restore(keys);
	}

	#host(id: string): ProjectHost {
		this.#random.set(id, new SeededRandom(`${this.#seed}/${id}`));
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
			sessionKey: () => this.keys.next(),
			randomBytes: (bytes) => {
				this.#random.get(id)?.fill(bytes);
			}
		};
	}
}
