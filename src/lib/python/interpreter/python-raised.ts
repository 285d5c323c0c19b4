import type { PythonError } from '../../django/events.ts';

/** A Python exception on its way through TypeScript. Let it pass to the outer Python, and the same object goes on there. */
export class PythonRaised extends Error {
	override readonly name = 'PythonRaised';

	constructor(
		readonly id: number,
		readonly error: PythonError
	) {
		super(`${error.type}: ${error.message}`);
	}
}
