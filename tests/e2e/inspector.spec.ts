import AxeBuilder from '@axe-core/playwright';
import { expect, openStage, test, visit } from './page.ts';

test('pasted session data is taken apart, old rows too, and bad input gets one clear message', async ({
	page
}) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await page.getByRole('button', { name: 'Take apart' }).click();
	const dialog = page.getByRole('dialog', { name: 'Take session data apart' });
	const says = dialog.getByRole('region', { name: 'What it says' });
	await expect(says).toContainText('{"num_visits":1}');
	await expect(says).toContainText('5 Jan 2026, 09:30:00 UTC');
	await expect(says).toContainText('valid: session_data, signed with SECRET_KEY');
	expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);

	await dialog.getByLabel('SECRET_KEY').fill('another key');
	await expect(says).toContainText('not valid under this key');
	await expect(says).toContainText('{"num_visits":1}');

	await dialog.getByRole('button', { name: 'Old row 1' }).click();
	await expect(says).toContainText('{"num_visits":1}');
	await expect(says).toContainText('a8bedc24576a36310af615b6d82825ca182612c7');
	await expect(says).toContainText('it cannot be checked');
	await dialog.getByRole('button', { name: 'Old row 2' }).click();
	await expect(says).toContainText('{"num_visits":2}');

	const field = dialog.getByLabel('A session_data column, a session cookie or a signed cookie');
	await field.fill('p7rxjdb13ro9nl9sr2z7pd1f6swwymxu');
	await expect(says).toHaveText(/^This is a session key\. It holds no data/);
	await field.fill('{"num_visits": 1}');
	await expect(says).toHaveText(/^This is not what Django writes for a session/);
	await field.fill('');
	await expect(says).toHaveText(/^Paste a session_data column/);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Take session data apart' }).click();
	await expect(dialog).toBeVisible();
});
