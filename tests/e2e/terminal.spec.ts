import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openStage, test, visit } from './page.ts';

async function openTerminal(page: Page): Promise<void> {
	await page.getByRole('tab', { name: 'Terminal' }).click();
}

/** Types a line at the prompt that the terminal shows. */
async function type(page: Page, program: 'manage.py' | 'shell' | 'dbshell', line: string): Promise<void> {
	const field = page.getByLabel(`${program} command`, { exact: true });
	await field.fill(line);
	await field.press('Enter');
}

function output(page: Page) {
	return page.getByRole('log', { name: 'Terminal output' });
}

test('migrate, clearsessions, a Python prompt and dbshell are used from the terminal', async ({ page }) => {
	test.setTimeout(150_000);
	await openStage(page, '/sandbox/');
	await visit(page, '/count/');
	await openTerminal(page);
	await expect(output(page)).toContainText('"GET /count/ HTTP/1.1" 200 12');

	await test.step('migrate and showmigrations', async () => {
		await type(page, 'manage.py', 'python manage.py migrate');
		await expect(output(page)).toContainText('$ python manage.py migrate');
		await expect(output(page)).toContainText(
			'Apply all migrations: admin, auth, contenttypes, sessions\nRunning migrations:\n  No migrations to apply.'
		);
		await type(page, 'manage.py', 'django-admin showmigrations sessions');
		await expect(output(page)).toContainText('sessions\n [X] 0001_initial');
		await type(page, 'manage.py', 'python manage.py check');
		await expect(output(page)).toContainText('System check identified no issues (0 silenced).');
		await type(page, 'manage.py', 'python manage.py nix');
		await expect(output(page)).toContainText("Unknown command: 'nix'\nType 'manage.py help' for usage.");
		await type(page, 'manage.py', 'python manage.py runserver');
		await expect(page.getByText('That port is already in use.')).toBeVisible();
	});

	await test.step('the Python prompt, with a block and the arrow keys', async () => {
		await type(page, 'manage.py', 'python manage.py shell');
		await type(page, 'shell', 'from django.contrib.sessions.models import Session');
		await type(page, 'shell', 'Session.objects.first().get_decoded()');
		await expect(output(page)).toContainText('>>> Session.objects.first().get_decoded()');
		await expect(output(page)).toContainText("{'num_visits': 1}");
		await type(page, 'shell', 'for session in Session.objects.all():');
		await expect(page.getByLabel('Lines that wait')).toHaveText('>>> for session in Session.objects.all():');
		await type(page, 'shell', '    print(session.expire_date)');
		await type(page, 'shell', '');
		await expect(output(page)).toContainText('2026-01-19 09:30:00.123456+00:00');
		const field = page.getByLabel('shell command', { exact: true });
		await field.press('ArrowUp');
		await expect(field).toHaveValue('    print(session.expire_date)');
		await field.press('ArrowUp');
		await field.press('ArrowUp');
		await expect(field).toHaveValue('Session.objects.first().get_decoded()');
		await field.fill('1 / 0');
		await field.press('Enter');
		await expect(output(page)).toContainText('ZeroDivisionError: division by zero');
		await type(page, 'shell', 'exit()');
	});

	await test.step('dbshell, with dot commands and a statement over two lines', async () => {
		await type(page, 'manage.py', 'python manage.py dbshell');
		await type(page, 'dbshell', '.tables');
		await expect(output(page)).toContainText('auth_user_user_permissions');
		await type(page, 'dbshell', '.schema django_session');
		await expect(output(page)).toContainText(
			'CREATE TABLE IF NOT EXISTS "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY'
		);
		await type(page, 'dbshell', '.mode column');
		await type(page, 'dbshell', 'select session_key, expire_date');
		await expect(page.getByLabel('Lines that wait')).toHaveText('sqlite> select session_key, expire_date');
		await type(page, 'dbshell', 'from django_session;');
		await expect(output(page)).toContainText(
			'sqlite> select session_key, expire_date\n   ...> from django_session;'
		);
		await expect(output(page)).toContainText(
			'session_key                       expire_date               \n--------------------------------  --------------------------'
		);
		await type(page, 'dbshell', '.quit');
	});

	await test.step('clearsessions, at the time of the virtual clock', async () => {
		await page.getByRole('button', { name: 'move the clock' }).click();
		await page.getByRole('button', { name: '+14 days' }).click();
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'move the clock' }).click();
		await page.getByRole('button', { name: 'Just after it' }).click();
		await page.keyboard.press('Escape');
		await type(page, 'manage.py', 'python manage.py clearsessions');
		await expect(output(page)).toContainText('$ python manage.py clearsessions');
		await expect(output(page)).toContainText('Mon 19 Jan 2026 09:30:00');
		await page.getByRole('tab', { name: /^django_session/ }).click();
		await expect(page.getByRole('region', { name: 'The table django_session' })).toContainText('deleted');
	});
	await openTerminal(page);
	expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
});
