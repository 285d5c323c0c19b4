import type { EpochMicros } from '../../time/instant.ts';
import type { SaveReason, ServerEvent } from '../events.ts';
import type { VersionBehaviour } from '../versions.ts';

/** The number of a request or a response that Python holds. */
export type Ref = number;

/** What a hosted middleware works with. */
export interface Site {
	readonly version: VersionBehaviour;
	now(): EpochMicros;
	setting(name: string): unknown;
	/** Calls a function of `django.core.handlers.host`. */
	python(name: string, ...args: readonly (string | number | boolean | null)[]): unknown;
	/** Does some work whose SQL is not told: what a debug page asks on its own account. */
	unheard<T>(work: () => T): T;
	say(event: ServerEvent): void;
	setCookie(response: Ref, options: Readonly<Record<string, unknown>>): void;
	deleteCookie(response: Ref, options: Readonly<Record<string, unknown>>): void;
	/** The session is about to be saved for this reason. */
	saving(reason: SaveReason): void;
}

/** A middleware whose work is done here. An absent hook does nothing. */
export interface Middleware {
	/** Before the inner layers. @returns a response to answer at once, or `null` */
	processRequest?(site: Site, request: Ref): Ref | null;
	/** Before the view. @returns a response to answer at once, or `null` */
	processView?(site: Site, request: Ref): Ref | null;
	/** After the inner layers. @returns the response to go on with */
	processResponse?(site: Site, request: Ref, response: Ref): Ref;
}
