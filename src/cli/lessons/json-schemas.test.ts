import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';
import { LESSONS } from './read-lessons.ts';

it('the JSON Schemas for editors are those that the linter uses (npm run lessons:schema)', () => {
	const folder = join(LESSONS, 'schema');
	const written = Object.fromEntries(
		readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
	);
	expect(written).toEqual(jsonSchemas());
});
