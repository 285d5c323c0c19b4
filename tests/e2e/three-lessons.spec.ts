import type { Page } from '@playwright/test';
import { check, expect, openStage, sentence, step, test, visit } from './page.ts';

/** Moves the focus with Tab until it is on the control of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let count = 0; count < 150; count++) {
		await page.keyboard.press('Tab');
		const said = await page.evaluate(() => {
			const element = document.activeElement;
			const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
			return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
		});
		if (name.test(said.trim())) return;
	}
	throw new Error(`Tab never reached ${String(name)}`);
}

async function press(page: Page, name: RegExp): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press('Enter');
}

async function visitByKeys(page: Page, address: string): Promise<void> {
	await tabTo(page, /^Address/);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type(address);
	await page.keyboard.press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await press(page, /^Run to end$/);
	await expect(step(page)).toHaveAttribute('aria-disabled', 'true');
}

/** Every check of the step on show holds. */
async function stepHolds(page: Page): Promise<void> {
	await expect(page.locator('.check:not(.passed)')).toHaveCount(0);
	await expect(page.locator('.check.passed')).not.toHaveCount(0);
}

/** The home page says that the lesson is done. */
async function isDone(page: Page, title: string): Promise<void> {
	await page.goto('/');
	await expect(page.getByRole('link', { name: title })).toContainText('done');
}

test('lesson 05, a session is born, by keyboard alone', async ({ page }) => {
	test.setTimeout(240_000);
	await openStage(page, '/lessons/05-a-session-is-born/');
	await tabTo(page, /^A row in django_session/);
	await page.keyboard.press('Space');
	await press(page, /^Ask the simulator$/);
	await expect(page.getByText('It came out otherwise')).toBeVisible();
	await visitByKeys(page, '/about/');
	await stepHolds(page);
	await press(page, /^Next$/);

	await visitByKeys(page, '/look/');
	await stepHolds(page);
	await press(page, /^Next$/);

	await visitByKeys(page, '/count/');
	await stepHolds(page);
	await press(page, /^Next$/);

	await press(page, /^Show the solution$/);
	await press(page, /^Use it in place of mine$/);
	await expect(page.getByRole('button', { name: 'Use it in place of mine' })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await page.keyboard.press('Escape');
	await press(page, /^Open the second browser$/);
	await visitByKeys(page, '/count/');
	await stepHolds(page);
	await press(page, /^Next$/);
	await expect(page.getByRole('heading', { name: 'What to remember' })).toBeVisible();
	await isDone(page, 'A session is born');
});

test('lesson 11, until the browser closes, with the mouse', async ({ page }) => {
	test.setTimeout(240_000);
	const next = () => page.getByRole('button', { name: 'Next', exact: true }).click();
	const close = () => page.getByRole('button', { name: 'Close browser' }).click();
	await openStage(page, '/lessons/11-until-the-browser-closes/');
	await visit(page, '/enter/');
	await close();
	await visit(page, '/who/');
	await stepHolds(page);
	await next();

	await page.getByRole('button', { name: 'Show the solution' }).click();
	await page.getByRole('button', { name: 'Use it in place of mine' }).click();
	await page.keyboard.press('Escape');
	await visit(page, '/enter/');
	await close();
	await stepHolds(page);
	await next();

	await page.getByRole('button', { name: 'Put the cookie back' }).click();
	await visit(page, '/who/');
	await stepHolds(page);
	await next();

	await visit(page, '/remember-me/');
	await close();
	await stepHolds(page);
	await next();
	await expect(page.getByRole('heading', { name: 'What to remember' })).toBeVisible();
	await isDone(page, 'Until the browser closes');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('lesson 10, the cart that forgets', async ({ page }) => {
		test.setTimeout(240_000);
		const panes = page.getByRole('navigation', { name: 'Panes' });
		const show = (name: string) => panes.getByRole('button', { name: new RegExp(`^${name}`) }).tap();
		const go = async (...addresses: string[]) => {
			await show('Browser');
			for (const address of addresses) await visit(page, address);
			await show('Lesson');
			await stepHolds(page);
		};
		const next = () => page.getByRole('button', { name: 'Next', exact: true }).tap();
		const solve = async () => {
			await page.getByRole('button', { name: 'Show the solution' }).tap();
			await page.getByRole('button', { name: 'Use it in place of mine' }).tap();
			await page.getByRole('button', { name: 'Close', exact: true }).tap();
		};
		await openStage(page, '/lessons/10-the-cart-that-forgets/');
		await page.getByText('Cart: apple, banana').first().tap();
		await page.getByRole('button', { name: 'Ask the simulator' }).tap();
		await expect(page.getByText('It came out otherwise')).toBeVisible();
		await go('/add/apple/', '/add/banana/', '/cart/');
		await next();
		await go('/add-and-note/cherry/', '/cart/');
		await next();
		await solve();
		await go('/add/date/', '/cart/');
		await next();
		await go('/pay/', '/sorry/');
		await next();
		await solve();
		await page.getByRole('button', { name: 'move the clock' }).tap();
		await page.getByRole('button', { name: '+1 day', exact: true }).tap();
		await page.keyboard.press('Escape');
		await go('/cart/');
		await next();
		await expect(page.getByRole('heading', { name: 'What to remember' })).toBeVisible();
		await expect(check(page, '')).toHaveCount(0);
		await isDone(page, 'The cart that forgets');
	});
});
