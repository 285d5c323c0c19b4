const HOST = /^([a-z0-9.-]+|\[[a-f0-9]*:[a-f0-9.:]+\])(:[0-9]+)?$/;
/** What `DEBUG = True` allows where `ALLOWED_HOSTS` is empty. */
const LOCAL = ['.localhost', '127.0.0.1', '[::1]'];

/** Why `request.get_host()` refuses a Host header, in Django's words; `null` when it does not. */
export function hostProblem(raw: string, debug: boolean, allowedHosts: readonly string[]): string | null {
	const allowed = debug && allowedHosts.length === 0 ? LOCAL : allowedHosts;
	const match = HOST.exec(raw.toLowerCase());
	const domain = match?.[1]?.replace(/\.$/, '') ?? '';
	if (domain && allowed.some((pattern) => matches(domain, pattern.toLowerCase()))) return null;
	const invalid = `Invalid HTTP_HOST header: '${raw}'.`;
	return domain
		? `${invalid} You may need to add '${domain}' to ALLOWED_HOSTS.`
		: `${invalid} The domain name provided is not valid according to RFC 1034/1035.`;
}

function matches(domain: string, pattern: string): boolean {
	if (pattern === '*' || pattern === domain) return true;
	return pattern.startsWith('.') && (domain.endsWith(pattern) || domain === pattern.slice(1));
}
