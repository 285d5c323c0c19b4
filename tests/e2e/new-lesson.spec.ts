import { strToU8, zipSync } from 'fflate';
import { newLesson } from '../../src/lib/lesson/new-lesson.ts';
import { check, expect, openStage, test, visit } from './page.ts';

test('a lesson as lessons:new makes it is played to its end by visible controls', async ({ page }) => {
	test.setTimeout(150_000);
	const next = () => page.getByRole('button', { name: 'Next', exact: true }).click();
	const texts = Object.entries(newLesson('my-lesson')).map(([path, text]) => [path, strToU8(text)] as const);
	const zip = Buffer.from(zipSync(Object.fromEntries(texts)));
	await page.route('**/courses/mine.zip', (route) => route.fulfill({ body: zip }));
	await openStage(page, '/course/?course=courses/mine.zip&lesson=lesson');
	await visit(page, '/');
	await expect(check(page, 'The page says Hello.')).toHaveClass(/passed/);
	await next();

	await page.getByText('No, the server knows me without one').click();
	await page.getByRole('button', { name: 'Ask the simulator' }).click();
	await expect(page.getByText('It came out otherwise')).toBeVisible();
	await visit(page, '/');
	await expect(check(page, 'The request carries the cookie')).toHaveClass(/passed/);
	await next();

	await page.getByRole('button', { name: 'Show the solution' }).click();
	await page.getByRole('button', { name: 'Use it in place of mine' }).click();
	await page.keyboard.press('Escape');
	await visit(page, '/');
	await expect(check(page, 'The page says Hello again.')).toHaveClass(/passed/);
	await next();
	await expect(page.getByRole('heading', { name: 'What to remember' })).toBeVisible();
});
