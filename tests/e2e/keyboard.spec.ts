import type { Page } from '@playwright/test';
import { check, expect, openStage, sentence, simulatedPage, test } from './page.ts';

/** Moves the focus with Tab until it is on the control of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let count = 0; count < 150; count++) {
		await page.keyboard.press('Tab');
		const label = await page.evaluate(() => {
			const element = document.activeElement;
			const said = element?.getAttribute('aria-label');
			const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
			return said ?? label ?? element?.textContent ?? '';
		});
		if (name.test(label.trim())) return;
	}
	throw new Error(`Tab never reached ${String(name)}`);
}

async function visit(page: Page): Promise<void> {
	await tabTo(page, /^Address/);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('/count/');
	await page.keyboard.press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await tabTo(page, /^Run to end$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Step', exact: true })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
}

test('lesson 01 is walked by keyboard alone', async ({ page }) => {
	await openStage(page, '/lessons/01-the-server-remembers/');
	await tabTo(page, /^Address/);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('/count/');
	await page.keyboard.press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await tabTo(page, /^Step$/);
	for (let count = 0; count < 4; count++) {
		const before = await sentence(page).innerText();
		await page.keyboard.press('Space');
		await expect.poll(() => sentence(page).innerText()).not.toBe(before);
	}
	await page.keyboard.press('Shift+ArrowRight');
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeFocused();

	await tabTo(page, /^Next$/);
	await page.keyboard.press('Enter');
	await visit(page);
	await expect(check(page, 'The second request carries the cookie')).toHaveClass(/passed/);

	await tabTo(page, /^Next$/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^Open the second browser$/);
	await page.keyboard.press('Enter');
	await visit(page);
	await expect(check(page, 'The table has two rows')).toHaveClass(/passed/);

	await tabTo(page, /^Next$/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^Browser$/);
	await page.keyboard.press('Enter');
	for (let count = 0; count < 3; count++) await visit(page);
	await expect(check(page, 'The number has left')).toHaveClass(/passed/);

	await tabTo(page, /^Next$/);
	await page.keyboard.press('Enter');
	await tabTo(page, /move the clock/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^\+14 days/);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await tabTo(page, /^manage\.py command$/);
	await page.keyboard.type('clearsessions');
	await page.keyboard.press('Enter');
	await expect(check(page, 'ran at this very instant')).toHaveClass(/passed/);

	await tabTo(page, /^Next$/);
	await page.keyboard.press('Enter');
	await tabTo(page, /move the clock/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^Just after it$/);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await tabTo(page, /^manage\.py command$/);
	await page.keyboard.type('clearsessions');
	await page.keyboard.press('Enter');
	await expect(check(page, 'the table is empty')).toHaveClass(/passed/);
});

test('keys work on the stage, never in a field, and can be switched off', async ({ page }) => {
	await openStage(page, '/lessons/01-the-server-remembers/');
	const address = page.getByLabel('Address');
	await address.fill('');
	await address.pressSequentially('/count/?p=j e');
	await expect(address).toHaveValue('/count/?p=j e');
	await address.press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await page.getByRole('main', { name: 'Stage' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(sentence(page)).not.toContainText('is waiting');
	await page.keyboard.press('ArrowLeft');
	await expect(sentence(page)).toContainText('is waiting');
	await page.keyboard.press('?');
	await page.getByLabel('Keys are on').uncheck();
	await page.keyboard.press('Escape');
	await page.getByRole('main', { name: 'Stage' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(sentence(page)).toContainText('is waiting');
});
