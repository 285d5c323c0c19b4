import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Course } from '../lib/lesson/course.ts';
import { formatProblem, type Problem } from '../lib/lesson/problem.ts';
import { nearestName } from '../lib/lesson/nearest.ts';
import { lintLessons } from './lessons/lint-course.ts';
import { LESSONS, readLessons } from './lessons/read-lessons.ts';

/**
 * `npm run lessons:check [slug …] [-- --folder DIR]`: checks lessons and plays each of them; prints what is wrong as
 * file:line:column. Exit status 1 when anything is.
 */
async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { folder: { type: 'string' } },
		allowPositionals: true
	});
	const folder = values.folder === undefined ? LESSONS : `${resolve(values.folder)}/`;
	const course = readLessons(folder);
	let wrong = report(course.problems, folder);
	warn(course.warnings, folder);
	const slugs = positionals.length ? positionals : course.slugs;
	const known = slugs.filter((slug) => course.slugs.includes(slug));
	for (const slug of slugs.filter((each) => !known.includes(each))) {
		const near = nearestName(slug, course.slugs);
		console.error(`There is no lesson "${slug}"${near ? `; did you mean "${near}"?` : '.'}`);
		wrong += 1;
	}
	await lintLessons(folder, longestFirst(course, known), (slug, problems) => {
		wrong += report(problems, folder);
		if (problems.length === 0) console.log(`${slug}: holds`);
	});
	const good = `${known.length} ${known.length === 1 ? 'lesson' : 'lessons'} checked`;
	console.log(
		wrong === 0 ? `${good}, all hold.` : `${good}, ${wrong} ${wrong === 1 ? 'problem' : 'problems'}.`
	);
	return wrong === 0 ? 0 : 1;
}

/** The longest walkthroughs first: each of their entries is left out once, and no core waits for the last lesson. */
function longestFirst(course: Course, slugs: readonly string[]): string[] {
	const entries = (slug: string) => {
		const read = course.read(slug);
		return 'lesson' in read ? Object.values(read.lesson.walkthrough).flat().length : 0;
	};
	return slugs.toSorted((a, b) => entries(b) - entries(a));
}

function report(problems: readonly Problem[], folder: string): number {
	for (const problem of problems) console.error(said(problem, folder));
	return problems.length;
}

function warn(warnings: readonly Problem[], folder: string): void {
	for (const warning of warnings) console.warn(`${said(warning, folder)} (a warning)`);
}

function said(problem: Problem, folder: string): string {
	return formatProblem({ ...problem, file: `${folder === LESSONS ? 'lessons/' : folder}${problem.file}` });
}

process.exitCode = await main();
