import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const view = (body: string) => `from django.http import HttpResponse


def count(request):
${body
	.split('\n')
	.map((line) => `    ${line}`)
	.join('\n')}
`;

async function rewrite(page: Page, text: string): Promise<void> {
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	const editor = page.getByRole('textbox', { name: /^Text of views\.py/ });
	await expect(editor).toBeFocused();
	await page.keyboard.press('ControlOrMeta+a');
	// Pasted: typed lines would be indented by the editor once more.
	await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
	await page.keyboard.press('ControlOrMeta+v');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
}

test('a text that the learner makes up is found in the page, on the wire and in the decoded row', async ({
	page
}) => {
	const text = randomUUID();
	await openStage(page, '/sandbox/');
	await rewrite(page, view(`request.session['said'] = '${text}'\nreturn HttpResponse('<p>${text}</p>')`));
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText(text);
	await page.getByRole('button', { name: /^response/ }).click();
	await expect(page.getByRole('dialog')).toContainText(`<p>${text}</p>`);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /As stored/ }).click();
	await expect(page.getByRole('region', { name: 'The table django_session' })).toContainText(
		`"said":"${text}"`
	);
});

test('a syntax error is shown where the learner looks, and mending it brings the server back', async ({
	page
}) => {
	await openStage(page, '/sandbox/');
	await rewrite(page, 'def count(request)\n    return None\n');
	await expect(page.getByRole('alert').filter({ hasText: 'SyntaxError' }).first()).toBeVisible();
	await rewrite(page, view(`return HttpResponse('mended')`));
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('mended');
});

test('the editor finds a word, moves a line and makes it a comment, as editors do', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.getByRole('textbox', { name: /^Text of views\.py/ })).toBeFocused();
	await page.keyboard.press('ControlOrMeta+Home');
	await page.keyboard.insertText('first = 1\nsecond = 2\n');
	await page.keyboard.press('ControlOrMeta+f');
	await page.getByRole('textbox', { name: 'Find' }).fill('first');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+ArrowDown');
	await page.keyboard.press('ControlOrMeta+/');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.locator('.line').nth(1)).toContainText('# first = 1');
});

test('the editor turns to another file, and does not leave what is not saved', async ({ page }) => {
	await openStage(page, '/sandbox/');
	const tab = (name: string) =>
		page.getByRole('group', { name: 'Files of the project' }).getByRole('button', { name });
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.getByRole('textbox', { name: /^Text of views\.py/ })).toBeFocused();
	await tab('settings.py').click();
	await expect(page.getByRole('textbox', { name: /^Text of settings\.py/ })).toBeFocused();
	await page.keyboard.type('# mine');
	await expect(tab('views.py')).toHaveAttribute('aria-disabled', 'true');
	await expect(tab('views.py')).toHaveAttribute('title', /^Save or discard what you wrote in settings\.py/);
	await page.getByRole('button', { name: 'Discard' }).click();
	await tab('views.py').click();
	await expect(tab('views.py')).toHaveAttribute('aria-pressed', 'true');
});

test('code of a lesson can be copied', async ({ page }) => {
	await openStage(page, '/lessons/13-the-table-that-grows/');
	await page.getByRole('button', { name: 'Copy', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		'select count(*) from django_session;'
	);
});

test('an exception marks its line', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await rewrite(page, view(`answer = 1 / 0\nreturn HttpResponse(answer)`));
	await visit(page, '/count/');
	await expect(page.locator('.line.failed')).toContainText('answer = 1 / 0');
	await expect(page.locator('.line.failed')).toContainText('ZeroDivisionError: division by zero');
});

test('an endless loop ends in one clear message, and the world is as before', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await rewrite(page, view(`while True:\n    pass`));
	await page.getByLabel('Address').fill('/count/');
	await page.getByLabel('Address').press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(sentence(page)).toContainText('Stopped after 5 seconds');
	await rewrite(page, view(`return HttpResponse('free again')`));
	await page.getByLabel('Address').fill('/count/');
	await page.getByLabel('Address').press('Enter');
	await expect(sentence(page)).toContainText('The browser waits no more');
	await page.getByRole('button', { name: 'Run to end' }).click();
	await expect(simulatedPage(page)).toHaveText('free again');
});
