import { DjangoError } from '../../django/error.ts';
import type { SaveReason, ServerEvent, SessionMissReason, SourceLine } from '../../django/events.ts';
import { ENGINES } from '../../django/sessions/backends/engines.ts';
import { decodeSession, encodeSession, type SessionEncoding } from '../../django/sessions/encoding.ts';
import type { EngineContext, SessionEngine } from '../../django/sessions/engine.ts';
import type { BridgeFunction, PythonSpace } from '../interpreter/python-space.ts';
import { bytesToText, textToBytes } from './bytes-as-text.ts';
import { PythonSession } from './python-session.ts';

export interface SessionBridgeSite {
	readonly context: EngineContext;
	space(): PythonSpace;
	line(): { by: SourceLine } | Record<string, never>;
	say(event: ServerEvent): void;
	newKey(): string;
}

/** What the facade's sessions ask of the host. */
export class SessionBridge {
	readonly #site: SessionBridgeSite;
	/** Why the middleware saves; `null` while the view itself does. */
	#reason: SaveReason | null = null;
	/** What the last decoding found; told by the load that it was part of. */
	#missed: SessionMissReason | null = null;

	constructor(site: SessionBridgeSite) {
		this.#site = site;
	}

	/** The middleware is about to save for this reason. */
	saving(reason: SaveReason): void {
		this.#reason = reason;
	}

	readonly functions: Readonly<Record<string, BridgeFunction>> = {
		'session.new_key': () => this.#site.newKey(),
		'session.load': (engine: string, ref: number, key: string | null) => this.#load(engine, ref, key),
		'session.exists': (engine: string, ref: number, key: string | null) =>
			engineOf(engine).exists(key, this.#site.context, this.#self(ref)),
		'session.create': (engine: string, ref: number) => {
			engineOf(engine).create(this.#self(ref), this.#site.context);
		},
		'session.save': (engine: string, ref: number, mustCreate: boolean) => {
			this.#save(engine, ref, mustCreate);
		},
		'session.delete': (engine: string, ref: number, key: string | null) => {
			engineOf(engine).remove(this.#self(ref), key, this.#site.context);
		},
		'session.clear_expired': (engine: string) => {
			engineOf(engine).clearExpired(this.#site.context);
		},
		'session.encode': (data: string, salt: string, legacySalt: string) =>
			encodeSession(textToBytes(data), this.#encoding(salt, legacySalt), this.#site.context.now()),
		'session.decode': (text: string, salt: string, legacySalt: string) =>
			this.#decode(text, salt, legacySalt),
		'session.unreadable': () => {
			this.#missed = 'BadData';
		},
		'session.loaded': (key: string, keys: string, path?: string, line?: number) => {
			this.#loaded(
				key,
				JSON.parse(keys) as string[],
				path === undefined ? {} : { by: { path, line: line ?? 0 } }
			);
		},
		'session.touched': (change: string, key: string, path: string, line: number) => {
			this.#touched(change, key, { path, line });
		},
		'session.cycled': (from: string | null, to: string) => {
			this.#site.say({ type: 'session.key-cycled', from, to, ...this.#site.line() });
		}
	};

	#self(ref: number, key?: string | null): PythonSession {
		return new PythonSession(this.#site.space(), ref, key);
	}

	#load(engine: string, ref: number, key: string | null): number {
		this.#missed = null;
		return engineOf(engine).load(this.#self(ref, key), this.#site.context);
	}

	#save(engine: string, ref: number, mustCreate: boolean): void {
		const reason = this.#reason ?? 'Explicit';
		const self = this.#self(ref);
		const before = self.key;
		engineOf(engine).save(self, mustCreate, this.#site.context);
		const key = self.key;
		if (key === null) return;
		if (before === null && engine !== 'signed_cookies') return;
		this.#reason = null;
		const where = this.#site.line();
		if (mustCreate) this.#site.say({ type: 'session.created', key, ...where });
		this.#site.say({
			type: 'session.saved',
			key,
			reason,
			expires: self.lastExpiryDate ?? self.ownExpiryDate(),
			...where
		});
	}

	#encoding(salt: string, legacySalt: string): SessionEncoding {
		const { version, signingKey, setting } = this.#site.context;
		const writesLegacy = setting('DEFAULT_HASHING_ALGORITHM') === 'sha1';
		const legacy = !version.legacyEncoding ? 'none' : writesLegacy ? 'write' : 'read';
		return { salt, legacySalt, key: signingKey(), legacy };
	}

	#decode(text: string, salt: string, legacySalt: string): string | null {
		const read = decodeSession(text, this.#encoding(salt, legacySalt), this.#site.context.now());
		if ('data' in read) return bytesToText(read.data);
		this.#missed = read.missed;
		if (read.logged) this.#sayCorrupted();
		return null;
	}

	#sayCorrupted(): void {
		this.#site.say({
			type: 'log.written',
			logger: 'django.security.SuspiciousSession',
			level: 'WARNING',
			message: 'Session data corrupted'
		});
	}

	#loaded(key: string, keys: readonly string[], where: { by: SourceLine } | Record<string, never>): void {
		const reason = this.#missed;
		this.#missed = null;
		if (reason) this.#site.say({ type: 'session.missed', key, reason, ...where });
		else this.#site.say({ type: 'session.loaded', key, keys, ...where });
	}

	#touched(change: string, key: string, by: SourceLine): void {
		if (change === 'read') this.#site.say({ type: 'session.read', key, by });
		else if (change === 'set' || change === 'deleted' || change === 'cleared') {
			this.#site.say({ type: 'session.changed', key, change, by });
		}
	}
}

function engineOf(name: string): SessionEngine {
	const engine = ENGINES[name];
	if (!engine) throw new DjangoError('ModuleNotFoundError', `No engine named ${name}`);
	return engine;
}
