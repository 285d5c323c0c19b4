import { formatInstant } from '../../time/instant.ts';
import type { WorldStart } from '../scenario.ts';
import { SessionKeys } from '../session-keys.ts';
import { pythonLines, pythonLiteral } from './python-literal.ts';
import { volatileCookies } from './random-values.ts';
import type { RecordedStep } from './recorded-step.ts';
import { STORY_HELPER } from './story-helper.ts';
import { StoryWriter, type StoryPart, type WrittenStory } from './story-writer.ts';

/** A project for real Django, whose test repeats a story. */
export interface ExportedProject {
	/** Path to text. */
	readonly files: Readonly<Record<string, string>>;
	/** What the test does not repeat, a sentence each. */
	readonly left: readonly string[];
	/** How many exchanges the test repeats and compares. */
	readonly compared: number;
}

const MANAGE = `#!/usr/bin/env python
"""Django's command-line utility."""
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
`;

/** The project as the story began with, manage.py, and a test that repeats the story: \`python manage.py test\`. */
export function djangoProject(start: WorldStart, steps: readonly RecordedStep[]): ExportedProject {
	const volatile = volatileCookies(steps);
	const writer = new StoryWriter(start, volatile);
	for (const step of steps) writer.add(step);
	const { story } = writer;
	const tests = 'tests.py' in start.project ? 'test_story.py' : 'tests.py';
	const needsFolder = Object.values(start.project).some((text) => text.includes('SESSION_FILE_PATH'));
	return {
		files: {
			'manage.py': MANAGE,
			'requirements.txt': `Django~=${start.django}.0\n`,
			...(needsFolder && { 'sessions/.keep': '' }),
			...start.project,
			'story.py': STORY_HELPER,
			[tests]: testsText(start, story, volatile)
		},
		left: story.left,
		compared: story.compared
	};
}

function testsText(
	start: WorldStart,
	{ parts, left, compared }: WrittenStory,
	volatile: readonly string[]
): string {
	const keys = new SessionKeys(start.sessionKeys, start.seed);
	const taken = Array.from({ length: 20 + 4 * compared + start.sessionKeys.length }, () => keys.next());
	const fields = [
		`django = ${pythonLiteral(start.django)}`,
		`start = ${pythonLiteral(formatInstant(start.now).replace('Z', ''))}`,
		`volatile = ${pythonLiteral(volatile)}`,
		`keys = ${pythonLiteral(taken)}`,
		...editsLines(parts)
	];
	return [
		'"""A story told in Crumbtrail, repeated on real Django: python manage.py test\n',
		'Statuses, cookies, pages and stored sessions are compared with what Crumbtrail recorded.',
		...(left.length > 0
			? ['\nWhat this test does not repeat:', ...left.map((line) => `* ${line.replaceAll('"""', "'''")}`)]
			: []),
		'"""',
		'from unittest import TestCase\n',
		'from story import Story\n\n',
		'class RecordedStory(Story, TestCase):',
		...fields.map((line) => indented(line)),
		...parts.map((part, at) => partText(part, at)),
		''
	].join('\n');
}

function editsLines(parts: readonly StoryPart[]): string[] {
	const edited = parts.flatMap(({ edits }, at) =>
		Object.entries(edits).map(
			([path, text]) =>
				[`part_${at + 1}`, path, text === null ? 'None' : pythonLines(text, '        ')] as const
		)
	);
	if (edited.length === 0) return [];
	const names = [...new Set(edited.map(([name]) => name))];
	return [
		'edits = {',
		...names.flatMap((name) => [
			`    ${pythonLiteral(name)}: {`,
			...edited
				.filter(([of]) => of === name)
				.map(([, path, text]) => `        ${pythonLiteral(path)}: ${text},`),
			'    },'
		]),
		'}'
	];
}

function partText({ lines }: StoryPart, at: number): string {
	const body = lines.some((line) => !line.startsWith('#')) ? lines : [...lines, 'pass'];
	return `\n    def part_${at + 1}(self):\n${body.map((line) => indented(indented(line))).join('\n')}`;
}

function indented(text: string): string {
	return text.replace(/^(?=.)/gm, '    ');
}
