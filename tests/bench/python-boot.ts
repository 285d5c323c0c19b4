import type { Browser } from '@playwright/test';
import { withBuiltSite } from './built-site.ts';
import { percentile, type Bench, type BenchRow } from './row.ts';

const READY = 'python-ready';
const RUNS = 5;
const SHARE = 0.7;

/** A page that does nothing but load Python the ordinary way. */
const BARE = `<!doctype html><title>Bare</title><script type="module">
import { loadPyodide } from '/pyodide/pyodide.mjs';
await loadPyodide({ indexURL: '/pyodide/' });
performance.mark('${READY}');
</script>`;

/**
 * Time from navigation until Python runs: the production build's sandbox beside a bare page that calls `loadPyodide`
 * with the stock library. The same Chromium, the same server, no compression; `npm run build` comes first.
 */
export const bench: Bench = () =>
	withBuiltSite({ '/bare.html': BARE }, (browser, origin) =>
		rows(browser, {
			Crumbtrail: `${origin}/sandbox/`,
			'bare loadPyodide': `${origin}/bare.html`
		})
	);

interface Times {
	readonly cold: number[];
	readonly warm: number[];
}

async function rows(browser: Browser, pages: Readonly<Record<string, string>>): Promise<BenchRow[]> {
	const times = new Map(Object.keys(pages).map((who): [string, Times] => [who, { cold: [], warm: [] }]));
	// In turn, so that what else the machine does falls on both.
	for (let run = 0; run < RUNS; run += 1) {
		for (const [who, address] of Object.entries(pages)) await measure(browser, address, times.get(who));
	}
	return (['cold', 'warm'] as const).flatMap((kind) => {
		const [ours, theirs] = [...times].map(([who, seen]) => ({ who, value: percentile(seen[kind], 0.5) }));
		if (!ours || !theirs) return [];
		const what = `Python ready, ${kind} cache`;
		const met = ours.value <= theirs.value * SHARE;
		return [
			{ what, ...ours, unit: 'ms', aim: `${SHARE} of the bare page's time`, met },
			{ what, ...theirs, unit: 'ms' }
		];
	});
}

/** Opens a page twice in a fresh context: the first time nothing is cached. */
async function measure(browser: Browser, address: string, times: Times | undefined): Promise<void> {
	const context = await browser.newContext();
	for (const kind of ['cold', 'warm'] as const) {
		const page = await context.newPage();
		await page.goto(address);
		await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, READY, {
			timeout: 60_000
		});
		const millis = await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime, READY);
		if (millis !== undefined) times?.[kind].push(millis);
		await page.close();
	}
	await context.close();
}
