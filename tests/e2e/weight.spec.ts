import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const BUDGET_BYTES = 150_000;

/** The scripts that a page's HTML names are there before it is interactive; all others come lazily. */
function scriptBytes(html: string): { files: number; bytes: number } {
	const files = [...new Set(html.match(/_app\/immutable\/[\w./-]+\.js/g))];
	const bytes = files.map((file) => gzipSync(readFileSync(`build/${file}`)).length);
	return { files: files.length, bytes: bytes.reduce((sum, each) => sum + each, 0) };
}

for (const path of ['', 'sandbox/', 'lessons/01-the-server-remembers/']) {
	test(`the page /${path} is interactive after at most 150 kB of gzipped JavaScript`, async ({ request }) => {
		const { files, bytes } = scriptBytes(await (await request.get(`/${path}`)).text());
		expect(files).toBeGreaterThan(3);
		expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
	});
}
