import type { Page } from '@playwright/test';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

async function setUp(page: Page, engine: string, workers: string): Promise<void> {
	await page.getByRole('button', { name: /· Django 5\.2$/ }).click();
	const dialog = page.getByRole('dialog', { name: 'Engine and version' });
	await dialog.getByRole('radio', { name: engine, exact: true }).check();
	await dialog
		.getByRole('group', { name: 'Workers' })
		.getByRole('radio', { name: new RegExp(`^${workers}\\b`) })
		.check();
	await dialog.getByRole('button', { name: 'Redeploy' }).click();
	await expect(dialog).toBeHidden();
}

test('with two workers and the cache in memory a session is lost every other request', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await setUp(page, 'cache', '2');
	const workers = page.getByRole('group', { name: 'Workers' });
	await expect(workers.getByRole('button', { name: /^Worker 2/ })).toContainText('not started');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await expect(workers.getByRole('button', { name: /^Worker 1/ })).toContainText('answered');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await expect(workers.getByRole('button', { name: /^Worker 2/ })).toContainText('answered');
	await page.getByRole('tab', { name: 'Transcript' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Transcript' })).toContainText(
		'the session lies in the memory of another worker'
	);

	await test.step('the same worker twice finds it', async () => {
		await workers.getByRole('button', { name: /^Worker 2/ }).click();
		await expect(sentence(page)).toContainText('Worker 2 is next');
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('view count=2');
	});
	await test.step('and not after its restart', async () => {
		await workers.getByRole('button', { name: 'Restart worker 2' }).click();
		await workers.getByRole('button', { name: /^Worker 2/ }).click();
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('view count=1');
	});
	await test.step('the table is shared by all', async () => {
		await setUp(page, 'db', '2');
		for (const count of [1, 2, 3]) {
			await visit(page, '/count/');
			await expect(simulatedPage(page)).toHaveText(`view count=${count}`);
		}
	});
});
