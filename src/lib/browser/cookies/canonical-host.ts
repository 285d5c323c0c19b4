/** Characters that would end a host in an address, or that browsers refuse in the Domain attribute. */
const NOT_IN_HOST = /[%/\\?#@:\s]/;

/** Section 5.1.2: a host in lower case and punycode. @returns `null` when it is not a host */
export function canonicalHost(text: string): string | null {
	if (text === '' || (NOT_IN_HOST.test(text) && !text.startsWith('['))) return null;
	if (PLAIN.test(text)) return text;
	const address = `http://${text}/`;
	if (!URL.canParse(address)) return null;
	const { hostname, port, username, pathname } = new URL(address);
	return port === '' && username === '' && pathname === '/' ? hostname : null;
}

/** Already canonical; the last label is no number, so that it is no odd way to write an IP address. */
const PLAIN = /^[a-z\d_-]+(?:\.[a-z\d_-]+)*\.[a-z]+$/;
