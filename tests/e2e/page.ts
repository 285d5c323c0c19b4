import { expect, test as base, type Page } from '@playwright/test';

/** Playwright and axe look into the frame of the simulated page by running scripts there; it lets none run. */
const OF_PLAYWRIGHT = /^Blocked script execution in 'about:srcdoc'/;

/** A page on which nothing is written to the console as an error and nothing is thrown. */
export const test = base.extend<{ quiet: null }>({
	quiet: [
		async ({ page }, use) => {
			const noise: string[] = [];
			page.on('console', (message) => {
				if (message.type() === 'error' && !OF_PLAYWRIGHT.test(message.text())) noise.push(message.text());
			});
			page.on('pageerror', (error) => noise.push(String(error)));
			await use(null);
			expect(noise).toEqual([]);
		},
		{ auto: true }
	]
});
export { expect };

/** Opens a page of the site and waits until its world has begun. */
export async function openStage(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(sentence(page)).toContainText('The server is running');
}

/** The sentence of what just happened. */
export function sentence(page: Page) {
	return page.getByRole('group', { name: 'What just happened' });
}

export function step(page: Page) {
	return page.getByRole('button', { name: 'Step', exact: true });
}

/** Types an address into the browser on show, and runs the request to its end. */
export async function visit(page: Page, address: string): Promise<void> {
	const field = page.getByLabel('Address');
	await field.fill(address);
	await field.press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(step(page)).toHaveAttribute('aria-disabled', 'true');
}

/** The simulated page of the browser on show. */
export function simulatedPage(page: Page) {
	return page.frameLocator('iframe[title^="Page in"]').locator('body');
}

/** A check of the lesson, found by a part of its text. */
export function check(page: Page, text: string) {
	return page.locator('.check', { hasText: text });
}
