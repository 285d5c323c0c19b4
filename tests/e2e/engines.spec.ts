import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

/** What real Django 5.2 did with the sandbox's own project and this very script. */
const TRACE = JSON.parse(
	readFileSync(new URL('../conformance/django/own/switch.5.2.jsonl', import.meta.url), 'utf8')
) as {
	steps: Record<string, unknown>[];
	expect: { exchanges?: Exchange[]; state: { sessions: [string, string, string][] } }[];
};

interface Exchange {
	readonly request: { readonly cookie: string };
	readonly response: { readonly body: string; readonly headers: [string, string][] };
}

async function switchEngine(page: Page, engine: string): Promise<void> {
	await page.getByRole('button', { name: /· Django 5\.2$/ }).click();
	const dialog = page.getByRole('dialog', { name: 'Engine and version' });
	await dialog.getByRole('radio', { name: engine, exact: true }).check();
	await dialog.getByRole('button', { name: 'Redeploy' }).click();
	await expect(sentence(page)).toContainText(`The engine is now ${engine}`);
}

/** Looks at a message on the wire as it travels. */
async function onTheWire(page: Page, which: RegExp): Promise<string> {
	await page.getByRole('button', { name: which }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('checkbox', { name: 'As it travels' }).check();
	const text = (await dialog.locator('pre').textContent()) ?? '';
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	return text;
}

/** The Set-Cookie lines of a message. */
function setCookies(message: string): string[] {
	return [...message.matchAll(/^Set-Cookie: (.*)$/gim)].map(([, line = '']) => line.trim());
}

async function expectExchange(page: Page, { request, response }: Exchange): Promise<void> {
	await expect(simulatedPage(page)).toHaveText(response.body);
	const sent = await onTheWire(page, /^request/);
	expect(/^Cookie: (.*)$/im.exec(sent)?.[1]?.trim() ?? '').toBe(request.cookie);
	const wanted = response.headers.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value);
	expect(setCookies(await onTheWire(page, /^response/))).toEqual(wanted);
}

/** What each engine's own storage shows at the end of its part of the script. */
const STORED: Readonly<Record<string, (page: Page, key: string) => Promise<void>>> = {
	db: async (page, key) => {
		await expect(page.getByRole('row', { name: new RegExp(`^${key}`) })).toBeVisible();
	},
	cached_db: async (page, key) => {
		const entries = page.getByRole('region', { name: 'Entries of the cache' });
		await expect(entries.getByRole('row', { name: /cached_db/ })).toContainText([
			`:1:django.contrib.sessions.cached_db${key}`
		]);
		await expect(entries).toContainText("{'num_visits': 4}");
		await expect(entries).toContainText('14 days');
	},
	cache: async (page, key) => {
		const entries = page.getByRole('region', { name: 'Entries of the cache' });
		await expect(entries).toContainText(`:1:django.contrib.sessions.cache${key}`);
		await expect(entries).toContainText("{'num_visits': 2}");
		await expect(entries).toContainText('changed in this step');
		await expect(entries).toContainText('14 days');
	},
	file: async (page, key) => {
		const files = page.getByRole('region', { name: 'Session files in /tmp' });
		await expect(files).toContainText(`sessionid${key}`);
		await expect(files).toContainText('changed in this step');
		await files.getByRole('button', { name: /As stored/ }).click();
		await expect(files).toContainText('{"num_visits":2}');
		await files.getByRole('button', { name: /Decoded/ }).click();
	},
	signed_cookies: async (page, cookie) => {
		const parts = page.getByRole('region', { name: 'The session cookie' });
		await expect(parts).toContainText(cookie);
		await expect(parts).toContainText('{"num_visits":2}');
		await expect(parts).toContainText('5 Jan 2026, 09:30:00 UTC');
		await expect(parts).toContainText('valid: a session of signed_cookies, signed with SECRET_KEY');
	}
};

test('one script goes through the five engines, and each ends as real Django did', async ({ page }) => {
	test.setTimeout(240_000);
	await openStage(page, '/sandbox/');
	let engine = 'db';
	for (const [at, step] of TRACE.steps.entries()) {
		const result = TRACE.expect[at];
		if ('edit' in step) {
			const [, name = ''] = /sessions\.backends\.(\w+)'/.exec(JSON.stringify(step)) ?? [];
			engine = name;
			await switchEngine(page, engine);
		} else if ('visit' in step && result?.exchanges?.[0]) {
			await visit(page, '/count/');
			await expectExchange(page, result.exchanges[0]);
		} else continue;
		const isLast = !TRACE.steps[at + 1] || 'edit' in (TRACE.steps[at + 1] ?? {});
		if (!isLast || 'edit' in step) continue;
		const set = result?.exchanges?.[0]?.response.headers.find(([name]) => name === 'Set-Cookie')?.[1];
		await STORED[engine]?.(page, /^sessionid=([^;]+)/.exec(set ?? '')?.[1] ?? 'no cookie');
		await expectRows(page, result?.state.sessions ?? []);
	}
	expect(engine).toBe('db');
});

/** The rows of the table, as its own storage or as what an engine left in it. */
async function expectRows(page: Page, sessions: readonly [string, string, string][]): Promise<void> {
	const rows = page.getByRole('region', { name: 'The table django_session' }).locator('tbody tr');
	await expect(rows).toHaveCount(sessions.length);
	for (const [at, [key, data, expires]] of sessions.entries()) {
		await expect(rows.nth(at)).toContainText(key);
		await expect(rows.nth(at)).toContainText(data);
		await expect(rows.nth(at)).toContainText(expires);
	}
}
