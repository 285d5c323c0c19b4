import { DjangoError } from './error.ts';
import type { SigningKey } from './signing.ts';
import type { VersionBehaviour } from './versions.ts';

/**
 * The key of a project's signatures, from SECRET_KEY, SECRET_KEY_FALLBACKS and 3.2's DEFAULT_HASHING_ALGORITHM.
 * @throws DjangoError ImproperlyConfigured where there is no SECRET_KEY
 */
export function signingKeyOf(
	settings: Readonly<Record<string, unknown>>,
	version: VersionBehaviour
): SigningKey {
	const {
		SECRET_KEY: secret,
		SECRET_KEY_FALLBACKS: fallbacks,
		DEFAULT_HASHING_ALGORITHM: hashing
	} = settings;
	if (secret === '') {
		const message = 'The SECRET_KEY setting must not be empty.';
		throw new DjangoError('django.core.exceptions.ImproperlyConfigured', message);
	}
	const known = version.secretKeyFallbacks && Array.isArray(fallbacks);
	return {
		secret: String(secret),
		fallbacks: known ? fallbacks.map(String) : [],
		algorithm: version.legacyEncoding && hashing === 'sha1' ? 'sha1' : 'sha256'
	};
}
