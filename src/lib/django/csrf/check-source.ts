import type { VersionBehaviour } from '../versions.ts';
import { refusal, type CsrfRefusal } from './refusal.ts';

/** Where a request comes from, as its headers say. */
export interface RequestSource {
	readonly secure: boolean;
	/** The request's own host with its port; `null` when ALLOWED_HOSTS does not take it. */
	readonly host: string | null;
	readonly port: string;
	readonly origin: string | null;
	readonly referer: string | null;
}

export interface TrustedSources {
	/** `CSRF_TRUSTED_ORIGINS`. */
	readonly origins: readonly string[];
	/** `CSRF_COOKIE_DOMAIN`, or with `CSRF_USE_SESSIONS` `SESSION_COOKIE_DOMAIN`. */
	readonly domain: string | null;
}

/** The check of Origin or, for https without one, of Referer. @returns `null` when the request may go on */
export function checkSource(
	source: RequestSource,
	trusted: TrustedSources,
	version: VersionBehaviour
): CsrfRefusal | null {
	if (source.origin !== null && version.csrfChecksOrigin) {
		return originIsGood(source.origin, source, trusted)
			? null
			: refusal('BadOrigin', `Origin checking failed - ${source.origin} does not match any trusted origins.`);
	}
	return source.secure ? checkReferer(source, trusted, version) : null;
}

function originIsGood(origin: string, { secure, host }: RequestSource, { origins }: TrustedSources): boolean {
	if (host !== null && origin === `${secure ? 'https' : 'http'}://${host}`) return true;
	if (origins.includes(origin) && !origin.includes('*')) return true;
	const { scheme, netloc } = split(origin);
	return origins
		.filter((pattern) => pattern.includes('*'))
		.map(split)
		.some((pattern) => pattern.scheme === scheme && isSameDomain(netloc, withoutStar(pattern.netloc)));
}

function checkReferer(
	{ referer, host, port }: RequestSource,
	{ origins, domain }: TrustedSources,
	version: VersionBehaviour
): CsrfRefusal | null {
	if (referer === null) return refusal('NoReferer', 'Referer checking failed - no Referer.');
	const { scheme, netloc } = split(referer);
	if (scheme === '' || netloc === '') {
		return refusal('MalformedReferer', 'Referer checking failed - Referer is malformed.');
	}
	if (scheme !== 'https') {
		return refusal('InsecureReferer', 'Referer checking failed - Referer is insecure while host is secure.');
	}
	const hosts = version.csrfChecksOrigin
		? origins.map((origin) => withoutStar(split(origin).netloc))
		: origins;
	const own = domain === null ? host : ['443', '80'].includes(port) ? domain : `${domain}:${port}`;
	const good = own === null ? hosts : [...hosts, own];
	if (good.some((pattern) => isSameDomain(netloc, pattern))) return null;
	return refusal('BadReferer', `Referer checking failed - ${referer} does not match any trusted origins.`);
}

/** Scheme and network location of an address, as `urlsplit` takes them; empty where there is none. */
function split(url: string): { scheme: string; netloc: string } {
	const match = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?:\/\/([^/?#]*))?/.exec(url);
	return { scheme: (match?.[1] ?? '').toLowerCase(), netloc: match?.[2] ?? '' };
}

function withoutStar(netloc: string): string {
	return netloc.replace(/^\*+/, '');
}

/** `is_same_domain`: a pattern with a leading dot takes the domain itself and all below it. */
function isSameDomain(host: string, pattern: string): boolean {
	if (pattern === '') return false;
	const lower = pattern.toLowerCase();
	const below = lower.startsWith('.') && (host.endsWith(lower) || host === lower.slice(1));
	return below || lower === host;
}
