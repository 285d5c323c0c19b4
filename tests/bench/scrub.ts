import type { Page } from '@playwright/test';
import { withBuiltSite } from './built-site.ts';
import { percentile, type Bench } from './row.ts';

/** Each step is a moment with one event or more. */
const STEPS = 1_000;
const LOOK_BACK_MILLIS = 50;
/** A frame at 60 a second, and a little for the timer's own jitter. */
const FRAME_MILLIS = 17.5;
const FRAMES = 300;

/** How the page keeps up when somebody draws the slider through a long history, beside the same page at rest. */
export const bench: Bench = () =>
	withBuiltSite({}, async (browser, origin) => {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		await page.goto(`${origin}/sandbox/`);
		const sentence = page.getByRole('group', { name: 'What just happened' });
		await sentence.getByText('The server is running').waitFor({ timeout: 60_000 });
		let steps = 0;
		while (steps < STEPS) {
			await page.getByLabel('Address').fill('/count/');
			await page.getByLabel('Address').press('Enter');
			await sentence.getByText('is waiting').waitFor();
			steps += await stepToTheEnd(page);
		}
		const rest = percentile(await frames(page, 0), 0.95);
		const scrubbing = percentile(await frames(page, FRAMES), 0.95);
		const looks = percentile(await lookBacks(page), 0.95);
		await page.close();
		const what = `a frame while scrubbing through ${steps} steps, 95th percentile`;
		return [
			{
				what,
				who: 'Crumbtrail',
				value: scrubbing,
				unit: 'ms',
				aim: '60 frames a second',
				met: scrubbing <= FRAME_MILLIS
			},
			{ what, who: 'the same page at rest', value: rest, unit: 'ms' },
			{
				what: 'looking back, from the slider to the painted page, 95th percentile',
				who: 'Crumbtrail',
				value: looks,
				unit: 'ms',
				aim: `at most ${LOOK_BACK_MILLIS} ms`,
				met: looks <= LOOK_BACK_MILLIS
			}
		];
	});

function stepToTheEnd(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const button = [...document.querySelectorAll('button')].find(
			({ textContent, ariaLabel }) => (ariaLabel ?? textContent).trim() === 'Step'
		);
		const slider = document.querySelector<HTMLInputElement>('input[type=range]');
		if (!button || !slider) throw new Error('There is no step button, or no history');
		let steps = 0;
		while (button.ariaDisabled !== 'true') {
			const before = slider.value;
			button.click();
			do await new Promise((resolve) => setTimeout(resolve, 2));
			while (slider.value === before);
			steps += 1;
		}
		return steps;
	});
}

/** Milliseconds of each frame, while the slider moves one place in each; `moves` 0: while nothing happens. */
function frames(page: Page, moves: number): Promise<number[]> {
	return page.evaluate(async (moves) => {
		const slider = document.querySelector<HTMLInputElement>('input[type=range]');
		if (!slider) throw new Error('There is no history');
		const times: number[] = [];
		const max = Number(slider.max);
		let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
		for (let at = 0; at < (moves || 120); at += 1) {
			if (moves > 0) {
				slider.value = String(max - (at % max));
				slider.dispatchEvent(new Event('input', { bubbles: true }));
			}
			const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
			times.push(now - last);
			last = now;
		}
		return times;
	}, moves);
}

/** Milliseconds from a move over a tenth of the history to the painted frame. */
function lookBacks(page: Page): Promise<number[]> {
	return page.evaluate(async () => {
		const slider = document.querySelector<HTMLInputElement>('input[type=range]');
		if (!slider) throw new Error('There is no history');
		const max = Number(slider.max);
		const times: number[] = [];
		for (let at = 0; at < 60; at += 1) {
			const from = performance.now();
			slider.value = String((at * Math.ceil(max / 10) + at) % max);
			slider.dispatchEvent(new Event('input', { bubbles: true }));
			await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
			times.push(performance.now() - from);
		}
		return times;
	});
}
