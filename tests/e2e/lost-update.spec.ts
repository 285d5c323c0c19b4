import type { Page } from '@playwright/test';
import { expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

const board = (page: Page) => page.getByRole('region', { name: 'Requests in flight' });

async function ask(page: Page, address: string): Promise<void> {
	await page.getByLabel('Address').fill(address);
	await page.getByLabel('Address').press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
}

async function onBoard(page: Page, what: string): Promise<void> {
	await board(page).getByRole('button', { name: what }).click();
}

/** Runs a request to its end. */
async function end(page: Page, request: string): Promise<void> {
	await onBoard(page, `Run ${request}`);
	const own = page.getByRole('button', { name: `Run ${request}` });
	const lane = board(page).getByRole('listitem').filter({ has: own });
	await expect(lane).toContainText('over, with status 200');
}

const APPLE = 'Browser, tab 1, GET /add/apple/';
const BANANA = 'Browser, tab 2, GET /add/banana/';

test('a lost update by two tabs, the other order from the same moment, and the two paths compared', async ({
	page
}) => {
	await openStage(page, '/lessons/23-the-lost-update/');
	await visit(page, '/empty/');
	await ask(page, '/add/apple/');
	await page.getByRole('button', { name: 'New tab' }).click();
	await ask(page, '/add/banana/');
	await onBoard(page, `Run the view of ${APPLE}`);
	await onBoard(page, `Run the view of ${BANANA}`);
	const copies = board(page).getByText('holds a changed copy, not saved yet');
	await expect(copies).toHaveCount(2);

	await test.step('the apple is saved last, and the banana is lost', async () => {
		await end(page, BANANA);
		await end(page, APPLE);
		await visit(page, '/cart/');
		await expect(simulatedPage(page)).toHaveText('Cart: apple');
	});

	await test.step('back to where both held a copy, and the other order', async () => {
		const slider = page.getByRole('slider', { name: 'History' });
		await slider.focus();
		await expect(async () => {
			await slider.press('ArrowLeft');
			await expect(copies).toHaveCount(2, { timeout: 300 });
		}).toPass();
		await end(page, APPLE);
		await end(page, BANANA);
		await visit(page, '/cart/');
		await expect(simulatedPage(page)).toHaveText('Cart: banana');
	});

	await test.step('the comparison names what differs', async () => {
		await page.getByRole('button', { name: 'History', exact: true }).click();
		await page.getByRole('button', { name: 'Compare paths' }).click();
		const dialog = page.getByRole('dialog', { name: 'Compare two paths' });
		await expect(dialog.getByRole('status')).toContainText('differ');
		await expect(dialog.getByRole('region', { name: 'Sessions' })).toContainText('different');
		await expect(dialog.getByRole('region', { name: 'Responses' })).toContainText('Cart: banana');
	});
});
