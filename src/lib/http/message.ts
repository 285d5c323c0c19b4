/** One header line; a name may occur several times (`Set-Cookie`), and order is kept. */
export type Header = readonly [name: string, value: string];

/** A request as it travels on the wire. */
export interface HttpRequest {
	readonly method: string;
	/** Absolute, as the address bar would show it, without a fragment. */
	readonly url: string;
	readonly headers: readonly Header[];
	/** Text; on the wire it is UTF-8. */
	readonly body: string;
}

/** A response as it travels on the wire. */
export interface HttpResponse {
	readonly status: number;
	/** The reason phrase, such as "OK". */
	readonly reason: string;
	readonly headers: readonly Header[];
	/** Text; on the wire it is UTF-8. */
	readonly body: string;
}

/** The first value of a header, by case-insensitive name. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
	return headerValues(headers, name)[0];
}

/** All values of a header in their order, by case-insensitive name. */
export function headerValues(headers: readonly Header[], name: string): string[] {
	const wanted = name.toLowerCase();
	return headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
}
