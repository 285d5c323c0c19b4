import type { EpochMicros } from '../../time/instant.ts';
import { DjangoError } from '../error.ts';
import type { ServerEvent } from '../events.ts';
import type { Disk } from '../server.ts';
import type { SigningKey } from '../signing.ts';
import type { SqlRunner } from '../sql/sql-runner.ts';
import type { VersionBehaviour } from '../versions.ts';
import type { SessionSelf } from './session-self.ts';

/** What an engine works with. */
export interface EngineContext {
	readonly version: VersionBehaviour;
	readonly sql: SqlRunner;
	readonly disk: Disk;
	readonly now: () => EpochMicros;
	/** The time as SQLite compares it: UTC with `USE_TZ`, else the project's local time. */
	readonly nowSql: () => string;
	readonly signingKey: () => SigningKey;
	readonly setting: (name: string) => unknown;
	readonly say: (event: ServerEvent) => void;
	/** Whether another worker of the server has this key in its memory. */
	readonly cachedElsewhere?: (key: string) => boolean;
}

/** A session backend: where the data lies. One file each in `backends/`. */
export interface SessionEngine {
	load<D>(self: SessionSelf<D>, context: EngineContext): D;
	exists(key: string | null, context: EngineContext, self: SessionSelf<unknown>): boolean;
	create<D>(self: SessionSelf<D>, context: EngineContext): void;
	save<D>(self: SessionSelf<D>, mustCreate: boolean, context: EngineContext): void;
	remove<D>(self: SessionSelf<D>, key: string | null, context: EngineContext): void;
	clearExpired(context: EngineContext): void;
}

/** The key that was asked for is taken. */
export function createError(): DjangoError {
	return new DjangoError('django.contrib.sessions.backends.base.CreateError', '', []);
}

/** The session that was to be saved is gone. */
export function updateError(): DjangoError {
	return new DjangoError('django.contrib.sessions.backends.base.UpdateError', '', []);
}

export function isCreateError(error: unknown): boolean {
	return error instanceof Error && /(?:^|\.)CreateError/.test(errorType(error));
}

function errorType(error: Error): string {
	return 'error' in error ? String((error.error as { type?: string }).type) : error.name;
}

/** `create()` of the table and cache engines: takes new keys until one is free. */
export function createUntilFree(self: SessionSelf<unknown>, attempts = Infinity): boolean {
	for (let attempt = 0; attempt < attempts; attempt++) {
		self.key = self.newKey();
		try {
			self.save(true);
		} catch (error) {
			if (isCreateError(error)) continue;
			throw error;
		}
		self.setModified();
		return true;
	}
	return false;
}
