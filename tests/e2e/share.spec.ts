import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, openStage, simulatedPage, test, visit } from './page.ts';
import type { Page } from '@playwright/test';

async function openShare(page: Page): Promise<void> {
	await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Share this scenario' }).click();
	await expect(page.getByRole('dialog', { name: 'Share this scenario' })).toBeVisible();
}

test('a shared link opened in a fresh browser shows the same world', async ({ page, browser }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await visit(page, '/count/');
	await openShare(page);
	const link = await page.getByLabel('Link').inputValue();
	await page.keyboard.press('Escape');
	const rows = await page.getByRole('region', { name: 'The table django_session' }).innerText();

	const context = await browser.newContext();
	const other = await context.newPage();
	await other.goto(link);
	await expect(simulatedPage(other)).toHaveText('view count=2');
	await expect(other.getByRole('region', { name: 'The table django_session' })).toHaveText(rows, {
		useInnerText: true
	});
	await context.close();
});

test('a scenario is saved as a file and opened again', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await openShare(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	const path = await (await download).path();
	expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 1, django: '5.2' });
	await page.reload();
	await openStage(page, '/sandbox/');
	await openShare(page);
	await page.getByLabel('Scenario file').setInputFiles(path);
	await expect(simulatedPage(page)).toHaveText('view count=1');
});

test('a broken link or file is told in one sentence, and the world is as it was', async ({ page }) => {
	await page.goto('/sandbox/#scenario=abcdef');
	await expect(page.getByRole('alert').filter({ hasText: 'This link is not whole.' })).toBeVisible();
	await page.keyboard.press('Escape');
	await visit(page, '/count/');
	await openShare(page);
	const buffer = Buffer.from(JSON.stringify({ format: 2, steps: [] }));
	await page
		.getByLabel('Scenario file')
		.setInputFiles({ name: 'new.json', mimeType: 'application/json', buffer });
	await expect(page.getByRole('alert').filter({ hasText: 'of another format' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(simulatedPage(page)).toHaveText('view count=1');
});

test('a story leaves as a project for real Django', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await openShare(page);
	await expect(page.getByText('It compares one request with what happened here.')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Django project' }).click();
	const files = unzipSync(readFileSync(await (await download).path()));
	const tests = strFromU8(files['crumbtrail-project/tests.py'] ?? new Uint8Array());
	expect(tests).toContain('page="view count=1"');
	expect(Object.keys(files)).toContain('crumbtrail-project/manage.py');
});
