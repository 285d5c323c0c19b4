import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newLesson } from '../lib/lesson/new-lesson.ts';
import { LESSONS } from './lessons/read-lessons.ts';

/** `npm run lessons:new -- slug [--folder DIR]`: makes a small lesson that passes the check, and lists it. */
function main(): number {
	const { values, positionals } = parseArgs({
		options: { folder: { type: 'string' } },
		allowPositionals: true
	});
	const [slug] = positionals;
	const folder = values.folder === undefined ? LESSONS : resolve(values.folder);
	if (slug === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(slug)) {
		return refuse('Name the lesson with small letters, digits and hyphens: npm run lessons:new -- my-lesson');
	}
	if (existsSync(join(folder, slug))) return refuse(`There is already a folder ${join(folder, slug)}`);
	for (const [path, text] of Object.entries(newLesson(slug))) {
		const file = join(folder, slug, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	const listed = list(join(folder, 'course.yml'), slug);
	console.log(`Made ${join(folder, slug)}. ${listed}`);
	const elsewhere = values.folder === undefined ? '' : ` --folder ${values.folder}`;
	console.log(`Check it with: npm run lessons:check -- ${slug}${elsewhere}`);
	return 0;
}

/** Adds the lesson to the last part of the course. */
function list(file: string, slug: string): string {
	if (!existsSync(file)) {
		writeFileSync(
			file,
			`title: My course\nsummary: What it is about.\nparts:\n  - title: Lessons\n    lessons:\n      - ${slug}\n`
		);
		return 'A course.yml was made for it.';
	}
	const text = readFileSync(file, 'utf8').trimEnd();
	writeFileSync(file, `${text}\n      - ${slug}\n`);
	return 'It stands at the end of course.yml.';
}

function refuse(message: string): number {
	console.error(message);
	return 2;
}

process.exitCode = main();
