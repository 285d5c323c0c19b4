import { expect, openStage, sentence, step, test, visit } from './page.ts';

test('the SQL of a step stands under the table while that step is looked at', async ({ page }) => {
	await openStage(page, '/sandbox/');
	const sql = page.getByRole('region', { name: 'SQL of this step' });
	await expect(page.getByText('django_session', { exact: true }).first()).toBeVisible();
	await expect(sql).toBeHidden();
	await visit(page, '/count/');
	await expect(sql.getByRole('listitem').filter({ hasText: 'INSERT INTO "django_session"' })).toBeVisible();
	await page.getByLabel('Address').fill('/count/');
	await page.getByLabel('Address').press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await expect(sql).toBeHidden();
	await expect(async () => {
		await step(page).click();
		await expect(
			sql.getByRole('listitem').filter({ hasText: /^SELECT .*1 row, by line 5 of views\.py/s })
		).toBeVisible({
			timeout: 500
		});
	}).toPass();
});
