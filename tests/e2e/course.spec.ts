import { strToU8, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { newLesson } from '../../src/lib/lesson/new-lesson.ts';
import { check, expect, test, visit } from './page.ts';

const COURSE = `title: Crumbs
summary: A course of somebody else.
parts:
  - title: First part
    lessons: [own, hostile, broken]
`;

/** Everything that a text could try, to run something or to load something. */
const HOSTILE = `
<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>

[a link](javascript:document.title='owned') [data](data:text/html,owned) [away](//elsewhere.example/x)

![an image](https://elsewhere.example/pixel.png) ![another](/pixel.png)
`;

function lesson(slug: string, change: (text: string) => string = (text) => text): Record<string, string> {
	return Object.fromEntries(
		Object.entries(newLesson(slug)).map(([path, text]) => [
			`${slug}/${path}`,
			path === 'lesson.md' ? change(text) : text
		])
	);
}

const files: Record<string, string> = {
	'course.yml': COURSE,
	...lesson('own'),
	...lesson('hostile', (text) => text.replace('Say in two or three lines what this is about.', HOSTILE)),
	...lesson('broken', (text) => text.replace('status: 200', 'statsu: 200'))
};

const zipOf = (texts: Record<string, string>) =>
	Buffer.from(
		zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`mine/${path}`, strToU8(text)])))
	);

/** Drops a file on the page, as a person does with the mouse. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
	const dropped = await page.evaluateHandle(
		([fileName, base64]) => {
			const transfer = new DataTransfer();
			const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			transfer.items.add(new File([content], fileName, { type: 'application/zip' }));
			return transfer;
		},
		[name, bytes.toString('base64')] as const
	);
	await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

test('a zip that is dropped on the page is a course that plays, and its broken lesson says why', async ({
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Open a course (zip)…' })).toBeVisible();
	await drop(page, 'notes.zip', Buffer.from('no zip'));
	await expect(page.getByText('This file is no zip.')).toBeVisible();
	await drop(page, 'mine.zip', zipOf(files));
	await expect(page.getByRole('heading', { name: 'Crumbs' })).toBeVisible();
	await expect(page.getByText('broken cannot be played:')).toBeVisible();
	await expect(
		page.getByText('broken/lesson.md:17:11 when.page.statsu: unknown key "statsu"; did you mean "status"?')
	).toBeVisible();

	await page.getByRole('link', { name: /^Hostile/ }).click();
	const text = page.getByRole('region', { name: 'Lesson text' });
	await expect(text).toContainText('<script>');
	expect(await text.locator('img, script, iframe').count()).toBe(0);
	expect(
		await text.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
	).toEqual(['/course/?lesson=own', 'https://elsewhere.example/pixel.png', '/pixel.png']);
	await page.getByRole('link', { name: 'Previous lesson: Own' }).click();
	await expect(page.getByRole('group', { name: 'What just happened' })).toContainText(
		'The server is running'
	);
	await visit(page, '/');
	await expect(check(page, 'The page says Hello.')).toHaveClass(/passed/);
	// The course and what was done in it are still there after the page is loaded anew.
	await page.reload();
	await expect(check(page, 'The page says Hello.')).toHaveClass(/passed/);
	expect(await page.title()).not.toBe('owned');
	expect(asked.filter((url) => url.includes('elsewhere') || url.includes('pixel'))).toEqual([]);
	const keptAs = await page.evaluate(() =>
		Object.keys(localStorage).filter((name) => name.includes('lesson:'))
	);
	expect(keptAs).toContain('crumbtrail:lesson:outside/Crumbs/own');
	expect(keptAs).not.toContain('crumbtrail:lesson:own');
});

test('a course beside the site is opened by its address, and one from elsewhere is not', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	const folder: Record<string, string> = {
		...files,
		'course.yml': `${COURSE}files: [${Object.keys(lesson('own')).join(', ')}]\n`
	};
	await page.route('**/courses/**', async (route) => {
		const path = new URL(route.request().url()).pathname.replace('/courses/', '');
		if (path === 'mine.zip') return route.fulfill({ body: zipOf(files) });
		const text = folder[path.replace('mine/', '')];
		return text === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body: text });
	});
	await page.goto('/course/?course=courses/mine.zip');
	await expect(page.getByRole('link', { name: /^Own/ })).toBeVisible();
	await page.goto('/course/?course=courses/mine');
	await expect(page.getByRole('link', { name: /^Own/ })).toHaveAttribute(
		'href',
		'/course/?course=courses%2Fmine&lesson=own'
	);
	await expect(page.getByText('hostile cannot be played:')).toBeVisible();
	for (const elsewhere of [
		'https://evil.example/mine.zip',
		'//evil.example/mine.zip',
		'data:,x',
		'javascript:0'
	]) {
		await page.goto(`/course/?course=${encodeURIComponent(elsewhere)}`);
		await expect(page.getByRole('alert')).toHaveText(
			`A course has to lie on this site, and "${elsewhere}" does not, so it is not loaded.`
		);
	}
	expect(asked.filter((url) => new URL(url).hostname === 'evil.example')).toEqual([]);
});
