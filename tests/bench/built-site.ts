import { chromium, type Browser } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the production build. */
export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));
const PYODIDE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));

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
 * Serves the production build, the stock Pyodide under `/pyodide/` and some further `pages` (path to HTML) as a plain
 * static host does, and gives `work` a Chromium and the site's origin.
 * @throws Error when there is no build
 */
export async function withBuiltSite<T>(
	pages: Readonly<Record<string, string>>,
	work: (browser: Browser, origin: string) => Promise<T>
): Promise<T> {
	if (!existsSync(join(BUILD, 'index.html'))) throw new Error('There is no build: run "npm run build" first');
	const server = await serve(pages);
	const browser = await chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		chromiumSandbox: false,
		args: ['--disable-gpu']
	});
	try {
		return await work(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	} finally {
		await browser.close();
		server.close();
	}
}

async function serve(pages: Readonly<Record<string, string>>): Promise<Server> {
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
		const file = path.startsWith('/pyodide/')
			? join(PYODIDE, path.slice('/pyodide/'.length))
			: join(BUILD, path.endsWith('/') ? `${path}index.html` : path);
		const page = existsSync(file) ? file : `${file}.html`;
		response.setHeader('Cache-Control', 'public, max-age=3600');
		if (path in pages) {
			response.setHeader('Content-Type', 'text/html').end(pages[path]);
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
