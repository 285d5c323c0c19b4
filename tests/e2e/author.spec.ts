import type { Page } from '@playwright/test';
import { check, expect, sentence, test, visit } from './page.ts';

async function openFile(page: Page, path: string): Promise<void> {
	await page
		.getByRole('navigation', { name: 'Files of the lesson' })
		.getByRole('button', { name: path })
		.first()
		.click();
	await expect(page.getByRole('textbox', { name: `Text of ${path}` })).toBeFocused();
	await page.keyboard.press('ControlOrMeta+Home');
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

/** Opens the recorder, and takes what was done into a step. */
async function record(page: Page, step: string) {
	await page.getByRole('button', { name: 'Record …' }).click();
	const dialog = page.getByRole('dialog', { name: 'Record' });
	await dialog.getByLabel('For the step').selectOption(step);
	await dialog.getByRole('button', { name: 'Add to the walkthrough' }).click();
	await expect(dialog.getByText('The actions stand in walkthrough.yml.')).toBeVisible();
	return dialog;
}

test('a lesson is written, mended, recorded, proved and saved, and plays as a course', async ({ page }) => {
	test.setTimeout(180_000);
	await page.goto('/author/');
	await page.getByRole('button', { name: 'Begin a new lesson' }).click();
	const wrong = page.getByRole('region', { name: 'What is wrong' });
	await expect(wrong).toContainText('Nothing is wrong as far as can be seen');
	await expect(page.getByRole('heading', { name: 'Ask once' })).toBeVisible();

	// A mistake is said where it stands, and is gone when it is mended.
	await openFile(page, 'scenario.yml');
	await page.keyboard.insertText('djanog: 1\n');
	const finding = wrong.getByRole('button', { name: 'scenario.yml:1:1 djanog: unknown key' });
	await expect(finding).toBeVisible();
	await expect(page.locator('.squiggly-error')).toBeVisible();
	// Nothing is lost when the page is loaded anew.
	await page.reload();
	await finding.click();
	await expect(page.getByRole('textbox', { name: 'Text of scenario.yml' })).toBeFocused();
	await press(page, ['ControlOrMeta+Home', 'Shift+ArrowDown', 'Delete']);
	await expect(wrong).toContainText('Nothing is wrong as far as can be seen');

	// Two actions are taken out of the walkthrough, and recorded on the stage.
	await openFile(page, 'walkthrough.yml');
	await press(page, ['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Delete']);
	await press(page, ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Delete']);
	await expect(wrong).toContainText('ask-once');
	await page.getByRole('button', { name: 'On the stage' }).click();
	await expect(sentence(page)).toContainText('The server is running');
	await visit(page, '/');
	await record(page, 'ask-once');
	await page.keyboard.press('Escape');
	await visit(page, '/');
	const dialog = await record(page, 'ask-again');
	await page.keyboard.press('Escape');
	await visit(page, '/');
	await page.getByRole('button', { name: 'Record …' }).click();
	await dialog.getByRole('button', { name: 'Take sends-sessionid' }).click();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Back to the text' }).click();
	await expect(wrong).toContainText('Nothing is wrong as far as can be seen');
	await page.getByRole('button', { name: 'Next' }).click();
	await expect(check(page, 'The request for / carries the cookie sessionid.')).toBeVisible();

	// The walkthrough, run on the stage, turns the steps and passes their checks.
	await page.getByRole('button', { name: 'On the stage' }).click();
	await expect(sentence(page)).toContainText('The server is running');
	await page.getByRole('button', { name: 'Run the walkthrough' }).click();
	await expect(page.getByRole('heading', { name: 'Change the view' })).toBeVisible();
	await expect(check(page, 'Hello again')).toHaveClass(/passed/);
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await expect(check(page, 'The request for / carries the cookie sessionid.')).toHaveClass(/passed/);
	await page.getByRole('button', { name: 'Back to the text' }).click();

	await page.getByRole('button', { name: 'Prove' }).click();
	await expect(wrong).toContainText('Proved: at the start every check fails', { timeout: 60_000 });
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as zip' }).click();
	const file = await (await download).path();

	await page.goto('/');
	await page.getByLabel('Zip of a course').setInputFiles(file);
	await page.getByRole('link', { name: /^My lesson/ }).click();
	await expect(sentence(page)).toContainText('The server is running');
	await visit(page, '/');
	await expect(check(page, 'The page says Hello.')).toHaveClass(/passed/);
});
