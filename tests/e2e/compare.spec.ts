import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, simulatedPage, test } from './page.ts';

const said = (page: Page) => page.getByRole('region', { name: 'What came out' }).getByRole('status');

/** The cell of a step, by its text, in a column. */
function cell(page: Page, step: RegExp, column: string, nth = 0) {
	return page
		.getByRole('row', { name: step })
		.nth(nth)
		.getByRole('cell')
		.nth(['db', 'cached_db', 'cache', 'file', 'signed_cookies'].indexOf(column));
}

test('a restart loses the session of the cache engine and of no other; the script is edited, shared and opened', async ({
	page,
	browser
}) => {
	test.setTimeout(240_000);
	await page.goto('/');
	await page.getByRole('link', { name: 'Compare the session engines' }).click();
	await expect(said(page)).toHaveText('Other answers than db gives: cache at “visit /” (line 4).', {
		timeout: 60_000
	});
	for (const engine of ['db', 'cached_db', 'file', 'signed_cookies']) {
		await expect(cell(page, /4 visit \//, engine)).toContainText('nobody: 1 in the basket');
		await expect(cell(page, /4 visit \//, engine)).not.toContainText('other answer');
	}
	const lost = cell(page, /4 visit \//, 'cache');
	await expect(lost).toContainText('≠ other answer');
	await expect(lost).toContainText('nobody: 0 in the basket');
	await expect(lost).toContainText('starts empty: nothing under its key');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.getByRole('button', { name: 'Look closer: restart, cached_db' }).press('Enter');
	const closer = page.getByRole('dialog', { name: 'restart · cached_db, Django 5.2' });
	await expect(closer).toContainText('{"books":1}');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.keyboard.press('Escape');

	const script = page.getByRole('textbox', { name: 'Script' });
	await script.fill('visit /add/\nempty cashes\n');
	await expect(page.getByText('Did you mean "empty caches"?')).toBeVisible();
	await script.fill('visit /add/\nempty caches\nvisit /\n');
	await page.getByRole('checkbox', { name: 'signed_cookies' }).uncheck();
	await script.press('Control+Enter');
	await expect(said(page)).toHaveText('Other answers than db gives: cache at “visit /” (line 3).');

	await page.getByRole('button', { name: 'Share' }).click();
	const link = await page.getByLabel('Link').inputValue();
	const context = await browser.newContext();
	const other = await context.newPage();
	await other.goto(link);
	await expect(said(other)).toHaveText('Other answers than db gives: cache at “visit /” (line 3).', {
		timeout: 60_000
	});
	await expect(other.getByRole('columnheader')).toHaveText(['Step', 'db', 'cached_db', 'cache', 'file']);
	await other.getByRole('button', { name: 'Look closer: visit /, cache', exact: true }).click();
	await other.getByRole('link', { name: 'Open this world in the sandbox' }).click();
	await expect(simulatedPage(other)).toHaveText('nobody: 0 in the basket');
	await context.close();
});

test('an endless loop ends its column alone, and a run can be stopped; a broken link is told', async ({
	page
}) => {
	test.setTimeout(240_000);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/compare/#compare=abcdef');
	await expect(page.getByRole('alert')).toContainText('This link is not whole.');
	await expect(said(page)).toContainText('cache at', { timeout: 60_000 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.getByText('The project: views').click();
	const views = page.getByRole('textbox', { name: 'Text of views.py' });
	const text = await views.inputValue();
	const loop = `    while request.session.__class__.__module__.endswith('.cache'):\n        pass\n`;
	await views.fill(text.replace('def basket(request):\n', `def basket(request):\n${loop}`));
	await page.getByRole('textbox', { name: 'Script' }).fill('visit /\n');
	await page.getByRole('button', { name: 'Run' }).click();
	await expect(said(page)).toHaveText(/All answer alike.* Ended early: cache\.$/, { timeout: 60_000 });
	await expect(cell(page, /1 visit \//, 'cache')).toContainText('Stopped after 5 seconds');
	await expect(cell(page, /1 visit \//, 'signed_cookies')).toContainText('nobody: 0 in the basket');

	await page.getByRole('button', { name: 'Run' }).click();
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(said(page)).toHaveText('Stopped. What came out until then stays.');
});
