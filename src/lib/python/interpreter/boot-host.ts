import { DEFAULT_START } from '../../time/instant.ts';
import { SeededRandom } from '../../time/random.ts';
import type { MachineHost } from './machine.ts';

/** The machine while no process is entered: the same at every boot, so that all that CPython sets up is the same. */
export function bootHost(): MachineHost {
	const random = new SeededRandom('boot');
	return {
		now: () => DEFAULT_START,
		randomBytes: (bytes) => {
			random.fill(bytes);
		}
	};
}
