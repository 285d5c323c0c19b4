import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILD, withBuiltSite } from './built-site.ts';
import { percentile, type Bench, type BenchRow } from './row.ts';

const KILOBYTES = 150;
const MILLIS = 50;
const VISITS = 12;

/** What the page weighs before a lesson is interactive, and how long a step takes from the button to the paint. */
export const bench: Bench = () =>
	withBuiltSite({}, async (browser, origin) => [
		scripts('lessons/01-the-server-remembers'),
		scripts('sandbox'),
		await stepToPaint(browser, `${origin}/sandbox/`)
	]);

/** The scripts that a page's HTML names: what comes later comes lazily. */
function scripts(path: string): BenchRow {
	const html = readFileSync(join(BUILD, path, 'index.html'), 'utf8');
	const files = new Set(html.match(/_app\/immutable\/[\w./-]+\.js/g));
	const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILD, file))).length, 0);
	return {
		what: `JavaScript before ${path} is interactive, gzipped`,
		who: 'Crumbtrail',
		value: bytes / 1000,
		unit: 'kB',
		aim: `at most ${KILOBYTES} kB`,
		met: files.size > 0 && bytes <= KILOBYTES * 1000
	};
}

async function stepToPaint(browser: Browser, address: string): Promise<BenchRow> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(address);
	const sentence = page.getByRole('group', { name: 'What just happened' });
	await sentence.getByText('The server is running').waitFor({ timeout: 60_000 });
	const times: number[] = [];
	for (let visit = 0; visit < VISITS; visit += 1) {
		await page.getByLabel('Address').fill('/count/');
		await page.getByLabel('Address').press('Enter');
		await sentence.getByText('is waiting').waitFor();
		for (let time = await step(page); time !== null; time = await step(page)) times.push(time);
	}
	await page.close();
	const value = percentile(times, 0.95);
	return {
		what: `step button to painted step, 95th percentile of ${times.length}`,
		who: 'Crumbtrail',
		value,
		unit: 'ms',
		aim: `at most ${MILLIS} ms`,
		met: value <= MILLIS
	};
}

/** Presses Step. @returns milliseconds until the history has grown and the frame is painted; `null` at the end */
function step(page: Page): Promise<number | null> {
	return page.evaluate(async () => {
		const button = [...document.querySelectorAll('button')].find(
			({ textContent, ariaLabel }) => (ariaLabel ?? textContent).trim() === 'Step'
		);
		const slider = document.querySelector<HTMLInputElement>('input[type=range]');
		if (!button || !slider) throw new Error('There is no step button, or no history');
		if (button.ariaDisabled === 'true') return null;
		const before = slider.value;
		const from = performance.now();
		button.click();
		do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
		while (slider.value === before);
		return performance.now() - from;
	});
}
