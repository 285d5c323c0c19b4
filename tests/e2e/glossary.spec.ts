import AxeBuilder from '@axe-core/playwright';
import { expect, openStage, test } from './page.ts';

test('a word of the lesson explains itself by pointer, by keyboard and by tap, and the step stays', async ({
	page
}) => {
	await openStage(page, '/lessons/01-the-server-remembers/');
	const word = page.getByRole('button', { name: 'cookie', exact: true });
	const card = page.getByRole('dialog', { name: 'cookie' });
	await word.hover();
	await expect(card).toContainText('asks a browser to keep and to send back');
	expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
	await page.getByRole('heading', { name: 'Ask for the first time' }).hover();
	await expect(card).toBeHidden();

	await word.focus();
	await expect(card).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(card.getByRole('link', { name: 'All words' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();
	await expect(word).toBeFocused();

	await word.click();
	await card.getByRole('link', { name: 'All words' }).click();
	await expect(page).toHaveURL(/\/glossary\/?#cookie$/);
	await expect(page.getByText('It recognises the cookie, not the person.')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('the print view of a lesson ends with its words', async ({ page }) => {
	await page.goto('/lessons/01-the-server-remembers/print/');
	await expect(page.getByRole('heading', { name: 'Words' })).toBeVisible();
	await expect(page.getByText('The column of django_session that says')).toBeVisible();
});
