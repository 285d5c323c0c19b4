import { readFileSync } from 'node:fs';
import { check, expect, openStage, sentence, simulatedPage, test, visit } from './page.ts';

const LESSON = '/lessons/05-a-session-is-born/';

test('a wrong choice is played on a copy, and the own world waits', async ({ page }) => {
	await openStage(page, LESSON);
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Ask the simulator' }).click();
	await expect(page.getByText(/So it is|It came\s+out otherwise/)).toBeVisible();
	if (await page.getByText('So it is').isVisible()) {
		await page.getByRole('button', { name: 'Choose again' }).click();
		await page.getByRole('radio').nth(1).check();
		await page.getByRole('button', { name: 'Ask the simulator' }).click();
	}
	await page.getByRole('button', { name: 'Play what happens' }).click();
	await expect(sentence(page)).toContainText('your own world waits');
	await expect(simulatedPage(page)).toHaveText(/\S/);
	await expect(page.locator('.check.passed')).toHaveCount(0);
	await sentence(page).getByRole('button', { name: 'Back to my world' }).click();
	await expect(sentence(page)).toContainText('The server is running');
});

test('progress is saved to a file and read back; a bad file changes nothing', async ({ page }) => {
	await openStage(page, LESSON);
	await visit(page, '/about/');
	await expect(page.locator('.check.passed').first()).toBeVisible();
	await page.goto('/');
	await expect(page.getByText('1 of 4 steps')).toBeVisible();
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save progress to a file' }).click();
	const path = await (await saved).path();
	expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'crumbtrail-progress', version: 1 });
	await page.evaluate(() => localStorage.clear());
	await page.reload();
	await expect(page.getByText('1 of 4 steps')).toHaveCount(0);
	await page.getByLabel('Progress file').setInputFiles(path);
	await expect(page.getByText('1 lesson read from the file.')).toBeVisible();
	await expect(page.getByText('1 of 4 steps')).toBeVisible();
	await page
		.getByLabel('Progress file')
		.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
	await expect(page.getByText('This is not a progress file of Crumbtrail.')).toBeVisible();
	await expect(page.getByText('1 of 4 steps')).toBeVisible();
});

test('a lesson that has changed asks what shall become of mine', async ({ page }) => {
	await openStage(page, LESSON);
	await visit(page, '/about/');
	await expect(page.locator('.check.passed').first()).toBeVisible();
	const older = () =>
		page.evaluate(() => {
			const name = 'crumbtrail:lesson:05-a-session-is-born';
			const kept = JSON.parse(localStorage.getItem(name) ?? '') as {
				fingerprint: string;
				opening: { start: { project: Record<string, string> } };
			};
			kept.fingerprint = 'older';
			kept.opening.start.project['views.py'] = `# older\n${kept.opening.start.project['views.py'] ?? ''}`;
			localStorage.setItem(name, JSON.stringify(kept));
		});
	await older();
	await page.reload();
	await expect(page.getByText('This lesson has changed since you were here')).toBeVisible();
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(page.getByRole('dialog').getByText('# older')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Keep mine' }).click();
	await expect(page.getByText('# older')).toBeVisible();
	await expect(page.locator('.check.passed').first()).toBeVisible();
	// What is kept is written once the actions are done again.
	await expect
		.poll(() => page.evaluate(() => localStorage.getItem('crumbtrail:lesson:05-a-session-is-born')))
		.not.toContain('"fingerprint":"older"');
	await older();
	await page.reload();
	await page.getByRole('button', { name: 'Take the new one' }).click();
	await expect(page.getByText('This lesson has changed since you were here')).toHaveCount(0);
	await expect(page.getByText('# older')).toHaveCount(0);
	await expect(page.locator('.check.passed')).toHaveCount(0);
});

test('the solution stands beside mine, takes its place and goes again', async ({ page }) => {
	await openStage(page, LESSON);
	for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Next', exact: true }).click();
	await page.getByRole('button', { name: 'Show the solution' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('columnheader', { name: 'Mine' })).toBeVisible();
	await dialog.getByRole('button', { name: 'Use it in place of mine' }).click();
	await expect(dialog.getByRole('button', { name: 'Use it in place of mine' })).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await dialog.getByRole('button', { name: 'Put mine back' }).click();
	await expect(dialog.getByRole('button', { name: 'Use it in place of mine' })).not.toHaveAttribute(
		'aria-disabled',
		'true'
	);
});

test('a step begins again, and the steps before it stay done', async ({ page }) => {
	await openStage(page, LESSON);
	await visit(page, '/about/');
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await visit(page, '/look/');
	await expect(page.locator('.check.passed').first()).toBeVisible();
	await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Start this step again' }).click();
	await expect(page.locator('.check.passed')).toHaveCount(0);
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await expect(page.locator('.check.passed').first()).toBeVisible();
	expect(await check(page, '').count()).toBeGreaterThan(0);
});

test('an embedded lesson tells the page around it when steps are done', async ({ page, baseURL }) => {
	await page.goto('/');
	await page.evaluate(
		(src) => {
			const heard: unknown[] = [];
			Object.assign(window, { heard });
			addEventListener('message', ({ data }) => heard.push(data));
			document.body.innerHTML = `<iframe title="lesson" src="${src}" width="1400" height="860"></iframe>`;
		},
		`${baseURL ?? ''}/embed/05-a-session-is-born/`
	);
	const frame = page.frameLocator('iframe[title="lesson"]');
	const said = frame.getByRole('group', { name: 'What just happened' });
	await expect(said).toContainText('The server is running');
	const field = frame.getByLabel('Address');
	await field.fill('/about/');
	await field.press('Enter');
	await expect(said).toContainText('is waiting');
	await frame.getByRole('button', { name: 'Run to end' }).click();
	await expect
		.poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.at(-1)))
		.toEqual({
			type: 'crumbtrail:progress',
			version: 1,
			lesson: '05-a-session-is-born',
			done: ['nobody-looks'],
			steps: 4,
			complete: false
		});
});

test('the print view has the whole lesson and no answers', async ({ page }) => {
	await page.goto(`${LESSON}print/`);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([
		/^1\./,
		/^2\./,
		/^3\./,
		/^4\./,
		'What to remember',
		'Words',
		'views.py'
	]);
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('in presenter mode the type is large and the arrows turn the steps', async ({ page }) => {
	await openStage(page, LESSON);
	const size = () =>
		page.evaluate(() => getComputedStyle(document.querySelector('.prose p') ?? document.body).fontSize);
	const before = parseFloat(await size());
	await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Presenter mode', exact: true }).click();
	await expect.poll(async () => parseFloat(await size())).toBeGreaterThan(before * 1.3);
	await expect(page.getByText('Now:')).toHaveCount(0);
	await page.getByRole('region', { name: 'Lesson text' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('heading', { name: 'Somebody looks' })).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('heading', { name: 'Nobody looks' })).toBeFocused();
});
