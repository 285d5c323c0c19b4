import { loadSqlite } from '../lib/database/sqljs.ts';
import { readPythonAssets } from '../lib/python/interpreter/assets.node.ts';
import { Interpreter } from '../lib/python/interpreter/interpreter.ts';
import { DjangoRuntime } from '../lib/python/server/django-runtime.ts';
import type { WorldPorts } from '../lib/world/world.ts';

/** Starts Python and SQLite for worlds in Node. */
export async function bootWorldPorts(): Promise<WorldPorts> {
	const assets = await readPythonAssets();
	const [interpreter, openDatabase] = await Promise.all([
		Interpreter.boot(assets, { millis: () => performance.now() }),
		loadSqlite()
	]);
	return { runtime: new DjangoRuntime(interpreter), openDatabase };
}
