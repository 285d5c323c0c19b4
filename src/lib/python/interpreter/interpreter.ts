import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import lock from 'pyodide/pyodide-lock.json' with { type: 'json' };
import { DjangoError } from '../../django/error.ts';
import type { PythonError } from '../../django/events.ts';
import { RuntimeStopped, type RuntimeRefusal } from '../runtime.ts';
import type { PythonAssets } from './assets.ts';
import { bootHost } from './boot-host.ts';
import { Guard, type GuardLimits } from './guard.ts';
import { checkMachine } from './machine-check.ts';
import { Machine, type EmscriptenModule } from './machine.ts';
import { PythonRaised } from './python-raised.ts';
import type { OutputStream, Plain, PythonSpace, SpaceSpec } from './python-space.ts';
import { ProjectFolders, type FileSystem, type Folders } from './project-folders.ts';
import { withServedFiles } from './served-files.ts';

const MEGABYTE = 1024 * 1024;
const MEMORY_MEGABYTES = 256;
/** Room for cleaning up after the cap was hit. */
const SPARE_MEGABYTES = 32;

/** Our modules that read a process's state, and the one that imports the other. */
const STATE_READER = '_crumbtrail_image';
const OF_STATE = /^_crumbtrail_(?:image|digest):/;

export interface InterpreterOptions {
	/** A real clock in milliseconds: for the time limit alone. */
	readonly millis: () => number;
	readonly limits?: Partial<GuardLimits>;
}

type Function = (...args: unknown[]) => unknown;
interface Entry {
	readonly call: Function;
	readonly callJs: Function;
	readonly plain: Function;
	readonly createSpace: Function;
	readonly enterSpace: Function;
	readonly endSpace: Function;
	readonly setFile: Function;
	readonly flushOutput: Function;
	readonly forgetErrors: Function;
	readonly loadOutside: Function;
}

/** CPython in WebAssembly as a simulated machine that runs many processes, one at a time. */
export class Interpreter {
	readonly version: string;
	readonly #machine: Machine;
	readonly #guard: Guard;
	readonly #entry: Entry;
	readonly #folders: ProjectFolders;
	readonly #spaces = new Map<string, Folders>();
	readonly #outside = bootHost();
	#current: SpaceSpec | null = null;
	/** Something was printed without the end of its line. */
	#unfinished = false;
	#depth = 0;
	#readsState = false;
	#raised: PythonRaised | null = null;
	#dead: RuntimeStopped | null = null;

	private constructor(pyodide: PyodideAPI, machine: Machine, guard: Guard) {
		this.#machine = machine;
		this.#guard = guard;
		this.#folders = new ProjectFolders(pyodide.FS as unknown as FileSystem);
		this.#registerHost(pyodide);
		checkMachine(machine, (code) => pyodide.runPython(code));
		this.version = String(pyodide.runPython('import sys; sys.version.partition(" ")[0]'));
		const module = pyodide.pyimport('_crumbtrail') as Record<string, Function>;
		(module.install as Function)();
		this.#entry = {
			call: module.call as Function,
			callJs: module.call_js as Function,
			plain: module.plain as Function,
			createSpace: module.create_space as Function,
			enterSpace: module.enter_space as Function,
			endSpace: module.end_space as Function,
			setFile: module.set_file as Function,
			flushOutput: module.flush_output as Function,
			forgetErrors: module.forget_errors as Function,
			loadOutside: module.load_outside as Function
		};
		pyodide.setInterruptBuffer(guard.interruptBuffer as unknown as Int32Array);
	}

	/** Starts CPython from its bytes. @throws when the bytes do not fit this program */
	static async boot(assets: PythonAssets, options: InterpreterOptions): Promise<Interpreter> {
		const machine = new Machine(bootHost(), MEMORY_MEGABYTES * MEGABYTE);
		const guard = new Guard({ seconds: 5, characters: 1_000_000, ...options.limits }, options.millis);
		const pyodide = await withServedFiles(assets, ({ pyodide: indexURL, stdlib: stdLibURL }) =>
			loadPyodide({
				indexURL,
				stdLibURL,
				packageCacheDir: indexURL,
				lockFileContents: { info: lock.info, packages: {} },
				env: { PYTHONHASHSEED: '0', HOME: '/home/django', LANG: 'C.UTF-8', TZ: 'UTC' },
				createPyodideModule: (module: EmscriptenModule) => {
					machine.install(module);
					return createPyodideModule(module);
				}
			} as unknown as Parameters<typeof loadPyodide>[0])
		);
		(pyodide.FS as unknown as FileSystem).writeFile('/facade.zip', assets.facade);
		pyodide.runPython('import sys; sys.path.insert(0, "/facade.zip")');
		return new Interpreter(pyodide, machine, guard);
	}

	/** Whether the interpreter has ended: it must then be booted anew. */
	get dead(): boolean {
		return this.#dead !== null;
	}

	/** Bytes of memory that the interpreter holds. */
	get memoryBytes(): number {
		return this.#machine.memoryBytes;
	}

	/** Starts a process. @throws RangeError when the id is taken */
	createSpace(spec: SpaceSpec): PythonSpace {
		if (this.#spaces.has(spec.id)) throw new RangeError(`There is a process ${spec.id} already`);
		this.#spaces.set(spec.id, this.#folders.create(spec));
		this.#inMachine(spec, () => {
			this.#entry.createSpace(spec.id);
			for (const [path, text] of Object.entries(spec.files)) this.#entry.setFile(path, text);
		});
		this.#current = spec;
		return {
			id: spec.id,
			call: (target, ...args) => this.#call(spec, target, args),
			end: () => {
				this.#end(spec);
			}
		};
	}

	#call(spec: SpaceSpec, target: string, args: readonly Plain[]): Plain {
		if (this.#dead) throw this.#dead;
		const outermost = this.#depth === 0;
		if (OF_STATE.test(target)) this.#loadStateReader();
		const before = this.#enter(spec);
		if (outermost) this.#guard.begin();
		this.#depth += 1;
		let answer: unknown;
		try {
			answer = args.every(isPrimitive)
				? this.#entry.call(target, ...args)
				: this.#entry.callJs(target, ...args.map(forPython));
			if (outermost && this.#unfinished) this.#finishLines();
		} catch (error) {
			throw this.#died(error);
		} finally {
			this.#depth -= 1;
			if (!outermost && before) this.#enter(before);
		}
		const raised = this.#raised;
		this.#raised = null;
		if (outermost) this.#stopIfRefused(this.#guard.end());
		if (raised) throw raised;
		return this.#plain(answer);
	}

	/** What reads a process's state comes when it is first asked for, and into no process. */
	#loadStateReader(): void {
		if (this.#readsState) return;
		this.#readsState = true;
		this.#folders.leave();
		this.#current = null;
		this.#machine.host = this.#outside;
		this.#entry.loadOutside(STATE_READER);
	}

	#finishLines(): void {
		this.#unfinished = false;
		this.#entry.flushOutput();
	}

	#stopIfRefused(refusal: RuntimeRefusal | null): void {
		const memoryHit = this.#machine.memoryHit;
		this.#machine.memoryHit = false;
		this.#machine.memoryCap = MEMORY_MEGABYTES * MEGABYTE;
		if (refusal ?? memoryHit) this.#entry.forgetErrors();
		if (refusal) throw new RuntimeStopped(refusal);
		if (memoryHit) throw new RuntimeStopped({ reason: 'MemoryLimit', megabytes: MEMORY_MEGABYTES });
	}

	#enter(spec: SpaceSpec): SpaceSpec | null {
		const before = this.#current;
		if (before === spec) return before;
		const folders = this.#spaces.get(spec.id);
		if (!folders) throw new Error(`The process ${spec.id} has ended`);
		this.#folders.enter(folders);
		this.#inMachine(spec, () => this.#entry.enterSpace(spec.id));
		this.#current = spec;
		return before;
	}

	#end(spec: SpaceSpec): void {
		const folders = this.#spaces.get(spec.id);
		this.#spaces.delete(spec.id);
		if (!folders || this.#dead) return;
		this.#entry.endSpace(spec.id);
		this.#folders.remove(folders);
		if (this.#current === spec) this.#current = null;
		if (!this.#current) this.#machine.host = this.#outside;
	}

	#inMachine(spec: SpaceSpec, work: () => unknown): void {
		this.#machine.host = spec.host;
		try {
			work();
		} catch (error) {
			throw this.#died(error);
		}
	}

	#died(error: unknown): RuntimeStopped {
		if (error instanceof RuntimeStopped) return error;
		const message = error instanceof Error ? error.message : String(error);
		this.#dead = new RuntimeStopped({ reason: 'InterpreterDied', message });
		return this.#dead;
	}

	#registerHost(pyodide: PyodideAPI): void {
		pyodide.registerJsModule('_crumbtrail_js', {
			call: (name: string, ...args: unknown[]) => this.#answer(name, args),
			raised: (id: number, error: PythonError) => {
				if (error.type === 'MemoryError') this.#machine.memoryCap += SPARE_MEGABYTES * MEGABYTE;
				this.#raised = new PythonRaised(id, error);
			},
			unfinished: () => {
				this.#unfinished = true;
			},
			write: (stream: OutputStream, text: string, path?: string, line?: number) => {
				if (this.#guard.print(text.length)) this.#current?.host.write(stream, text, path, line);
			},
			sleep: (micros: number) => {
				this.#current?.host.sleep(micros);
			}
		});
	}

	/** Runs a bridge function for Python. No exception of ours reaches Python: it becomes a value that names it. */
	#answer(name: string, args: unknown[]): unknown {
		const bridge = this.#current?.bridge[name];
		try {
			if (!bridge) throw new DjangoError('RuntimeError', `The host has no function ${name}`);
			return forPython(bridge(...(args.map(fromPython) as never[])));
		} catch (error) {
			if (error instanceof PythonRaised) return { crumbtrail: 'raised', id: error.id };
			if (error instanceof DjangoError) {
				const { type, message, args: given } = error;
				return { crumbtrail: 'error', type, message, args: given ?? undefined };
			}
			const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
			return { crumbtrail: 'error', type: 'RuntimeError', message, args: undefined };
		}
	}

	/** A plain value of what Python answered. */
	#plain(answer: unknown): Plain {
		if (!isProxy(answer)) return answer as Plain;
		const plain = this.#entry.plain(answer);
		answer.destroy();
		if (isProxy(plain)) {
			plain.destroy();
			throw new TypeError('Python answered an object that cannot cross the bridge');
		}
		return plain as Plain;
	}
}

interface Proxy {
	destroy(): void;
	toJs?: () => unknown;
}

function isProxy(value: unknown): value is Proxy {
	return (typeof value === 'object' || typeof value === 'function') && value !== null && 'destroy' in value;
}

function isPrimitive(value: Plain): boolean {
	return typeof value !== 'object' || value === null;
}

/** `null` is JavaScript's own in Python; `undefined` is None. */
function forPython(value: unknown): unknown {
	if (value === null) return undefined;
	if (Array.isArray(value)) return value.map(forPython);
	if (typeof value !== 'object' || value instanceof Uint8Array) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, forPython(item)]));
}

function fromPython(value: unknown): unknown {
	return value === undefined ? null : value;
}
