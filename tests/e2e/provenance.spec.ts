import AxeBuilder from '@axe-core/playwright';
import { expect, openStage, test, visit } from './page.ts';

test('a cookie and a row say which event, setting and line made them, and lead there', async ({ page }) => {
	test.setTimeout(120_000);
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	const asked = page.getByRole('dialog', { name: 'Where does this come from?' });

	await page.getByRole('button', { name: 'Where does sessionid come from?' }).first().click();
	await expect(asked).toContainText('django.contrib.sessions.middleware.SessionMiddleware');
	await expect(asked.getByRole('row', { name: /SESSION_COOKIE_AGE/ })).toContainText('1209600');
	expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(asked).toBeHidden();

	await page.getByRole('button', { name: /^Where does row .* come from\?$/ }).press('Enter');
	await expect(asked).toContainText("request.session['num_visits'] = num_visits");
	await asked.getByRole('button', { name: 'Show it at work' }).click();
	await expect(asked).toBeHidden();
	await expect(page.getByText("request.session['num_visits'] = num_visits")).toBeVisible();
});
