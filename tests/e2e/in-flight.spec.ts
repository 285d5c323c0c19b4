import type { Page } from '@playwright/test';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

function board(page: Page) {
	return page.getByRole('region', { name: 'Requests in flight' });
}

async function type(page: Page, address: string): Promise<void> {
	const field = page.getByLabel('Address');
	await field.fill(address);
	await field.press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
}

test('a lost update is made by hand with two tabs, and the board says who holds what', async ({ page }) => {
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await expect(simulatedPage(page)).toHaveText('view count=1');
	const stored = board(page).getByRole('group', { name: 'What is stored now' });
	const lanes = board(page).getByRole('listitem');

	await test.step('a second tab asks while the first is stopped', async () => {
		await type(page, '/count/');
		await expect(board(page)).toHaveCount(0);
		await page.getByRole('button', { name: 'New tab' }).click();
		await type(page, '/count/');
		await expect(lanes).toHaveCount(2);
		await expect(sentence(page)).toContainText('Next, Browser, tab 2');
	});

	await test.step('both load the session and count', async () => {
		await board(page).getByRole('button', { name: 'Run the view of Browser, tab 1, GET /count/' }).click();
		await board(page).getByRole('button', { name: 'Run the view of Browser, tab 2, GET /count/' }).click();
		for (const lane of await lanes.all()) {
			await expect(lane).toContainText('holds a changed copy, not saved yet');
			await expect(lane).toContainText('{"num_visits":2}');
		}
		await expect(stored).toContainText('{"num_visits":1}');
	});

	await test.step('a lane is picked and shown above', async () => {
		const first = board(page).getByRole('button', { name: /^Browser, tab 1/ });
		await expect(first).toHaveAttribute('aria-pressed', 'false');
		await first.click();
		await expect(first).toHaveAttribute('aria-pressed', 'true');
		await expect(sentence(page)).toContainText('Next, Browser, tab 1');
	});

	await test.step('one saves, and the copy of the other is stale', async () => {
		await board(page).getByRole('button', { name: 'Run Browser, tab 2, GET /count/' }).click();
		await expect(stored).toContainText('{"num_visits":2}');
		await expect(lanes.first()).toContainText('holds a stale copy: Browser, tab 2 has saved since');
		await expect(lanes.last()).toContainText('over, with status 200');
		await board(page).getByRole('button', { name: 'Run Browser, tab 1, GET /count/' }).click();
		await expect(stored).toContainText('{"num_visits":2}');
		await expect(lanes.first()).toContainText('over, with status 200');
	});

	await test.step('the next request has the world for itself: three visits count two', async () => {
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('view count=3');
		await expect(board(page)).toHaveCount(0);
	});

	await test.step('a tab that loads another page gives its request up', async () => {
		await type(page, '/count/');
		const field = page.getByLabel('Address');
		await field.fill('/count/?again');
		await field.press('Enter');
		await expect(sentence(page)).toContainText('The browser waits no more');
	});
});
