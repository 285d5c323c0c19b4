/** The draft of RFC 6265bis that this jar follows, and whose steps its decisions cite. */
export const DRAFT = 'draft-ietf-httpbis-rfc6265bis-22';

/** Steps of the storage model (section 5.7) and of parsing (5.6) at which a Set-Cookie is refused. */
export const STORE_STEP = {
	ignored: '5.7.1',
	empty: '5.7.2',
	controlCharacter: '5.6.1',
	size: '5.6.5',
	publicSuffix: '5.7.9',
	domain: '5.7.10',
	secureConnection: '5.7.13',
	httpOnlyFromScript: '5.7.15',
	leaveSecureAlone: '5.7.16',
	sameSite: '5.7.18',
	sameSiteNone: '5.7.19',
	securePrefix: '5.7.20',
	hostPrefix: '5.7.21',
	namelessPrefix: '5.7.22',
	overwriteHttpOnly: '5.7.23'
} as const;

/** The requirements of the retrieval algorithm (section 5.8.3, step 1). */
export const SEND_STEP = '5.8.3.1';
