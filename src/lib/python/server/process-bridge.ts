import { DjangoError } from '../../django/error.ts';
import type { RunSite } from '../../django/handler/request-run.ts';
import { hostProblem } from '../../django/http/allowed-host.ts';
import { parseCookie } from '../../django/http/parse-cookie.ts';
import { HOSTED } from '../../django/middleware/hosted.ts';
import type { Ref } from '../../django/middleware/middleware.ts';
import type { ProjectHost } from '../../django/server.ts';
import type { EngineContext } from '../../django/sessions/engine.ts';
import { defaultSettings } from '../../django/settings.ts';
import { checkEngine } from '../../django/sql/database-settings.ts';
import type { SqlLog } from '../../django/sql/sql-log.ts';
import type { VersionBehaviour } from '../../django/versions.ts';
import { authBridge } from '../bridge/auth-bridge.ts';
import type { CacheBridge } from '../bridge/cache-bridge.ts';
import { csrfBridge } from '../bridge/csrf-bridge.ts';
import { managementBridge } from '../bridge/management-bridge.ts';
import { messagesBridge } from '../bridge/messages-bridge.ts';
import { modelBridge } from '../bridge/model-bridge.ts';
import type { SessionBridge } from '../bridge/session-bridge.ts';
import { signingBridge } from '../bridge/signing-bridge.ts';
import { sqlBridge } from '../bridge/sql-bridge.ts';
import type { BridgeFunction, PythonSpace } from '../interpreter/python-space.ts';

/** What Python's calls reach of the process that they come from. */
export interface BridgedProcess {
	readonly host: ProjectHost;
	readonly context: EngineContext;
	readonly sqlLog: SqlLog;
	readonly sessions: SessionBridge;
	readonly caches: CacheBridge;
	readonly space: () => PythonSpace;
	readonly site: () => RunSite;
	/** Settings are other than they were read. */
	readonly settingsChanged: () => void;
	/** What answers `get_response` of the layer with this number, while a request is handled. */
	readonly inner: () => ((index: number) => Ref) | null;
	/** SQL is not told for a while. */
	readonly mute: (muted: boolean) => void;
	/** A database of the tests' own takes the project's place, or leaves it. */
	readonly useTestDatabase: (wanted: boolean) => void;
}

/** All that Python may ask of its host, by name. */
export function processBridge(process: BridgedProcess): Readonly<Record<string, BridgeFunction>> {
	const { host, context, sqlLog, sessions, caches } = process;
	const { version } = context;
	return {
		'version.release': () => version.release,
		'version.has': (name: keyof VersionBehaviour) => version[name] === true,
		'settings.defaults': () => defaultSettings(host.version),
		'settings.changed': process.settingsChanged,
		'database.check': () => {
			checkEngine(context.setting('DATABASES'), version);
		},
		'http.parse_cookie': (header: string) => JSON.stringify(parseCookie(header)),
		'http.host_problem': hostProblem,
		...handlerBridge(process),
		...signingBridge(() => host.now()),
		...sessions.functions,
		...modelBridge(context),
		...sqlBridge({ sql: context.sql, log: sqlLog, testDatabase: process.useTestDatabase }),
		...authBridge(context),
		...csrfBridge(version),
		...messagesBridge(version, () => host.now()),
		...managementBridge({ ...context, space: process.space }),
		...caches.functions
	};
}

function handlerBridge({ inner, mute, site }: BridgedProcess): Readonly<Record<string, BridgeFunction>> {
	return {
		'handler.inner': (index: number) => {
			const answer = inner();
			if (!answer) throw new DjangoError('RuntimeError', 'No request is being handled');
			return answer(index);
		},
		'handler.mute': mute,
		'middleware.request': (path: string, request: Ref) =>
			HOSTED[path]?.processRequest?.(site(), request) ?? null,
		'middleware.response': (path: string, request: Ref, response: Ref) =>
			HOSTED[path]?.processResponse?.(site(), request, response) ?? response
	};
}
