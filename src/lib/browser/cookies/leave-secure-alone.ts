import type { Cookie } from './cookie.ts';
import { domainMatch } from './domain-match.ts';
import { pathMatch } from './path-match.ts';

/**
 * Section 5.7, step 16: whether an insecure connection may not set `fresh` because `kept` is Secure. The host-only
 * flag does not count, and paths are looked at one way only.
 */
export function leavesSecureAlone(
	fresh: Pick<Cookie, 'name' | 'domain' | 'path'>,
	kept: Pick<Cookie, 'name' | 'domain' | 'path' | 'secure'>
): boolean {
	return (
		kept.secure &&
		kept.name === fresh.name &&
		(domainMatch(fresh.domain, kept.domain) || domainMatch(kept.domain, fresh.domain)) &&
		pathMatch(fresh.path, kept.path)
	);
}
