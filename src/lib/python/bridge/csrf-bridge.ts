import { checkSource, type RequestSource, type TrustedSources } from '../../django/csrf/check-source.ts';
import { checkToken } from '../../django/csrf/check-token.ts';
import { formatProblem, maskSecret, secretOf } from '../../django/csrf/token.ts';
import type { VersionBehaviour } from '../../django/versions.ts';
import type { BridgeFunction } from '../interpreter/python-space.ts';

/** What `django.middleware.csrf` asks of the host. */
export function csrfBridge(version: VersionBehaviour): Readonly<Record<string, BridgeFunction>> {
	return {
		'csrf.mask': maskSecret,
		'csrf.secret_of': secretOf,
		'csrf.format_problem': formatProblem,
		'csrf.check_source': (source: string, trusted: string) =>
			checkSource(JSON.parse(source) as RequestSource, JSON.parse(trusted) as TrustedSources, version)
				?.message ?? null,
		'csrf.check_token': (held: string | null, given: string | null, from: string) =>
			checkToken(held, given, from)?.message ?? null
	};
}
