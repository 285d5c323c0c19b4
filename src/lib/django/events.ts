/** A line of the learner's own files, counted from 1. */
export interface SourceLine {
	readonly path: string;
	readonly line: number;
}

/** A Python exception as Django reports it. */
export interface PythonError {
	/** The bare class name, such as "TypeError". */
	readonly type: string;
	/** `str(error)`. */
	readonly message: string;
	/** The frames in the learner's own files, outermost first. */
	readonly frames: readonly (SourceLine & { readonly function: string; readonly text: string })[];
	/** The traceback as Python prints it, the learner's frames only. */
	readonly traceback: string;
}

/** Why a session was or was not saved when the response left. */
export type SaveReason = 'Modified' | 'SaveEveryRequest';
export type NoSaveReason = 'NotModified' | 'Empty' | 'ServerError' | 'NoSession' | 'Interrupted';
/** What the session said of the user when `request.user` was first looked at. */
export type UserResolution =
	| 'Valid'
	/** Made under a fallback of SECRET_KEY: the session got a new key and a new hash. */
	| 'Renew'
	| 'NoLogin'
	| 'UnknownBackend'
	| 'NoSuchUser'
	/** The password changed since: the session was thrown away. */
	| 'HashMismatch';
/** Why a session came up empty although the request carried a key. */
export type SessionMissReason =
	| 'NoSuchSession'
	| 'OtherWorker'
	| 'Expired'
	| 'ExpiredFile'
	| 'ExpiredCookie'
	| 'BadSignature'
	| 'NotSigned'
	| 'BadData'
	| 'InvalidKey';

/**
 * What the server says happened. `at`, exchange and phase are added by the exchange that runs it.
 * `by` is the learner's line that caused it, where one did.
 */
export type ServerEvent =
	| { readonly type: 'request.received'; readonly method: string; readonly path: string }
	| { readonly type: 'middleware.entered'; readonly name: string; readonly note?: string }
	| { readonly type: 'middleware.left'; readonly name: string; readonly note?: string }
	/** A middleware answered by itself; the inner layers never see the request. */
	| {
			readonly type: 'middleware.answered';
			readonly name: string;
			readonly status: number;
			readonly reason: string;
	  }
	| {
			readonly type: 'route.matched';
			readonly pattern: string;
			readonly view: string;
			readonly source?: SourceLine;
	  }
	| { readonly type: 'route.missed'; readonly path: string; readonly tried: readonly string[] }
	| { readonly type: 'view.started'; readonly view: string; readonly source?: SourceLine }
	| { readonly type: 'view.returned'; readonly status: number }
	| { readonly type: 'view.raised'; readonly error: PythonError }
	/** `toErrors`: it went to standard error, which a terminal shows as well. */
	| {
			readonly type: 'console.printed';
			readonly text: string;
			readonly toErrors?: true;
			readonly by?: SourceLine;
	  }
	/** `sql` has its values written in, as Django's own log shows it. */
	| {
			readonly type: 'sql.executed';
			readonly sql: string;
			readonly rows: number;
			readonly failed?: string;
			readonly by?: SourceLine;
	  }
	| {
			readonly type: 'log.written';
			readonly logger: string;
			readonly level: 'INFO' | 'WARNING' | 'ERROR';
			readonly message: string;
			/** The exception that nobody caught, where that is what is logged. */
			readonly raised?: { readonly type: string; readonly message: string };
			/** What goes to the terminal behind the message, where an exception is logged. */
			readonly traceback?: string;
			/** Django's own handler, which writes to the terminal, does not get it: LOGGING, or DEBUG = False. */
			readonly elsewhere?: true;
	  }
	| { readonly type: 'session.attached'; readonly engine: string; readonly key: string | null }
	| {
			readonly type: 'session.loaded';
			readonly key: string;
			readonly keys: readonly string[];
			readonly by?: SourceLine;
	  }
	| {
			readonly type: 'session.missed';
			readonly key: string;
			readonly reason: SessionMissReason;
			readonly by?: SourceLine;
	  }
	| { readonly type: 'session.read'; readonly key: string; readonly by?: SourceLine }
	| {
			readonly type: 'session.changed';
			readonly key: string;
			readonly change: 'set' | 'deleted' | 'cleared';
			readonly by?: SourceLine;
	  }
	/** Of several worker processes this one, counted from 1, answers the request. */
	| {
			readonly type: 'worker.chosen';
			readonly worker: number;
			readonly of: number;
			readonly process: string;
	  }
	| { readonly type: 'session.created'; readonly key: string; readonly by?: SourceLine }
	| {
			readonly type: 'session.saved';
			readonly key: string;
			readonly reason: SaveReason | 'Explicit';
			readonly expires: string | null;
			readonly by?: SourceLine;
	  }
	/** The file engine met a full disk and passed over it. `left`: an empty file, or the data of before. */
	| { readonly type: 'session.unwritten'; readonly key: string; readonly left: 'empty' | 'old' }
	| { readonly type: 'session.not-saved'; readonly reason: NoSaveReason }
	| { readonly type: 'session.deleted'; readonly key: string; readonly by?: SourceLine }
	| {
			readonly type: 'session.key-cycled';
			readonly from: string | null;
			readonly to: string;
			readonly by?: SourceLine;
	  }
	| { readonly type: 'auth.login'; readonly user: string | null; readonly by?: SourceLine }
	| { readonly type: 'auth.logout'; readonly user: string | null; readonly by?: SourceLine }
	/** `request.user` was looked at; without a user it is AnonymousUser. */
	| { readonly type: 'auth.resolved'; readonly why: UserResolution; readonly user: string | null }
	/** Django put a Set-Cookie on the response: the view, or the named middleware. */
	| {
			readonly type: 'response.cookie-set';
			readonly name: string;
			readonly header: string;
			readonly source: string;
			readonly deletes: boolean;
			readonly by?: SourceLine;
	  }
	| {
			readonly type: 'response.header-set';
			readonly name: string;
			readonly value: string;
			readonly source: string;
	  }
	| { readonly type: 'response.ready'; readonly status: number; readonly reason: string };

export type ServerEventType = ServerEvent['type'];
