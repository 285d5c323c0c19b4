import type { Page } from '@playwright/test';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'History' });
const list = (page: Page) => panel(page).getByRole('listbox', { name: 'Everything that happened' });
const paths = (page: Page) => panel(page).getByRole('region', { name: 'Paths' }).getByRole('listitem');

test('another order is another path: gone back to, named, compared, and played without an action', async ({
	page
}) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await visit(page, '/');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toContainText('2');

	// Looking back by keyboard: to the beginning of the second visit, and to the very beginning.
	const slider = page.getByRole('slider', { name: 'History' });
	await slider.focus();
	await slider.press('PageDown');
	await slider.press('PageDown');
	await expect(sentence(page)).toContainText('is waiting');
	await slider.press('Home');
	await expect(sentence(page)).toContainText('The server is running');
	await slider.press('End');
	await expect(simulatedPage(page)).toContainText('2');

	// The list goes along, and goes there.
	await page.getByRole('button', { name: 'History', exact: true }).click();
	await list(page).focus();
	await page.keyboard.press('Home');
	await expect(sentence(page)).toContainText('The server is running');
	await page.keyboard.press('PageDown');
	await expect(list(page).locator('[aria-selected=true]')).toContainText('/count/');
	await page.keyboard.press('PageDown');
	await expect(panel(page)).toContainText('Number 2 of 3');

	// Without the first action, and then with the order changed: both are new paths.
	await page.keyboard.press('PageUp');
	await panel(page).getByRole('button', { name: 'Skip' }).click();
	await expect(paths(page)).toHaveCount(2);
	await expect(simulatedPage(page)).toContainText('1');
	await panel(page).getByRole('button', { name: 'Rename Path 2' }).click();
	await page.getByLabel('Name of the path').fill('Once only');
	await page.getByLabel('Name of the path').press('Enter');
	await expect(paths(page).nth(1)).toContainText('Once only');

	// What differs is said in words.
	await panel(page).getByRole('button', { name: 'Compare paths' }).click();
	const dialog = page.getByRole('dialog', { name: 'Compare two paths' });
	await expect(dialog.getByRole('status')).toContainText('differ');
	await expect(dialog.getByRole('region', { name: 'Responses' })).toContainText('only in Path 1');
	await expect(dialog.getByRole('region', { name: 'Sessions' })).toContainText('different');
	await page.keyboard.press('Escape');

	// The first path is still there as it was.
	await panel(page).getByRole('button', { name: 'Switch to Path 1' }).click();
	await expect(simulatedPage(page)).toContainText('2');
	await expect(paths(page).first()).toContainText('lives');

	// An action while looking back begins a path of its own.
	await list(page).focus();
	await page.keyboard.press('Home');
	await panel(page).getByRole('button', { name: 'Close the history' }).click();
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toContainText('1');
	await page.getByRole('button', { name: 'History', exact: true }).click();
	await expect(paths(page)).toHaveCount(3);
	await panel(page).getByRole('button', { name: 'Close the history' }).click();

	// Running to the end stops where somebody said, and says why.
	await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Where to stop' }).click();
	await page.getByLabel('Before a session is saved').check();
	await page.keyboard.press('Escape');
	await page.getByLabel('Address').fill('/count/');
	await page.getByLabel('Address').press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(sentence(page)).toContainText('The next step saves the session.');
	await expect(simulatedPage(page)).toContainText('1');
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(simulatedPage(page)).toContainText('2');
});
