import { describe, expect, it } from 'vitest';
import type { Action } from '../../world/action.ts';
import { newLesson } from '../new-lesson.ts';
import { appendEntries } from './append-entries.ts';
import { exportedFiles, readDraft } from './draft.ts';
import { insertCheck } from './insert-check.ts';
import { recordedEntries } from './recorded-entries.ts';

const visit: Action = { type: 'visit', profile: 'browser', url: '/' };

describe('recordedEntries', () => {
	const solution = { 'views.py': 'solved', 'urls.py': 'solved' };

	it.each<[string, Action[], unknown[], string[]]>([
		[
			'a request that was stepped is one visit',
			[
				{ ...visit, hold: true },
				{ type: 'step', exchange: 1 },
				{ type: 'finish', exchange: 1 }
			],
			[{ visit: '/' }],
			[]
		],
		['another browser is named', [{ ...visit, profile: 'second' }], [{ visit: '/', browser: 'second' }], []],
		['the whole solution', [{ type: 'edit', files: solution }], [{ solve: true }], []],
		['a file of it', [{ type: 'edit', files: { 'views.py': 'solved' } }], [{ solve: ['views.py'] }], []],
		[
			'another text',
			[{ type: 'edit', files: { 'views.py': 'mine' } }],
			[{ edit: { 'views.py': 'mine' } }],
			[]
		],
		[
			'a form',
			[{ type: 'submit', profile: 'browser', to: '/login/', data: { name: 'ada' } }],
			[{ submit: { to: '/login/', data: { name: 'ada' } } }],
			[]
		],
		[
			'the clock, a command, the shell',
			[
				{ type: 'advance', by: '14d' },
				{ type: 'manage', command: 'clearsessions' },
				{ type: 'shell', code: 'print(1)' }
			],
			[{ advance: '14d' }, { manage: 'clearsessions' }, { shell: 'print(1)' }],
			[]
		],
		[
			'what the format cannot say is named',
			[
				{ type: 'workers', count: 2 },
				{ type: 'openBrowser', profile: 'p', private: true },
				{ type: 'workers', count: 1 }
			],
			[],
			['workers', 'openBrowser']
		]
	])('%s', (_, actions, entries, left) => {
		expect(recordedEntries(actions, solution)).toEqual({ entries, left });
	});
});

describe('appendEntries', () => {
	it.each([
		[
			'behind those of the step, with all comments',
			'# schema\nask-once:\n  - visit: / # first\n\n# then\nask-again:\n  - visit: /\n',
			'# schema\nask-once:\n  - visit: / # first\n  - visit: /two/\n    browser: second\n\n# then\nask-again:\n  - visit: /\n'
		],
		[
			'for a step without any',
			'ask-again:\n  - visit: /\n',
			'ask-again:\n  - visit: /\nask-once:\n  - visit: /two/\n    browser: second\n'
		],
		['in a new file', '', 'ask-once:\n  - visit: /two/\n    browser: second\n']
	])('%s', (_, text, expected) => {
		expect(appendEntries(text, 'ask-once', [{ visit: '/two/', browser: 'second' }])).toEqual({
			text: expected
		});
	});

	it('leaves a text alone that it cannot read', () => {
		expect(appendEntries('a: [', 'ask-once', [{ visit: '/' }])).toEqual({
			refusal: 'walkthrough.yml cannot be read; mend it first.'
		});
	});
});

describe('insertCheck', () => {
	const proposed = { id: 'page-there', says: 'It is there.', when: { page: { status: 200 } } };
	const text =
		'---\ntitle: T\n---\n\n## One {#one}\n\nDo it.\n\n```check\nid: page-there\n```\n\n```hint\nnudge: x\n```\n\n## Two {#two}\n\nText.\n';

	it('comes behind the last check of its step, under a free id', () => {
		expect(insertCheck(text, 'one', proposed)).toBe(
			text.replace(
				'```check\nid: page-there\n```\n',
				'```check\nid: page-there\n```\n\n```check\nid: page-there-2\nsays: It is there.\nwhen:\n  page:\n    status: 200\n```\n'
			)
		);
	});

	it('comes at the end of a step without a check', () => {
		expect(insertCheck(text, 'two', { ...proposed, id: 'new' })).toBe(
			`${text.trimEnd()}\n\n\`\`\`check\nid: new\nsays: It is there.\nwhen:\n  page:\n    status: 200\n\`\`\`\n`
		);
	});

	it('needs the step', () => {
		expect(insertCheck(text, 'three', proposed)).toBe(null);
	});
});

describe('a draft', () => {
	const site = {
		'templates/startproject/settings.py': 'DEBUG = True\n',
		'old/lesson.md': 'x',
		'old/scenario.yml': 'from: startproject\n',
		'old/project/a.py': 'a'
	};

	it('is read with the templates of the site', () => {
		const { parsed, problems } = readDraft({ slug: 'mine', files: newLesson('mine'), around: {} }, site);
		expect(problems).toEqual([]);
		expect(parsed?.lesson.start.project['settings.py']).toBe('DEBUG = True\n');
	});

	it('does not mix with a lesson of the same name', () => {
		const { problems } = readDraft({ slug: 'old', files: newLesson('old'), around: {} }, site);
		expect(problems).toEqual([]);
	});

	it('is saved with the lesson that it starts from', () => {
		const files = { 'lesson.md': 'y', 'scenario.yml': 'from: old\n' };
		expect(Object.keys(exportedFiles({ slug: 'mine', files, around: {} }, site))).toEqual([
			'course.yml',
			'old/lesson.md',
			'old/scenario.yml',
			'old/project/a.py',
			'mine/lesson.md',
			'mine/scenario.yml'
		]);
	});
});
