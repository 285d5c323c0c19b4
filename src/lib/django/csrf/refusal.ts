/** Why a form is refused. */
export type CsrfReason =
	| 'BadOrigin'
	| 'NoReferer'
	| 'MalformedReferer'
	| 'InsecureReferer'
	| 'BadReferer'
	| 'NoCookie'
	| 'BadCookie'
	| 'TokenMissing'
	| 'TokenMalformed'
	| 'TokenIncorrect';

/** A refusal, with Django's own message. */
export interface CsrfRefusal {
	readonly reason: CsrfReason;
	readonly message: string;
}

export function refusal(reason: CsrfReason, message: string): CsrfRefusal {
	return { reason, message };
}
