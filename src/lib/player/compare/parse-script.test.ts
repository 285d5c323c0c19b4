import { describe, expect, it } from 'vitest';
import { MOST_STEPS, parseScript } from './parse-script.ts';
import type { ScriptCommand } from './script-commands.ts';

const action = (action: Extract<ScriptCommand, { kind: 'action' }>['action']): ScriptCommand => ({
	kind: 'action',
	action
});
const profile = 'browser';

describe('a line that can be read', () => {
	it.each<[string, ScriptCommand]>([
		['visit /', action({ type: 'visit', profile, url: '/' })],
		['  visit /add/?n=2#top', action({ type: 'visit', profile, url: '/add/?n=2#top' })],
		['phone: visit /', action({ type: 'visit', profile: 'phone', url: '/' })],
		['visit /   # the basket', action({ type: 'visit', profile, url: '/' })],
		[
			'post /login/ name=ada word="lace and ink" empty=',
			action({
				type: 'submit',
				profile,
				to: '/login/',
				data: { name: 'ada', word: 'lace and ink', empty: '' }
			})
		],
		['reload', action({ type: 'reload', profile })],
		['close browser', action({ type: 'closeBrowser', profile })],
		['phone: close browser', action({ type: 'closeBrowser', profile: 'phone' })],
		['tamper sessionid', { kind: 'tamper', profile, name: 'sessionid' }],
		['thief: copy cookie sessionid', { kind: 'copy', profile: 'thief', name: 'sessionid' }],
		['put cookie a=b=c', action({ type: 'putCookie', profile, name: 'a', value: 'b=c' })],
		['delete cookie sessionid', action({ type: 'deleteCookie', profile, name: 'sessionid' })],
		['block cookies', action({ type: 'blockCookies', profile, blocked: true })],
		['allow cookies', action({ type: 'blockCookies', profile, blocked: false })],
		['advance 1h30m', action({ type: 'advance', by: '1h30m' })],
		['restart', action({ type: 'restart' })],
		['workers 2', action({ type: 'workers', count: 2 })],
		['next worker 2', action({ type: 'nextWorker', worker: 2 })],
		['empty caches', action({ type: 'emptyCaches' })],
		['clearsessions', action({ type: 'manage', command: 'clearsessions' })],
		['manage check --deploy', action({ type: 'manage', command: 'check --deploy' })],
		['shell print(1)', action({ type: 'shell', code: 'print(1)' })],
		['sql SELECT 1', action({ type: 'sql', sql: 'SELECT 1' })],
		["set SECRET_KEY = 'new'", { kind: 'set', name: 'SECRET_KEY', to: "'new'" }],
		['rotate secret key', action({ type: 'rotateSecretKey', keepOld: false })],
		['rotate secret key, keep the old one', action({ type: 'rotateSecretKey', keepOld: true })],
		['django 3.2', action({ type: 'deploy', django: '3.2' })],
		['lock database', action({ type: 'lockDatabase', against: 'writes' })],
		['fill disk', action({ type: 'fillDisk' })]
	])('%s', (text, command) => {
		const shown = text.replace(/ +# .*/, '').trim();
		expect(parseScript(text)).toEqual({
			steps: [{ line: 1, text: shown, command }],
			problems: []
		});
	});
});

describe('a line that cannot', () => {
	it.each([
		['vist /', 1, 'There is no command "vist". Did you mean "visit"?'],
		['close brwser', 1, 'There is no command "close brwser". Did you mean "close browser"?'],
		['  clear-sessions', 3, 'There is no command "clear-sessions". Did you mean "clearsessions"?'],
		['dance', 1, 'There is no command "dance". The list of commands stands under the script.'],
		['visit', 6, 'Something is missing: visit /address/'],
		['visit / now', 7, 'An address has no spaces.'],
		['restart twice', 9, 'Nothing comes after "restart".'],
		['phone: restart', 1, '"restart" is not about a browser. Leave "phone:" away.'],
		['advance soon', 9, 'soon is not a duration. Write it like 90s, 5m, 1h30m or 14d.'],
		['workers 0', 9, '0 is not a whole number from 1 to 8.'],
		['django 4.0', 8, 'Django 4.0 is not here. There are 3.2, 4.2, 5.2, 6.1.'],
		['set DEBUG', 5, 'A setting is written NAME = value.'],
		['post /login/ ada', 6, 'ada is not name=value.'],
		['put cookie x', 12, 'A cookie is written name=value.'],
		['', 1, 'The script is empty. Begin with "visit /".']
	])('%s', (text, column, says) => {
		expect(parseScript(text)).toEqual({ steps: [], problems: [{ line: 1, column, says }] });
	});
});

it('reads on after a line that it cannot read', () => {
	const { steps, problems } = parseScript('visit /\n\n# two\nrestat\nvisit /\n');
	expect(steps.map(({ line }) => line)).toEqual([1, 5]);
	expect(problems.map(({ line }) => line)).toEqual([4]);
});

it('stops at the longest script', () => {
	const { steps, problems } = parseScript('visit /\n'.repeat(MOST_STEPS + 5));
	expect(steps).toHaveLength(MOST_STEPS);
	expect(problems).toEqual([{ line: MOST_STEPS + 1, column: 1, says: 'A script has at most 60 steps.' }]);
});
