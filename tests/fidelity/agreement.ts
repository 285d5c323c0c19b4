import type { TestContext } from 'vitest';

/** What one recorded trace says about the simulator, kept with its test for the page /fidelity. */
export type Agreement =
	| {
			readonly with: 'Django';
			readonly version: string;
			readonly engine: string;
			readonly id: string;
			readonly agrees: boolean;
			/** Why it differs, where that is known. */
			readonly reason?: string | undefined;
	  }
	| { readonly with: 'Chromium'; readonly group: string; readonly id: string; readonly agrees: boolean };

declare module 'vitest' {
	interface TaskMeta {
		agreement?: Agreement;
	}
}

/** Keeps what a test found out, before it asserts. */
export function keepAgreement({ task }: TestContext, agreement: Agreement): void {
	task.meta.agreement = agreement;
}

const ENGINES = ['db', 'cached_db', 'cache', 'file', 'signed_cookies'];

/** The engine that a trace's settings name: "db" where none does, "several" or "own" beside the built-in ones. */
export function engineOf(trace: unknown): string {
	const named = JSON.stringify(trace).matchAll(/SESSION_ENGINE = ['"]([\w.]+)['"]/g);
	const engines = new Set(
		[...named].map(([, path = '']) => path.replace('django.contrib.sessions.backends.', ''))
	);
	const [engine = 'db', ...others] = engines;
	if (others.length > 0) return 'several';
	return ENGINES.includes(engine) ? engine : 'own';
}
