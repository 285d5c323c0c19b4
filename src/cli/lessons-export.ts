import { lessonCase } from '../lib/lesson/replay-case.ts';
import { readLessons } from './lessons/read-lessons.ts';

/**
 * `npm run --silent lessons:export [slug …]`: prints each lesson's setup and walkthrough as a scenario of the replay
 * format, one JSON a line. The real Django plays these (tests/conformance/lessons/README.md).
 */
const course = readLessons();
const wanted = process.argv.slice(2);
for (const slug of wanted.length ? wanted : course.slugs) {
	const scenario = lessonCase(course.lesson(slug));
	if (scenario) process.stdout.write(`${JSON.stringify(scenario)}\n`);
	else process.stderr.write(`${slug}: its requests overlap, which the replay format cannot say\n`);
}
