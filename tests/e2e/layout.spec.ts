import { expect, openStage, sentence, simulatedPage, step, test, visit } from './page.ts';

const LESSON = '/lessons/01-the-server-remembers/';

for (const [width, height] of [
	[1440, 900],
	[1024, 768]
] as const) {
	test(`nothing is wider or higher than a screen of ${width} by ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await openStage(page, LESSON);
		if (width < 1320) await page.getByRole('button', { name: 'Close the lesson' }).click();
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('view count=1');
		const size = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.scrollHeight
		]);
		expect(size).toEqual([width, height]);
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('one pane at a time, the sentence and the transport always there', async ({ page }) => {
		await openStage(page, LESSON);
		const panes = page.getByRole('navigation', { name: 'Panes' });
		for (const name of ['Lesson', 'Browser', 'Wire', 'Server', 'Store']) {
			await panes.getByRole('button', { name }).tap();
			await expect(page.getByRole('main', { name })).toBeVisible();
			await expect(sentence(page)).toBeInViewport();
			await expect(step(page)).toBeInViewport();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		}
		await panes.getByRole('button', { name: 'Browser' }).tap();
		await visit(page, '/count/');
		await expect(simulatedPage(page)).toHaveText('view count=1');
		await expect(panes.getByRole('button', { name: 'Store' })).toContainText('changed');
	});
});

test('the screenshot of the README', async ({ page }) => {
	await openStage(page, LESSON);
	await visit(page, '/count/');
	await visit(page, '/count/');
	await page.getByLabel('Address').fill('/count/');
	await page.getByLabel('Address').press('Enter');
	await expect(sentence(page)).toContainText('is waiting');
	while (!(await sentence(page).innerText()).includes('The session is saved')) {
		const before = await sentence(page).innerText();
		await step(page).click();
		await expect.poll(() => sentence(page).innerText()).not.toBe(before);
	}
	await page.mouse.move(0, 0);
	await page.screenshot({ path: 'docs/screenshot.png' });
});
