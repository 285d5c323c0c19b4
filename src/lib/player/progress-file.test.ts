import { beforeEach, expect, it } from 'vitest';
import { forgetLesson, keepLesson, keptLesson, type KeptLesson } from './kept-lessons.ts';
import { readProgress, writeProgress } from './progress-file.ts';

const SLUGS = ['one', 'two'];
const kept = (done: readonly string[]): KeptLesson => ({
	step: done.length,
	done,
	passed: done,
	answers: { guess: 'yes' },
	actions: [{ type: 'visit', profile: 'browser', url: '/' }],
	opening: null,
	fingerprint: 'abc'
});

beforeEach(() => {
	SLUGS.forEach(forgetLesson);
});

it('what is written is read again, the choices and actions with it', () => {
	keepLesson('one', kept(['a', 'b']));
	const text = writeProgress(SLUGS);
	forgetLesson('one');
	expect(readProgress(text, SLUGS)).toEqual({ ok: true, message: '1 lesson read from the file.' });
	expect(keptLesson('one')).toEqual(kept(['a', 'b']));
	expect(keptLesson('two')).toBeNull();
});

it('a lesson in which more is done here stays', () => {
	keepLesson('one', kept(['a']));
	const text = writeProgress(SLUGS);
	keepLesson('one', kept(['a', 'b']));
	expect(readProgress(text, SLUGS)).toEqual({
		ok: true,
		message: '0 lessons read from the file. 1 lesson stayed as here, where more steps are done.'
	});
	expect(keptLesson('one')).toEqual(kept(['a', 'b']));
});

it.each([
	['no JSON', 'hello'],
	['another JSON', '{"format":"other"}'],
	['a later version', '{"format":"crumbtrail-progress","version":2,"lessons":{}}'],
	['a wrong type', '{"format":"crumbtrail-progress","version":1,"lessons":{"one":{"step":"two"}}}'],
	['nothing', '']
])('a bad file gives one message and changes nothing: %s', (_, text) => {
	keepLesson('one', kept(['a']));
	expect(readProgress(text, SLUGS)).toEqual({
		ok: false,
		message: 'This is not a progress file of Crumbtrail. Nothing was changed.'
	});
	expect(keptLesson('one')).toEqual(kept(['a']));
});
