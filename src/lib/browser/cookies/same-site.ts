import { MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';
import type { Cookie, SameSite } from './cookie.ts';
import type { SameSiteContext } from './request-context.ts';

export type SameSiteRefusal =
	'SchemefulSameSiteLax' | 'SchemefulSameSiteStrict' | 'SchemefulSameSiteUnspecifiedTreatedAsLax';

/** A cookie without SameSite goes along on a cross-site top-level POST while it is at most so old. */
const LAX_ALLOW_UNSAFE_MICROS = 120 * MICROS_PER_SECOND;

const RANK: Readonly<Record<SameSiteContext, number>> = {
	'cross-site': 0,
	'lax-unsafe': 1,
	lax: 2,
	strict: 3
};

/** Why SameSite keeps a cookie from a request; `null`: it does not (section 5.8.3, step 1). */
export function sameSiteSendRefusal(
	cookie: Cookie,
	context: SameSiteContext,
	now: EpochMicros
): SameSiteRefusal | null {
	switch (cookie.sameSite) {
		case 'none':
			return null;
		case 'strict':
			return context === 'strict' ? null : 'SchemefulSameSiteStrict';
		case 'lax':
			return RANK[context] >= RANK.lax ? null : 'SchemefulSameSiteLax';
		case null: {
			const young = now - cookie.created <= LAX_ALLOW_UNSAFE_MICROS;
			const enough = young ? RANK['lax-unsafe'] : RANK.lax;
			return RANK[context] >= enough ? null : 'SchemefulSameSiteUnspecifiedTreatedAsLax';
		}
		default:
			return cookie.sameSite satisfies never;
	}
}

/** Why SameSite keeps a cookie from being stored; `null`: it does not (section 5.7, steps 15 and 16). */
export function sameSiteStoreRefusal(sameSite: SameSite, context: SameSiteContext): SameSiteRefusal | null {
	if (sameSite === 'none' || RANK[context] >= RANK.lax) return null;
	if (sameSite === 'strict') return 'SchemefulSameSiteStrict';
	return sameSite === 'lax' ? 'SchemefulSameSiteLax' : 'SchemefulSameSiteUnspecifiedTreatedAsLax';
}
