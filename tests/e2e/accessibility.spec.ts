import AxeBuilder from '@axe-core/playwright';
import { expect, openStage, sentence, test, visit } from './page.ts';

/** The simulated page's frame runs no script, axe's neither: what is in it is the project's own. */
const FRAME = 'iframe';

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, () => {
		test.use({ colorScheme });

		test('axe finds nothing on home', async ({ page }) => {
			await page.goto('/');
			await expect(sentence(page)).toContainText('is waiting');
			expect((await new AxeBuilder({ page }).exclude(FRAME).analyze()).violations).toEqual([]);
		});

		for (const path of ['/lessons/01-the-server-remembers/', '/sandbox/']) {
			test(`axe finds nothing on ${path}`, async ({ page }) => {
				await openStage(page, path);
				expect((await new AxeBuilder({ page }).exclude(FRAME).analyze()).violations).toEqual([]);
				await visit(page, '/count/');
				expect((await new AxeBuilder({ page }).exclude(FRAME).analyze()).violations).toEqual([]);
			});
		}
	});
}
