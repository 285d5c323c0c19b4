import { check, expect, openStage, sentence, simulatedPage, step, test, visit } from './page.ts';

const FIRST_KEY = 'p7rxjdb13ro9nl9sr2z7pd1f6swwymxu';

test('lesson 01 is walked by visible controls from the first click to clearsessions', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: /The server remembers/ }).click();
	await expect(sentence(page)).toContainText('The server is running');

	await test.step('the first request, step by step', async () => {
		await page.getByText('On the server, in a row of a table').click();
		await page.getByRole('button', { name: 'Ask the simulator' }).click();
		await expect(page.getByText('So it is.')).toBeVisible();
		await page.getByLabel('Address').fill('/count/');
		await page.getByLabel('Address').press('Enter');
		await expect(sentence(page)).toContainText('is waiting');
		for (let count = 0; count < 60 && (await step(page).getAttribute('aria-disabled')) === null; count++) {
			const before = await sentence(page).innerText();
			await step(page).click();
			await expect.poll(() => sentence(page).innerText()).not.toBe(before);
		}
		await expect(simulatedPage(page)).toHaveText('view count=1');
		await expect(page.getByRole('row', { name: new RegExp(`sessionid.*${FIRST_KEY}`) })).toBeVisible();
		await expect(page.getByRole('rowheader', { name: FIRST_KEY })).toBeVisible();
		for (const text of ['The page says', 'holds the number 1', 'which scripts cannot read']) {
			await expect(check(page, text)).toHaveClass(/passed/);
		}
	});

	await test.step('the second request carries the cookie', async () => {
		await page.getByRole('button', { name: 'Next' }).click();
		await visit(page, '/count/');
		await expect(check(page, 'The second request carries the cookie')).toHaveClass(/passed/);
		await expect(check(page, 'There is still one row')).toHaveClass(/passed/);
	});

	await test.step('a second browser counts for itself', async () => {
		await page.getByRole('button', { name: 'Next' }).click();
		await page.getByRole('button', { name: 'Open the second browser' }).click();
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('view count=1');
		await expect(check(page, 'The table has two rows')).toHaveClass(/passed/);
	});

	await test.step('past four the number is deleted and the row stays', async () => {
		await page.getByRole('button', { name: 'Next' }).click();
		await page.getByRole('button', { name: 'Browser', exact: true }).click();
		for (const count of [3, 4, 5]) {
			await visit(page, '/count/');
			await expect(simulatedPage(page)).toHaveText(`view count=${count}`);
		}
		await expect(check(page, 'The number has left')).toHaveClass(/passed/);
	});

	await test.step('at 14 days the cookie is gone, the row stays, and clearsessions removes nothing', async () => {
		await page.getByRole('button', { name: 'Next' }).click();
		await page.getByRole('button', { name: 'move the clock' }).click();
		await page.getByRole('button', { name: '+14 days' }).click();
		await page.keyboard.press('Escape');
		await expect(check(page, 'a row that Django no longer loads')).toHaveClass(/passed/);
		await page.getByLabel('manage.py command').fill('clearsessions');
		await page.getByRole('button', { name: 'Run', exact: true }).click();
		await expect(check(page, 'ran at this very instant')).toHaveClass(/passed/);
		await expect(page.getByRole('rowheader', { name: FIRST_KEY })).toContainText('expires now');
	});

	await test.step('a microsecond later clearsessions empties the table', async () => {
		await page.getByRole('button', { name: 'Next' }).click();
		await page.getByRole('button', { name: 'move the clock' }).click();
		await page.getByRole('button', { name: 'Just after it' }).click();
		await page.keyboard.press('Escape');
		await page.getByLabel('manage.py command').fill('clearsessions');
		await page.getByRole('button', { name: 'Run', exact: true }).click();
		await expect(check(page, 'the table is empty')).toHaveClass(/passed/);
		await expect(page.getByRole('rowheader', { name: FIRST_KEY })).toContainText('deleted');
	});

	await page.getByRole('button', { name: 'Next' }).click();
	await expect(page.getByRole('heading', { name: 'What to remember' })).toBeVisible();
});

test('what was done is there again on the next visit, and restarting begins anew', async ({ page }) => {
	await openStage(page, '/lessons/01-the-server-remembers/');
	await visit(page, '/count/');
	await expect(check(page, 'The page says')).toHaveClass(/passed/);
	await page.reload();
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Start this lesson again' }).click();
	await expect(sentence(page)).toContainText('The server is running');
	await expect(check(page, 'The page says')).not.toHaveClass(/passed/);
});

test('stepping back looks back, and acting from there goes back', async ({ page }) => {
	await openStage(page, '/lessons/01-the-server-remembers/');
	await visit(page, '/count/');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=2');
	await page.getByRole('button', { name: 'Back one step' }).click();
	await page.getByRole('button', { name: 'Back one step' }).click();
	await expect(simulatedPage(page)).toHaveText('view count=1');
	await expect(sentence(page)).toContainText('Looking back');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=2');
});
