/** The draft whose steps the decisions cite. */
export const DRAFT = 'draft-ietf-httpbis-rfc6265bis-22';

/** Most octets of a name and its value together (section 5.6, step 5). */
export const MAX_NAME_VALUE_OCTETS = 4096;

/** Most octets of an attribute's value; a longer one is as if it were absent (section 5.6). */
export const MAX_ATTRIBUTE_OCTETS = 1024;

/** The longest lifetime of a cookie, in microseconds: 400 days (section 5.5). */
export const MAX_LIFETIME_MICROS = 400 * 86_400 * 1_000_000;
