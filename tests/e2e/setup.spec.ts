import AxeBuilder from '@axe-core/playwright';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

test('the engine is switched as by a redeploy, and the page says what becomes of living sessions', async ({
	page
}) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=2');
	await page.getByRole('button', { name: 'db · Django 5.2' }).click();
	const dialog = page.getByRole('dialog', { name: 'Engine and version' });
	await dialog.getByRole('radio', { name: /^cached_db/ }).check();
	await expect(dialog).toContainText('Living sessions go on: db and cached_db keep them in the same table.');
	await dialog.getByRole('radio', { name: /^file/ }).check();
	await expect(dialog).toContainText('Living sessions are lost: file looks for a file named after the key.');
	expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
	await dialog.getByRole('button', { name: 'Redeploy' }).click();
	await expect(sentence(page)).toContainText('The engine is now file');
	await expect(sentence(page)).toContainText('Living sessions are lost');
	await page.getByRole('button', { name: /^settings\.py/ }).click();
	await expect(page.locator('.line.edited')).toContainText(
		"SESSION_ENGINE = 'django.contrib.sessions.backends.file'"
	);
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=1');
});

test('another Django runs under the same sessions, and the table shows what differs', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await page.getByRole('button', { name: 'db · Django 5.2' }).click();
	const dialog = page.getByRole('dialog', { name: 'Engine and version' });
	await dialog.getByRole('radio', { name: '3.2' }).check();
	await expect(dialog).toContainText('Living sessions go on: Django 3.2 reads what Django 5.2 wrote.');
	await dialog.getByRole('button', { name: 'Redeploy' }).click();
	await expect(sentence(page)).toContainText('The server now runs Django 3.2');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=2');
	await page.getByRole('button', { name: 'db · Django 3.2' }).click();
	await page.getByRole('button', { name: 'What differs between the versions' }).click();
	const table = page.getByRole('dialog', { name: 'How the versions of Django differ' });
	await expect(table.getByRole('row', { name: /^PickleSerializer is there/ })).toHaveText(
		/yes\s*yes\s*no\s*no$/
	);
	await expect(table.getByRole('columnheader', { name: '3.2 (now)' })).toBeVisible();
	expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
});
