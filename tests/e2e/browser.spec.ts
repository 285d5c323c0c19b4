import type { Page } from '@playwright/test';
import { expect, openStage, simulatedPage, test, visit } from './page.ts';

/** Opens a preset of the sandbox, in two clicks, and waits until it has played its steps. */
async function preset(page: Page, title: string, steps: number): Promise<void> {
	await openStage(page, '/sandbox/');
	await page.getByRole('button', { name: 'Presets', exact: true }).click();
	await page.getByRole('dialog').getByRole('button', { name: title }).click();
	await expect(page.getByText(`now, after ${steps} ${steps === 1 ? 'step' : 'steps'}`)).toBeVisible();
}

async function more(page: Page, entry: string): Promise<void> {
	await page.getByRole('button', { name: 'More of this browser' }).click();
	await page.getByRole('menuitem', { name: entry }).click();
}

test('the Network panel says why a cross-site POST goes without its SameSite=Lax cookie', async ({
	page
}) => {
	await preset(page, 'A cross-site POST and SameSite=Lax', 3);
	const network = page.getByRole('tabpanel', { name: 'Network' });
	const row = network.getByRole('row', { name: /POST/ });
	await expect(row).toContainText('form');
	await row.getByRole('button', { name: /withheld/ }).click();
	const cookies = page.getByRole('dialog').getByRole('table', { name: 'Request cookies' });
	await expect(cookies.getByRole('row', { name: /theme/ })).toContainText('withheld');
	await expect(cookies).toContainText('SchemefulSameSiteLax');
});

test('a form in a page of another site posts through the simulated browser, without the Lax cookie', async ({
	page
}) => {
	await preset(page, 'A cross-site POST and SameSite=Lax', 3);
	await expect(simulatedPage(page)).toContainText('POST came with: no cookie');
	await visit(page, 'https://evil.example/form/');
	await simulatedPage(page).getByRole('button', { name: 'Take the prize' }).click();
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(simulatedPage(page)).toContainText('POST came with: no cookie');
	await visit(page, 'https://shop.example/account/');
	await expect(simulatedPage(page)).toContainText('GET came with: theme=dark');
});

test('a private window forgets', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=2');
	await more(page, 'New private window');
	await expect(page.getByRole('button', { name: 'Private window' })).toHaveAttribute('aria-pressed', 'true');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await page.getByRole('button', { name: 'Close browser' }).click();
	await expect(page.getByRole('button', { name: 'Private window' })).toHaveCount(0);
	await more(page, 'New private window');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await page.getByRole('group', { name: 'Browsers' }).getByRole('button', { name: 'Browser' }).click();
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=3');
});

test('a cookie edited by hand goes along with the next request', async ({ page }) => {
	await preset(page, 'A path beside its own', 2);
	await page.getByRole('tab', { name: 'Cookies' }).click();
	await page.getByRole('button', { name: 'Edit theme' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Value').fill('mine');
	await dialog.getByLabel('Path').fill('/');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await visit(page, '/account/');
	await expect(simulatedPage(page)).toContainText('GET came with: theme=mine');
	await page.getByRole('button', { name: 'Add a cookie' }).click();
	await dialog.getByLabel('Name').fill('added');
	await dialog.getByLabel('Value').fill('1');
	await dialog.getByRole('button', { name: 'Add', exact: true }).click();
	await page.getByRole('button', { name: 'Reload' }).click();
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(simulatedPage(page)).toContainText('added=1');
});

test('tabs, history and the page’s console', async ({ page }) => {
	await preset(page, 'A link from another site and SameSite=Strict', 3);
	await page.getByRole('button', { name: 'New tab' }).click();
	await visit(page, '/account/');
	await expect(simulatedPage(page)).toContainText('GET came with: theme=dark');
	await page.getByRole('button', { name: 'Close tab Account' }).first().click();
	await visit(page, '/');
	await page.getByRole('tab', { name: 'Page console' }).click();
	await page.getByLabel('A script of the page on show').fill('document.cookie = "mine=1; Secure; Path=/"');
	await page.getByRole('button', { name: 'Run in page' }).click();
	await page.getByLabel('A script of the page on show').fill('document.cookie');
	await page.getByRole('button', { name: 'Run in page' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Page console' })).toContainText('"theme=dark; mine=1"');
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(simulatedPage(page)).toContainText('theme=dark; mine=1');
});

test('a consent banner hides once its cookie is there', async ({ page }) => {
	await preset(page, 'A consent banner', 1);
	await expect(simulatedPage(page)).toContainText('(empty)');
	await simulatedPage(page).getByRole('button', { name: 'Accept' }).click();
	await expect(simulatedPage(page)).toContainText('consent=yes');
	await expect(simulatedPage(page).getByRole('button', { name: 'Accept' })).toHaveCount(0);
});

test('a listener on the wire reads http and not https', async ({ page }) => {
	await preset(page, 'Somebody listens on the wire', 4);
	await page.getByRole('button', { name: 'Who listens?' }).click();
	const heard = page.getByRole('dialog').getByRole('listitem');
	await expect(heard).toHaveCount(3);
	await expect(heard.nth(1)).toContainText('Cookie: sessionid=s3cr3tk3y');
	await expect(heard.nth(2)).toContainText('Sealed');
	await expect(heard.nth(2)).not.toContainText('sessionid');
});
