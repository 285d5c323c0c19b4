import { describe, expect, it } from 'vitest';
import { parseCookieDate } from './parse-date.ts';

function iso(text: string): string | null {
	const at = parseCookieDate(text);
	return at === null ? null : new Date(at / 1000).toISOString().replace('.000Z', 'Z');
}

describe('5.1.1: the dates of the http-state corpus', () => {
	it.each([
		['Mon, 10-Dec-2007 17:02:24 GMT', '2007-12-10T17:02:24Z'],
		['Wed, 09 Dec 2009 16:27:23 GMT', '2009-12-09T16:27:23Z'],
		['Thursday, 01-Jan-1970 00:00:00 GMT', '1970-01-01T00:00:00Z'],
		['Mon Dec 10 16:32:30 2007 GMT', '2007-12-10T16:32:30Z'],
		['Wednesday, 01-Jan-10 00:00:00 GMT', '2010-01-01T00:00:00Z'],
		['Mon, 10-Dec-07 20:35:03 GMT', '2007-12-10T20:35:03Z'],
		['Saturday, 8-Dec-2012 21:24:09 GMT', '2012-12-08T21:24:09Z'],
		['Thu, 31 Dec 23:55:55 2037 GMT', '2037-12-31T23:55:55Z'],
		['Sun,  9 Dec 2012 13:42:05 GMT', '2012-12-09T13:42:05Z'],
		['Wed Dec 12 2007 08:44:07 GMT-0500 (EST)', '2007-12-12T08:44:07Z'],
		['Sun, 1-Jan-1995 00:00:00 GMT', '1995-01-01T00:00:00Z'],
		['Wednesday, 01-Jan-10 0:0:00 GMT', '2010-01-01T00:00:00Z'],
		['Thu, 10 Dec 2009 13:57:2 GMT', '2009-12-10T13:57:02Z']
	])('%s', (text, expected) => {
		expect(iso(text)).toBe(expected);
	});
});

describe('where Chromium and the draft go different ways', () => {
	it.each([
		['6 Sep 12026 08:49:37', '+012026-09-06T08:49:37Z'],
		['6 Sep 126 08:49:37', '0126-09-06T08:49:37Z'],
		['6 Sep 1600 08:49:37', '1600-09-06T08:49:37Z'],
		['6 Sep 2026 008:49:37', '2026-09-06T08:49:37Z'],
		['6 Sep 2026 08:49:37Z', null],
		['6th Sep 2026 08:49:37', null],
		['6 Sep 2026AD 08:49:37', null],
		['6 Sep 2026 08:49:37:00', null],
		['Mon, 01-Jan-2011 00: 00:00 GMT', null]
	])('%s', (text, expected) => {
		expect(iso(text)).toBe(expected);
	});
});

describe('there is no such date', () => {
	it.each([
		'',
		'Session',
		'0',
		'6 Sep 2026',
		'Sep 2026 08:49:37',
		'6 2026 08:49:37',
		'31 Apr 2026 08:49:37',
		'29 Feb 2027 00:00:00',
		'0 Sep 2026 08:49:37',
		'32 Sep 2026 08:49:37',
		'6 Sep 2026 24:00:00',
		'6 Sep 2026 08:60:00',
		'6 Sep 2026 08:49:60'
	])('%j', (text) => {
		expect(parseCookieDate(text)).toBeNull();
	});
});
