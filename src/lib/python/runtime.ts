import type { ProjectHost, ServerProcess } from '../django/server.ts';

/** How far the loading of Python has come. */
export interface LoadProgress {
	readonly stage: 'fetching' | 'starting' | 'ready';
	/** 0 to 1. */
	readonly done: number;
}

/** What went wrong with running learners' code as such; the world is then as before the action. */
export type RuntimeRefusal =
	| { readonly reason: 'TimeLimit'; readonly seconds: number }
	| { readonly reason: 'MemoryLimit'; readonly megabytes: number }
	| { readonly reason: 'OutputLimit'; readonly characters: number }
	/** The interpreter itself ended (os._exit, a crash): it must be started anew. */
	| { readonly reason: 'InterpreterDied'; readonly message: string };

/** Thrown out of any call into a process when the run was stopped. The process is not usable any more. */
export class RuntimeStopped extends Error {
	override readonly name = 'RuntimeStopped';
	constructor(readonly refusal: RuntimeRefusal) {
		super(refusal.reason);
	}
}

/** One interpreter that holds many simulated processes. */
export interface ViewRuntime {
	/** The interpreter's own version, "3.14.2". */
	readonly pythonVersion: string;
	/** Whether the interpreter has ended; another must then be booted. */
	readonly dead: boolean;
	/** Starts a process; its settings are loaded at once. `id` also names its stream of randomness. */
	startProcess(id: string, host: ProjectHost): ServerProcess;
}
