import type { EpochMicros } from '../../time/instant.ts';

/** What the simulated machine asks of the process that runs on it. */
export interface MachineHost {
	now(): EpochMicros;
	randomBytes(bytes: Uint8Array): void;
}

type WasmFunction = (...args: never[]) => unknown;
type WasmImports = Record<string, Record<string, WasmFunction>>;

/** The parts of Emscripten's module object that are replaced. */
export interface EmscriptenModule {
	HEAPU8: Uint8Array;
	instantiateWasm: (
		imports: WebAssembly.Imports,
		done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void
	) => unknown;
}

const IMPORTS = [
	'clock_time_get',
	'emscripten_date_now',
	'_gmtime_js',
	'_localtime_js',
	'_mktime_js',
	'_timegm_js',
	'_tzset_js',
	'random_get',
	'emscripten_resize_heap'
] as const;

const REALTIME = 0;

/**
 * Clock, time zone, randomness and memory of the interpreter, put in place of the WebAssembly imports: no Python is
 * patched. The names are Emscripten's insides; a missing one is told at start-up.
 */
export class Machine {
	/** Most bytes of memory; beyond it Python raises MemoryError. */
	memoryCap: number;
	/** Whether the cap was hit since this was last set to `false`. */
	memoryHit = false;
	host: MachineHost;
	#module: EmscriptenModule | null = null;

	constructor(host: MachineHost, memoryCap: number) {
		this.host = host;
		this.memoryCap = memoryCap;
	}

	/** Bytes of memory that the interpreter holds. It never gives any back. */
	get memoryBytes(): number {
		return this.#module?.HEAPU8.length ?? 0;
	}

	/** Replaces the imports of a module that is about to be instantiated. */
	install(module: EmscriptenModule): void {
		this.#module = module;
		const instantiate = module.instantiateWasm;
		module.instantiateWasm = (imports, done) => {
			this.#replace(module, imports as unknown as WasmImports);
			return instantiate(imports, done);
		};
	}

	#replace(module: EmscriptenModule, imports: WasmImports): void {
		for (const [space, functions] of Object.entries(imports)) {
			if (space !== 'env' && space !== 'wasi_snapshot_preview1') continue;
			const missing = IMPORTS.filter((name) => typeof functions[name] !== 'function');
			if (missing.length > 0) throw new Error(`Pyodide has no import ${missing.join(', ')} in ${space}`);
			Object.assign(functions, this.#imports(module, functions));
		}
	}

	#imports(module: EmscriptenModule, given: Record<string, WasmFunction>): Record<string, WasmFunction> {
		const view = () => new DataView(module.HEAPU8.buffer);
		const gmtime = given._gmtime_js as (time: bigint, to: number) => void;
		const grow = given.emscripten_resize_heap as (bytes: number) => number;
		return {
			clock_time_get: (_clock: number, _precision: bigint, to: number) => {
				view().setBigUint64(to >>> 0, BigInt(this.host.now()) * 1000n, true);
				return REALTIME;
			},
			emscripten_date_now: () => this.host.now() / 1000,
			_localtime_js: (time: bigint, to: number) => {
				gmtime(time, to);
				view().setInt32((to >>> 0) + 32, 0, true);
				view().setInt32((to >>> 0) + 36, 0, true);
			},
			_mktime_js: given._timegm_js as WasmFunction,
			_tzset_js: (offset: number, daylight: number, standardName: number, daylightName: number) => {
				view().setInt32(offset >>> 0, 0, true);
				view().setInt32(daylight >>> 0, 0, true);
				for (const name of [standardName, daylightName]) {
					module.HEAPU8.set([85, 84, 67, 0], name >>> 0);
				}
			},
			random_get: (to: number, length: number) => {
				this.host.randomBytes(module.HEAPU8.subarray(to >>> 0, (to >>> 0) + (length >>> 0)));
				return 0;
			},
			emscripten_resize_heap: (bytes: number) => {
				if (bytes >>> 0 <= this.memoryCap) return grow(bytes);
				this.memoryHit = true;
				return 0;
			}
		};
	}
}
