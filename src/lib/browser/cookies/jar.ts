// INTERIM (lead): just enough of a jar to run the world until the jar helper's lands. Replace freely.
import { instant, type EpochMicros } from '../../time/instant.ts';
import type { Cookie } from './cookie.ts';
import type { SendDecision, StoreDecision } from './decisions.ts';
import type { RequestContext } from './request-context.ts';

export class CookieJar {
	preferences = { blockAll: false, blockThirdParty: false, blockedSites: [] as readonly string[] };
	#cookies: Cookie[] = [];
	#order = 0;
	receive(lines: readonly string[], context: RequestContext, now: EpochMicros): StoreDecision[] {
		if (this.preferences.blockAll) return lines.map((header, line) => ({ outcome: 'refused', line, header, name: header.split('=')[0] ?? '', reasons: [{ reason: 'UserPreferences', step: null }] }));
		return lines.map((header, line) => this.#store(header, line, context, now));
	}
	#store(header: string, line: number, { url }: RequestContext, now: EpochMicros): StoreDecision {
		const [first = '', ...attrs] = header.split(';').map((part) => part.trim());
		const at = first.indexOf('=');
		const name = at < 0 ? '' : first.slice(0, at), value = at < 0 ? first : first.slice(at + 1);
		const { hostname, pathname } = new URL(url);
		const a = new Map(attrs.map((x) => [x.split('=')[0]!.toLowerCase(), x.slice(x.indexOf('=') + 1)] as const));
		let expires: EpochMicros | null = null;
		const maxAge = a.get('max-age');
		if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) expires = instant(Number(maxAge) <= 0 ? 0 : now + Math.min(Number(maxAge), 34_560_000) * 1e6);
		else if (a.has('expires') && !Number.isNaN(Date.parse(a.get('expires')!))) expires = instant(Date.parse(a.get('expires')!) * 1000);
		const domain = a.get('domain')?.replace(/^\./, '').toLowerCase();
		if (domain && domain !== hostname && !hostname.endsWith('.' + domain)) return { outcome: 'refused', line, header, name, reasons: [{ reason: 'InvalidDomain', step: null }] };
		const secure = attrs.some((x) => /^secure$/i.test(x));
		if (secure && url.startsWith('http:') && !/^(127\.|localhost$)/.test(hostname)) return { outcome: 'refused', line, header, name, reasons: [{ reason: 'SecureOnly', step: null }] };
		const path = a.get('path')?.startsWith('/') ? a.get('path')! : pathname.slice(0, pathname.lastIndexOf('/')) || '/';
		const old = this.#cookies.find((c) => c.name === name && c.domain === (domain ?? hostname) && c.hostOnly === !domain && c.path === path) ?? null;
		this.#cookies = this.#cookies.filter((c) => c !== old);
		this.#order += 1;
		if (expires !== null && expires <= now) return { outcome: 'deleted', line, name, removed: old };
		const keep = old && old.value === value;
		const s = a.get('samesite')?.toLowerCase();
		const cookie: Cookie = { name, value, domain: domain ?? hostname, hostOnly: !domain, path, expires, secure, httpOnly: attrs.some((x) => /^httponly$/i.test(x)), sameSite: s === 'lax' || s === 'strict' || s === 'none' ? s : null, priority: 'medium', created: keep ? old.created : now, lastAccess: now, order: keep ? old.order : this.#order };
		this.#cookies.push(cookie);
		return { outcome: 'stored', line, cookie, replaced: old, evicted: [] };
	}
	cookiesFor({ url }: RequestContext, now: EpochMicros): { header: string; decisions: SendDecision[] } {
		const { hostname, pathname } = new URL(url);
		const decisions = this.list(now).map((cookie): SendDecision => {
			const path = pathname === cookie.path || pathname.startsWith(cookie.path.endsWith('/') ? cookie.path : cookie.path + '/');
			const domain = cookie.hostOnly ? hostname === cookie.domain : hostname === cookie.domain || hostname.endsWith('.' + cookie.domain);
			if (this.preferences.blockAll) return { outcome: 'withheld', cookie, reasons: [{ reason: 'UserPreferences', step: null }] };
			if (!domain) return { outcome: 'withheld', cookie, reasons: [{ reason: 'DomainMismatch', step: null }] };
			return path ? { outcome: 'sent', cookie } : { outcome: 'withheld', cookie, reasons: [{ reason: 'NotOnPath', step: null }] };
		});
		return { header: decisions.filter((d) => d.outcome === 'sent').map(({ cookie: c }) => (c.name ? `${c.name}=${c.value}` : c.value)).join('; '), decisions };
	}
	list(now: EpochMicros): Cookie[] {
		return this.#cookies.filter((c) => c.expires === null || c.expires > now).sort((x, y) => y.path.length - x.path.length || x.order - y.order);
	}
	expire(now: EpochMicros): Cookie[] {
		const gone = this.#cookies.filter((c) => c.expires !== null && c.expires <= now);
		this.#cookies = this.#cookies.filter((c) => !gone.includes(c));
		return gone;
	}
	closeBrowser(): Cookie[] {
		const gone = this.#cookies.filter((c) => c.expires === null);
		this.#cookies = this.#cookies.filter((c) => c.expires !== null);
		return gone;
	}
	deleteByName(name: string): Cookie[] {
		const gone = this.#cookies.filter((c) => c.name === name);
		this.#cookies = this.#cookies.filter((c) => c.name !== name);
		return gone;
	}
	put(name: string, value: string, url: string, now: EpochMicros): Cookie {
		const old = this.#cookies.find((c) => c.name === name);
		this.#order += 1;
		const cookie: Cookie = old ? { ...old, value } : { name, value, domain: new URL(url).hostname, hostOnly: true, path: '/', expires: null, secure: false, httpOnly: false, sameSite: null, priority: 'medium', created: now, lastAccess: now, order: this.#order };
		this.#cookies = [...this.#cookies.filter((c) => c !== old), cookie];
		return cookie;
	}
}
