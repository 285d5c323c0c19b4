import { instant } from '../../time/instant.ts';
import type { Machine, MachineHost } from './machine.ts';

/** A moment that no real clock shows, with microseconds that rounding would lose. */
const MOMENT = instant(981_173_106_000_001);

const PROBE = `
def _probe():
    import os, time
    return f"{time.time_ns()} {time.strftime('%Y-%m-%d %H:%M:%S', time.localtime())} {time.tzname[0]} {os.urandom(3).hex()}"
_probe()
`;
const EXPECTED = '981173106000001000 2001-02-03 04:05:06 UTC 070707';

const PROBE_HOST: MachineHost = {
	now: () => MOMENT,
	randomBytes: (bytes) => {
		bytes.fill(7);
	}
};

/**
 * Asks Python for the time, the zone and chance, and compares with what the machine was given: the replaced imports
 * are Emscripten's insides, and must not stop working unseen.
 * @throws Error when Python still sees the real ones
 */
export function checkMachine(machine: Machine, runPython: (code: string) => unknown): void {
	const { host } = machine;
	machine.host = PROBE_HOST;
	const seen = String(runPython(PROBE));
	machine.host = host;
	if (seen !== EXPECTED) {
		throw new Error(`Python does not follow the simulated machine: it sees ${seen}, not ${EXPECTED}`);
	}
}
