import { describe, expect, it } from 'vitest';
import { readLessons } from '../../src/cli/lessons/read-lessons.ts';

const course = readLessons();

/** A belief, the lesson and the step that meet it, and what the step says there. */
type Place = readonly [belief: string, lesson: string, step: string, says: RegExp];

/** What learners get wrong, by its number in the list that the course was planned with. */
const MISCONCEPTIONS: readonly (readonly [number, ...Place])[] = [
	[1, 'expired rows delete themselves', '13-the-table-that-grows', 'clearsessions', /clearsessions/],
	[2, 'closing the browser ends the session on the server', '11-until-the-browser-closes', 'browser-length', /row/],
	[3, 'I use it every day, why am I logged out?', '12-fourteen-days', 'reading', /day 14/],
	[4, 'login throws me back to login', '18-the-login-that-loops', 'where', /Secure/],
	[5, 'datetime is not JSON serializable', '09-what-fits-in-a-session', 'a-date', /not JSON serializable/],
	[6, 'my cart loses the second item', '10-the-cart-that-forgets', 'two-fruits', /banana/],
	[7, 'the request has no attribute session', '07-what-session-middleware-does', 'no-middleware', /AttributeError/],
	[8, 'no such table: django_session', '07-what-session-middleware-does', 'the-middleware', /table/],
	[9, 'everybody was logged out by the deploy', '15-log-in-log-out', 'a-new-secret', /SECRET_KEY/],
	[10, 'front end on another port, no cookie', '19-two-ports', 'another-port', /3000/],
	[11, 'logged in only every other request', '24-the-login-lost-every-other-request', 'own-memory', /worker/],
	[12, 'my session cookie is too big', '22-four-kilobytes', 'too-many', /too large/],
	[13, 'two requests, one change lost', '23-the-lost-update', 'at-once', /cart/],
	[14, 'how do I read session_data?', '06-inside-django-session', 'get-decoded', /get_decoded/],
	[15, 'session_key is None', '05-a-session-is-born', 'somebody-looks', /None/],
	[16, 'delete_cookie does nothing', '03-a-cookies-attributes', 'delete', /path/],
	[17, 'two tabs, two users', '21-a-second-user-in-one-browser', 'two-tabs', /tab/],
	[18, 'why does the key change at login?', '15-log-in-log-out', 'a-new-key', /cycle_key/],
	[19, 'the test cookie says no', '04-does-this-browser-take-cookies', 'two-requests', /test/],
	[20, 'clearsessions does nothing', '13-the-table-that-grows', 'cannot', /clearsessions/],
	[21, 'it failed, was the session saved?', '10-the-cart-that-forgets', 'when-it-fails', /50\d/]
];

const WRONG_IN_PRINT: readonly Place[] = [
	['the data is deleted when the browser closes', '11-until-the-browser-closes', 'browser-length', /row/],
	['expiry is reset by every interaction', '12-fourteen-days', 'reading', /reading|saved|modified/i],
	['by default the cookie ends with the browser', '11-until-the-browser-closes', 'the-default', /default/],
	['by default the data is in the cookie', '01-the-server-remembers', 'first-request', /32 random characters/],
	['the sessionid cookie is signed', '06-inside-django-session', 'the-cookie', /does not sign/],
	['pickle is the default', '09-what-fits-in-a-session', 'pickle', /taken\s+out/],
	['complex numbers can be stored', '09-what-fits-in-a-session', 'a-date', /no complex ones/],
	['modified = True saves at once', '10-the-cart-that-forgets', 'say-it', /saves nothing by itself/],
	['a transaction prevents lost updates', '23-the-lost-update', 'a-transaction', /transaction/],
	['signed_cookies keeps sessions in memory', '14-five-engines', 'signed-cookies', /nothing of it is on the server/],
	['a row is made for every new browser', '05-a-session-is-born', 'nobody-looks', /row/],
	['a dictionary does not fit', '09-what-fits-in-a-session', 'a-number-as-a-key', /dictionary/]
];

const DATED_SPELLINGS: readonly Place[] = [
	['MIDDLEWARE_CLASSES', '07-what-session-middleware-does', 'the-middleware', /MIDDLEWARE_CLASSES/],
	['request.COOKIES.has_key', '02-visits-in-a-cookie', 'strings', /has_key/],
	['requests.session', '08-visits-on-the-server', 'into-the-session', /without an s/],
	['a cookie set on the request', '02-visits-in-a-cookie', 'one-day-later', /set on the <em>response/],
	['PickleSerializer', '09-what-fits-in-a-session', 'a-date', /PickleSerializer/],
	['base64 of hash:json', '06-inside-django-session', 'an-old-row', /hash:json/],
	['the two rows of an old tutorial', '06-inside-django-session', 'an-old-row', /vosaoain2dzw0o8bzlgsmovdbkp574us/]
];

const EXERCISES: readonly Place[] = [
	['days to seconds, beside the running site', '08-visits-on-the-server', 'a-day-passes', /second/],
	['the old cookies go first', '08-visits-on-the-server', 'two-truths', /visits/],
	['visits on the About page', '08-visits-on-the-server', 'about', /about/i],
	['the test cookie over two views, then blocked', '04-does-this-browser-take-cookies', 'blocked', /block/]
];

function textOf(slug: string, id: string): string {
	const step = course.lesson(slug).steps.find((each) => each.id === id);
	return step ? JSON.stringify(step) : '';
}

describe('what learners get wrong has its place in a lesson', () => {
	it('each of the 21 is there', () => {
		expect(MISCONCEPTIONS.map(([number]) => number)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
	});

	it.each(MISCONCEPTIONS)('%i: %s', (_number, _belief, slug, step, says) => {
		expect(textOf(slug, step)).toMatch(says);
	});

	it.each([...WRONG_IN_PRINT, ...DATED_SPELLINGS, ...EXERCISES])('%s', (_belief, slug, step, says) => {
		expect(textOf(slug, step)).toMatch(says);
	});
});
