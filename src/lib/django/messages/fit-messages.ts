/** The cookie of messages may be this long: half of what servers take of headers. */
export const COOKIE_LIMIT = 2048;
/** Stands last in a cookie that did not take all messages. */
const NOT_FINISHED = '"__messagesnotfinished__"';

/** What goes into the cookie, and how many messages did not fit. */
export interface FittedMessages {
	/** The cookie's text; `null` when there is nothing to store. */
	readonly cookie: string | null;
	/** So many messages, the oldest or the newest of them, go elsewhere. */
	readonly left: number;
}

/**
 * `CookieStorage._store`: as many messages as the cookie takes.
 * @param messages each as JSON
 * @param encode makes the cookie's text of the JSON of a list
 * @param keepNewest the oldest are left out; otherwise the newest
 * @param bisects newer versions look for the number by halving; older ones take one after the other out
 */
export function fitMessages(
	messages: readonly string[],
	encode: (json: string) => string,
	keepNewest: boolean,
	bisects: boolean
): FittedMessages {
	if (messages.length === 0) return { cookie: null, left: 0 };
	const whole = encode(`[${messages.join(',')}]`);
	if (whole.length <= COOKIE_LIMIT) return { cookie: whole, left: 0 };
	const kept = (left: number) =>
		keepNewest ? messages.slice(left) : messages.slice(0, messages.length - left);
	const cookieOf = (left: number) => encode(`[${[...kept(left), NOT_FINISHED].join(',')}]`);
	const isTooLong = (left: number) => cookieOf(left).length > COOKIE_LIMIT;
	const left = (bisects ? byHalving : oneByOne)(messages.length, isTooLong);
	return { cookie: cookieOf(left), left };
}

function oneByOne(count: number, isTooLong: (left: number) => boolean): number {
	let left = 1;
	while (left < count && isTooLong(left)) left += 1;
	return left;
}

function byHalving(count: number, isTooLong: (left: number) => boolean): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (isTooLong(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}
