import { describe, expect, it } from 'vitest';
import { Course, type CourseFiles } from './course.ts';
import { findBrokenReferences } from './lint/references.ts';
import { newLesson } from './new-lesson.ts';
import { formatProblem } from './problem.ts';

const SLUG = 'my-lesson';
const COURSE = `title: A course\nsummary: About it.\nparts:\n  - title: One\n    lessons:\n      - ${SLUG}\n`;

const GLOSSARY = `terms:
  cookie:
    name: Cookie
    is: A short text.
    matters: It comes back.
    lesson: ${SLUG}
    read: https://www.rfc-editor.org/rfc/rfc6265
`;

/** A course with one sound lesson, and changes to it: `null` removes a file. */
function courseFiles(changes: Record<string, string | null | ((text: string) => string)> = {}): CourseFiles {
	const files: Record<string, string> = {
		'course.yml': COURSE,
		'templates/startproject/settings.py': 'DEBUG = True\n',
		...Object.fromEntries(Object.entries(newLesson(SLUG)).map(([path, text]) => [`${SLUG}/${path}`, text]))
	};
	for (const [path, change] of Object.entries(changes)) {
		if (change === null) Reflect.deleteProperty(files, path);
		else files[path] = typeof change === 'string' ? change : change(files[path] ?? '');
	}
	return files;
}

function problemsOf(files: CourseFiles): string[] {
	const course = new Course(files);
	const read = course.read(SLUG);
	const own = 'lesson' in read ? findBrokenReferences(read) : read;
	return [...course.problems, ...own].map(formatProblem);
}

const replace = (from: string, to: string) => (text: string) => {
	if (!text.includes(from)) throw new Error(`The lesson does not have ${from}`);
	return text.replace(from, to);
};

describe('a sound lesson', () => {
	it('has no problems', () => {
		expect(problemsOf(courseFiles())).toEqual([]);
	});

	it('becomes plain values', () => {
		const lesson = new Course(courseFiles()).lesson(SLUG);
		expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
		expect(lesson.steps.map(({ id, title }) => [id, title])).toEqual([
			['ask-once', 'Ask once'],
			['ask-again', 'Ask again'],
			['change-the-view', 'Change the view']
		]);
		expect(Object.keys(lesson.start.project).sort()).toEqual(['settings.py', 'urls.py', 'views.py']);
		expect(lesson.steps[0]?.blocks.map(({ kind }) => kind)).toEqual(['prose', 'check']);
		expect(lesson.steps[1]?.predictions[0]).toMatchObject({ id: 'what-is-sent', from: 'here' });
		expect(lesson.steps[2]?.hint?.place).toBe('<p>The first line of the view, where it makes the page.</p>');
	});

	it('starts from the solution of an earlier one', () => {
		const second = Object.fromEntries(
			Object.entries(newLesson('second')).map(([path, text]) => [`second/${path}`, text])
		);
		const files = courseFiles({
			...second,
			'course.yml': `${COURSE}      - second\n`,
			'second/scenario.yml': `from: ${SLUG}\n`,
			'second/project/views.py': null,
			'second/project/urls.py': null
		});
		const lesson = new Course(files).lesson('second');
		expect(lesson.start.project['views.py']).toContain('Hello again');
	});

	it('carries the words that its text links, and the course warns of those that nobody links', () => {
		const link = replace('Visit `/` once more.', 'It sends a [cookie](glossary:cookie).');
		const linking = new Course(courseFiles({ 'glossary.yml': GLOSSARY, [`${SLUG}/lesson.md`]: link }));
		const word = '<a class="term" role="button" tabindex="0" data-term="cookie">cookie</a>';
		expect(linking.lesson(SLUG).steps[1]?.blocks.at(1)).toEqual({
			kind: 'prose',
			html: `<p>It sends a ${word}.</p>`
		});
		expect(linking.lesson(SLUG).terms.map(({ id, is }) => [id, is])).toEqual([['cookie', 'A short text.']]);
		expect(linking.warnings).toEqual([]);
		const silent = new Course(courseFiles({ 'glossary.yml': GLOSSARY }));
		expect(silent.warnings.map(formatProblem)).toEqual([
			'glossary.yml:1:1 no lesson links the word "cookie"'
		]);
	});

	it('shows raw HTML as text and makes links only of web addresses and paths', () => {
		const files = courseFiles({
			[`${SLUG}/lesson.md`]: replace(
				'Say in two or three lines what this is about.',
				'<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://example.com/) [c](#ask-once)'
			)
		});
		expect(new Course(files).lesson(SLUG).intro).toBe(
			'<p>&lt;img src=x onerror=alert(1)&gt; [a](javascript:alert(1)) ' +
				'<a href="https://example.com/" rel="external noopener noreferrer">b</a> <a href="#ask-once">c</a></p>'
		);
	});
});

const lesson = `${SLUG}/lesson.md`;
const scenario = `${SLUG}/scenario.yml`;
const walkthrough = `${SLUG}/walkthrough.yml`;
const wrong = `${SLUG}/wrong/it-is-remembered.yml`;

describe('a broken lesson gives one clear message', () => {
	it.each<[string, Parameters<typeof courseFiles>[0], string]>([
		[
			'an unknown key',
			{ [scenario]: replace('address:', 'adress:') },
			`${scenario}:7:1 adress: unknown key "adress"; did you mean "address"?`
		],
		[
			'an unknown key in a block of lesson.md',
			{ [lesson]: replace('contains: Hello.', 'contain: Hello.') },
			`${lesson}:17:24 when.page.contain: unknown key "contain"; did you mean "contains"?`
		],
		[
			'an unknown predicate',
			{ [lesson]: replace('page: { status', 'pag: { status') },
			`${lesson}:17:3 when.pag: unknown key "pag"; did you mean "page"?`
		],
		[
			'an unknown action',
			{ [walkthrough]: replace('- visit: /', '- vist: /') },
			`${walkthrough}:3:5 ask-once[0].vist: unknown key "vist"; did you mean "visit"?`
		],
		[
			'an unknown event',
			{
				[lesson]: replace('page: { status: 200, contains: Hello. }', 'event: { type: session.save }')
			},
			`${lesson}:17:18 when.event.type: the text "session.save" is not known; did you mean "session.saved"?`
		],
		[
			'bad YAML',
			{ [scenario]: replace("django: '5.2'", "django: '5.2") },
			`${scenario}:2:13 A quote or a bracket is opened and never closed`
		],
		[
			'a colon in a text',
			{ [lesson]: replace('says: The page says Hello.', 'says: The page says: Hello.') },
			`${lesson}:15:7 A text with a colon in it needs quotes around it, or >- before it`
		],
		[
			'a key twice',
			{ [scenario]: replace('open: views.py', 'open: views.py\nopen: urls.py') },
			`${scenario}:9:1 This key stands twice; a block has each key once`
		],
		[
			'a text that begins with a backtick',
			{ [lesson]: replace('says: The page says Hello.', 'says: `/` says Hello.') },
			`${lesson}:15:7 A text that begins with \` or @ needs quotes around it`
		],
		[
			'an indent that does not fit',
			{ [walkthrough]: replace('ask-again:\n  - predict', 'ask-again:\n   - predict') },
			`${walkthrough}:6:1 This line is not indented as its neighbours are`
		],
		[
			'a wrong type',
			{ [lesson]: replace('minutes: 5', 'minutes: five') },
			`${lesson}:4:10 minutes: must be a number, not the text "five"`
		],
		[
			'a wrong Django',
			{ [scenario]: replace("'5.2'", "'5.1'") },
			`${scenario}:2:9 django: the text "5.1" is not known; did you mean "5.2"?`
		],
		[
			'a missing key',
			{ [lesson]: replace('title: My lesson\n', '') },
			`${lesson}:2:1 title: "title" is missing`
		],
		[
			'a bad duration',
			{ [walkthrough]: replace('- visit: /', '- advance: two weeks') },
			`${walkthrough}:3:14 ask-once[0].advance: must be a duration such as 90s, 5m, 1h30m or 14d, or a number of seconds`
		],
		['a missing file', { [scenario]: null }, `${scenario}:1:1 This file is missing; every lesson has one`],
		['no lesson.md', { [lesson]: null }, `${lesson}:1:1 This file is missing; every lesson has one`],
		[
			'a needed file with a misspelt name',
			{ [walkthrough]: null, [`${SLUG}/walktrough.yml`]: 'ask-once: []\n' },
			`${SLUG}/walktrough.yml:1:1 No lesson has such a file; did you mean "walkthrough.yml"?`
		],
		[
			'no front matter',
			{ [lesson]: (text) => text.replace('---', '') },
			`${lesson}:1:1 A lesson begins with front matter between two lines of ---`
		],
		[
			'a file with a misspelt name',
			{ [`${SLUG}/solutions/views.py`]: '' },
			`${SLUG}/solutions/views.py:1:1 No lesson has such a file. Known: lesson.md, scenario.yml, walkthrough.yml, wrong/*.yml, project/ and solution/`
		],
		[
			'a file of 5 MB',
			{ [`${SLUG}/project/views.py`]: '#'.repeat(5 * 1024 * 1024) },
			`${SLUG}/project/views.py:1:1 has 5.0 MB; a file of a lesson has at most 256 KB`
		],
		[
			'an id twice',
			{ [lesson]: replace('id: cookie-sent', 'id: page-there') },
			`${lesson}:48:1 check page-there: this id stands in the lesson twice`
		],
		[
			'a block with a misspelt name',
			{ [lesson]: replace('```check', '```chek') },
			`${lesson}:13:1 unknown block "chek"; did you mean "check"?`
		],
		[
			'a circle of from',
			{ [scenario]: replace('from: startproject', `from: ${SLUG}`) },
			`${scenario}:4:7 from: goes round in a circle: ${SLUG} → ${SLUG}`
		],
		[
			'a circle of from over two lessons',
			{
				'course.yml': `${COURSE}      - second\n`,
				...Object.fromEntries(
					Object.entries(newLesson('second')).map(([path, text]) => [`second/${path}`, text])
				),
				'second/scenario.yml': `from: ${SLUG}\n`,
				[scenario]: replace('from: startproject', 'from: second')
			},
			`second/scenario.yml:1:7 from: goes round in a circle: ${SLUG} → second → ${SLUG}`
		],
		[
			'an unknown base',
			{ [scenario]: replace('from: startproject', 'from: startprojekt') },
			`${scenario}:4:7 from: neither a template nor a lesson: "startprojekt"; did you mean "startproject"?`
		],
		[
			'a step that the walkthrough misspells',
			{ [walkthrough]: replace('ask-again:', 'ask-agian:') },
			`${walkthrough}:4:1 ask-agian: no step "ask-agian"; did you mean "ask-again"?`
		],
		[
			'an unknown file to open',
			{ [scenario]: replace('open: views.py', 'open: view.py') },
			`${scenario}:8:7 open: no file of the project "view.py"; did you mean "views.py"?`
		],
		[
			'a wrong path with unknown feedback',
			{ [wrong]: replace('gets: greeted-nobody', 'gets: greeted-nobdy') },
			`${wrong}:7:7 gets: no feedback in lesson.md "greeted-nobdy"; did you mean "greeted-nobody"?`
		],
		[
			'a prediction that the walkthrough leaves out',
			{ [walkthrough]: replace('  - predict: what-is-sent\n', '') },
			`${lesson}:28:5 id: the walkthrough never answers prediction what-is-sent`
		],
		[
			'a prediction that the walkthrough misspells',
			{ [walkthrough]: replace('predict: what-is-sent', 'predict: what-is-snt') },
			`${walkthrough}:5:14 ask-again[0].predict: no prediction of step ask-again "what-is-snt"; did you mean "what-is-sent"?`
		],
		[
			'a step without a check',
			{ [lesson]: (text) => text.replace(/```check\nid: cookie-sent[\s\S]*?```\n/, '') },
			`${lesson}:25:1 step ask-again has no check: the learner does something in every step`
		],
		[
			'no word on what to remember',
			{ [lesson]: (text) => text.slice(0, text.indexOf('## What to remember')) },
			`${lesson}:6:1 The last section is missing: ## … {#remember}`
		],
		[
			'a link to nowhere',
			{ [lesson]: replace('Visit `/` once more.', 'Do as [above](#ask-one).') },
			`${lesson}:25:1 links to #ask-one, but no step has this name`
		],
		[
			'a word that the glossary does not have',
			{
				'glossary.yml': GLOSSARY,
				[lesson]: replace('Visit `/` once more.', 'It sends a [cookie](glossary:coockie).')
			},
			`${lesson}:45:30 glossary.yml has no word "coockie"; did you mean "cookie"?`
		],
		[
			'a word of no glossary',
			{ [lesson]: replace('Visit `/` once more.', 'It sends a [cookie](glossary:cookie).') },
			`${lesson}:45:30 glossary.yml has no word "cookie": there is no glossary.yml`
		],
		[
			'a word of a lesson that is not there',
			{ 'glossary.yml': GLOSSARY.replace(SLUG, 'my-leson') },
			`glossary.yml:6:13 terms.cookie.lesson: no lesson "my-leson"; did you mean "${SLUG}"?`
		],
		[
			'a link to an old Django',
			{ [lesson]: replace('/en/5.2/topics', '/en/1.11/topics') },
			`${lesson}:82:1 links to another version of Django's documentation: https://docs.djangoproject.com/en/1.11/topics/http/sessions/#using-sessions-in-views`
		],
		[
			'a lesson that the course does not list',
			{ 'course.yml': replace(`- ${SLUG}`, '- my-leson') },
			`course.yml:6:9 parts[0].lessons[0]: no folder "my-leson"; did you mean "my-lesson"?`
		]
	])('%s', (_, changes, message) => {
		expect(problemsOf(courseFiles(changes))).toEqual([message]);
	});
});
