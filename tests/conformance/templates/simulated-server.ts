import { loadSqlite } from '../../../src/lib/database/sqljs.ts';
import type {
	DjangoVersion,
	ProjectFiles,
	ProjectHost,
	ServerProcess
} from '../../../src/lib/django/server.ts';
import type { HttpRequest, HttpResponse } from '../../../src/lib/http/message.ts';
import { readPythonAssets } from '../../../src/lib/python/interpreter/assets.node.ts';
import { Interpreter } from '../../../src/lib/python/interpreter/interpreter.ts';
import { DjangoRuntime } from '../../../src/lib/python/server/django-runtime.ts';
import type { EpochMicros } from '../../../src/lib/time/instant.ts';
import { MemoryDisk } from '../../../src/lib/world/disk.ts';

/** One interpreter that starts servers of projects whose clock stands still. */
export class SimulatedServers {
	private constructor(
		readonly interpreter: Interpreter,
		readonly runtime: DjangoRuntime,
		readonly openDatabase: Awaited<ReturnType<typeof loadSqlite>>
	) {}

	static async boot(): Promise<SimulatedServers> {
		const interpreter = await Interpreter.boot(await readPythonAssets(), { millis: () => performance.now() });
		return new SimulatedServers(interpreter, new DjangoRuntime(interpreter), await loadSqlite());
	}

	start(id: string, version: DjangoVersion, files: ProjectFiles, now: EpochMicros): ServerProcess {
		const database = this.openDatabase();
		const disk = new MemoryDisk();
		disk.writeTexts(files, now);
		const host: ProjectHost = {
			version,
			files,
			now: () => now,
			sleep: () => undefined,
			database: () => database,
			temporaryDatabase: () => this.openDatabase(),
			disk,
			sessionKey: () => 'a'.repeat(32),
			randomBytes: (bytes) => void bytes.fill(1)
		};
		return this.runtime.startProcess(id, host);
	}
}

/** Sends a request through a server to its end. @throws when no response comes */
export function send(server: ServerProcess, method: string, path: string, body = ''): HttpResponse {
	const headers: HttpRequest['headers'] = [
		['Host', '127.0.0.1:8000'],
		['Content-Type', 'application/json'],
		['Content-Length', String(new TextEncoder().encode(body).length)]
	];
	const url = `http://127.0.0.1:8000${path}`;
	const run = server.open({ method, url, headers: body ? headers : headers.slice(0, 1), body });
	while (run.next) run.step();
	if (!run.response) throw new Error(`No response for ${path}`);
	return run.response;
}
