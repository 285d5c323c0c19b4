import type { ProjectHost, ServerProcess } from '../../django/server.ts';
import type { Interpreter } from '../interpreter/interpreter.ts';
import type { ViewRuntime } from '../runtime.ts';
import { DjangoProcess } from './django-process.ts';

/** Runs Django processes in one interpreter. */
export class DjangoRuntime implements ViewRuntime {
	readonly #interpreter: Interpreter;
	/** Ids are the world's; the interpreter needs them unique over all worlds. */
	#started = 0;

	constructor(interpreter: Interpreter) {
		this.#interpreter = interpreter;
	}

	get pythonVersion(): string {
		return this.#interpreter.version;
	}

	get dead(): boolean {
		return this.#interpreter.dead;
	}

	startProcess(id: string, host: ProjectHost): ServerProcess {
		this.#started += 1;
		return new DjangoProcess(id, host, this.#interpreter, `${this.#started}-${id}`);
	}
}
