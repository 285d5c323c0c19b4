import { chromium, type Browser } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, BenchRow } from './row.ts';

const BUILD = fileURLToPath(new URL('../../build', import.meta.url));
const PYODIDE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const READY = 'python-ready';
const RUNS = 5;
const SHARE = 0.7;

/** A page that does nothing but load Python the ordinary way. */
const BARE = `<!doctype html><title>Bare</title><script type="module">
import { loadPyodide } from '/pyodide/pyodide.mjs';
await loadPyodide({ indexURL: '/pyodide/' });
performance.mark('${READY}');
</script>`;

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2'
};

/**
 * Time from navigation until Python runs: the production build's sandbox beside a bare page that calls `loadPyodide`
 * with the stock library. The same Chromium, the same server, no compression; `npm run build` comes first.
 */
export const bench: Bench = async () => {
	if (!existsSync(join(BUILD, 'index.html'))) throw new Error('There is no build: run "npm run build" first');
	const server = await serve();
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const browser = await chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		chromiumSandbox: false,
		args: ['--disable-gpu']
	});
	try {
		return await rows(browser, {
			Crumbtrail: `${origin}/sandbox/`,
			'bare loadPyodide': `${origin}/bare.html`
		});
	} finally {
		await browser.close();
		server.close();
	}
};

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
		const [ours, theirs] = [...times].map(([who, seen]) => ({ who, value: median(seen[kind]) }));
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

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Serves the build, the bare page and the stock Pyodide, as a plain static host does. */
async function serve(): Promise<Server> {
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
		const file = path.startsWith('/pyodide/')
			? join(PYODIDE, path.slice('/pyodide/'.length))
			: join(BUILD, path.endsWith('/') ? `${path}index.html` : path);
		const page = existsSync(file) ? file : `${file}.html`;
		response.setHeader('Cache-Control', 'public, max-age=3600');
		if (path === '/bare.html') {
			response.setHeader('Content-Type', 'text/html').end(BARE);
		} else if (existsSync(page)) {
			response.setHeader('Content-Type', TYPES[extname(page)] ?? 'application/octet-stream');
			response.end(readFileSync(page));
		} else {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}
