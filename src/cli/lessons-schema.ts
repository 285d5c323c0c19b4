import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './lessons/json-schemas.ts';
import { LESSONS } from './lessons/read-lessons.ts';

/** `npm run lessons:schema`: writes lessons/schema/*.json from the schemas that the linter uses. */
mkdirSync(join(LESSONS, 'schema'), { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
	writeFileSync(join(LESSONS, 'schema', name), text);
}
