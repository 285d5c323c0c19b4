import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page.ts';
import type { Scores } from '../../src/lib/ui/fidelity/scores.ts';

const scores = JSON.parse(readFileSync('src/lib/ui/fidelity/scores.json', 'utf8')) as Scores;

test('the page of fidelity is reached from home, shows the scores of the tests and names what differs', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Fidelity' }).click();
	await expect(page.getByRole('heading', { name: 'How true is the simulator?' })).toBeVisible();
	const server = page.getByRole('group', { name: 'The server, against real Django' });
	for (const [column, { version, engines }] of scores.django.entries()) {
		await expect(server.getByRole('columnheader').nth(column + 1)).toHaveText(`Django ${version}`);
		const db = engines.find(({ name }) => name === 'db');
		const cell = server.getByRole('row', { name: /^db / }).getByRole('cell').nth(column);
		await expect(cell).toHaveText(`${db?.agree} of ${db?.total}`);
	}
	const jar = scores.chromium[0];
	await expect(page.getByRole('row', { name: jar?.name ?? '' })).toContainText(
		`${jar?.agree} of ${jar?.total}`
	);
	const differing = page.getByRole('region', { name: 'What still differs' }).getByRole('listitem');
	await expect(differing).toHaveCount(Math.max(1, scores.differences.length));
	for (const { id } of scores.differences)
		await expect(differing.filter({ hasText: id }).first()).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
