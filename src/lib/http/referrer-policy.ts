/** The values of the header Referrer-Policy (W3C Referrer Policy, section 3), in the alphabet's order. */
export const REFERRER_POLICIES = [
	'no-referrer',
	'no-referrer-when-downgrade',
	'origin',
	'origin-when-cross-origin',
	'same-origin',
	'strict-origin',
	'strict-origin-when-cross-origin',
	'unsafe-url'
] as const;

/** What a page or a link may name; a browser's default is `strict-origin-when-cross-origin`. */
export type ReferrerPolicy = (typeof REFERRER_POLICIES)[number];
