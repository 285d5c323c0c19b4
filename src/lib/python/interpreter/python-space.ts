import type { Disk, ProjectFiles } from '../../django/server.ts';
import type { MachineHost } from './machine.ts';

/** A value that crosses the bridge: converted, never shared. */
export type Plain =
	| null
	| undefined
	| boolean
	| number
	| string
	| Uint8Array
	| readonly Plain[]
	| { readonly [key: string]: Plain };

/** A TypeScript function that Python calls by name through `_crumbtrail.host`. */
export type BridgeFunction = (...args: never[]) => unknown;

export type OutputStream = 'stdout' | 'stderr';

/** What a simulated process asks of the world around it. */
export interface SpaceHost extends MachineHost {
	/** What Python prints, line by line, with the learner's line that printed it. */
	write(stream: OutputStream, text: string, path?: string, line?: number): void;
	/** `time.sleep`: the virtual clock moves by so many microseconds. */
	sleep(micros: number): void;
}

export interface SpaceSpec {
	readonly id: string;
	readonly host: SpaceHost;
	/** What `host(name, …)` reaches in this process. */
	readonly bridge: Readonly<Record<string, BridgeFunction>>;
	/** Written into the project's folder at the start; none where the disk holds them already. */
	readonly files: ProjectFiles;
	/** What `/project` and `/tmp` are; without it, memory of this process alone. */
	readonly disk?: Disk;
}

/** One simulated process: its own modules, globals, random state, environment and project folder. */
export interface PythonSpace {
	readonly id: string;
	/**
	 * Calls `module:function` in this process.
	 * @throws PythonRaised when Python raised
	 * @throws RuntimeStopped when the call had to be stopped
	 */
	call(target: string, ...args: readonly Plain[]): Plain;
	/** Ends the process. */
	end(): void;
}
