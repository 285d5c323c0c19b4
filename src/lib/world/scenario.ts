import type { DjangoVersion, ProjectFiles } from '../django/server.ts';
import type { EpochMicros } from '../time/instant.ts';

/** How a world begins. */
export interface WorldStart {
	readonly django: DjangoVersion;
	readonly now: EpochMicros;
	readonly project: ProjectFiles;
	/** What relative addresses stand on, such as "http://127.0.0.1:8000". */
	readonly origin: string;
	/** Session keys taken in order, before the seeded ones. */
	readonly sessionKeys: readonly string[];
	/** Seeds all randomness of this world. */
	readonly seed: string;
}
