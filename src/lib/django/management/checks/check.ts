import type { VersionBehaviour } from '../../versions.ts';
import type { InstalledApp } from '../installed-app.ts';

/** One finding of the system checks. */
export interface CheckMessage {
	readonly id: string;
	readonly level: 'ERROR' | 'WARNING';
	readonly text: string;
	readonly hint?: string;
}

/** A URL pattern as the checks see it. */
export interface PatternFacts {
	/** As messages name it: `'a/' [name='x']`. */
	readonly described: string;
	/** `path`: a route. `regex`: a regular expression. `none`: no pattern at all. */
	readonly kind: 'path' | 'regex' | 'none';
	readonly route: string;
	readonly name: string | null;
	readonly includes: boolean;
	/** It stands at the top of urls.py, not inside an include. */
	readonly top: boolean;
}

/** A view of the project for error pages, "handler404" and its kin. */
export interface HandlerFacts {
	readonly status: number;
	/** Its dotted path, or the function's name. */
	readonly view: string;
	/** Why it does not import. */
	readonly missing: string | null;
	readonly takesArguments: boolean;
}

/** A cache of CACHES that keeps files. */
export interface FileCacheFacts {
	readonly alias: string;
	/** Its LOCATION is an absolute path. */
	readonly absolute: boolean;
	/** Settings of folders for the web that its folder has to do with, and how: "matches", "is inside", "contains". */
	readonly exposed: readonly (readonly [setting: string, relation: string])[];
}

/** What the checks look at. */
export interface CheckContext {
	readonly version: VersionBehaviour;
	readonly apps: readonly InstalledApp[];
	readonly setting: (name: string) => unknown;
	/** Read from urls.py when a check needs it. @throws as urls.py raises */
	readonly patterns: () => readonly PatternFacts[];
	readonly handlers: () => readonly HandlerFacts[];
	/** Asked when a check needs it: it makes the caches, and their folders. */
	readonly fileCaches: () => readonly FileCacheFacts[];
	/** Whether a folder is there. */
	readonly isFolder: (path: string) => boolean;
}

/** Checks of one tag. */
export interface CheckGroup {
	readonly tag: string;
	/** Only with `--deploy`. */
	readonly deploy?: boolean;
	/** The app that brings the checks; without one they are Django's core. */
	readonly app?: string;
	run(context: CheckContext): readonly CheckMessage[];
}

export function error(id: string, text: string, hint?: string): CheckMessage {
	return { id, level: 'ERROR', text, ...(hint === undefined ? {} : { hint }) };
}

export function warning(id: string, text: string): CheckMessage {
	return { id, level: 'WARNING', text };
}

/** The texts of a setting that is a list. */
export function listed(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

export function hasApp({ apps }: CheckContext, module: string): boolean {
	return apps.some((app) => app.module === module);
}

export function hasMiddleware({ setting }: CheckContext, path: string): boolean {
	return listed(setting('MIDDLEWARE')).includes(path);
}
