import { signText, unsignText } from '../../signing.ts';
import type { EngineContext, SessionEngine } from '../engine.ts';
import type { SessionSelf } from '../session-self.ts';

const SALT = 'django.contrib.sessions.backends.signed_cookies';

/** The whole session in the cookie, signed and readable: `django.contrib.sessions.backends.signed_cookies`. */
export const signed_cookies: SessionEngine = {
	load(self, context) {
		const data = readCookie(self, context);
		if (data !== null) return data;
		self.create();
		return self.empty();
	},

	exists() {
		return false;
	},

	create(self) {
		self.setModified();
	},

	save(self, _mustCreate, context) {
		const text = self.serialize(self.data(false));
		self.key = signText(text, SALT, context.signingKey(), context.now(), true);
		self.setModified();
	},

	remove(self) {
		self.key = null;
		self.setCached(self.empty());
		self.setModified();
	},

	clearExpired() {
		// Nothing is kept on the server.
	}
};

/** The data of the cookie; `null` when it does not verify, is too old or does not read. */
function readCookie<D>(self: SessionSelf<D>, context: EngineContext): D | null {
	const key = self.key ?? '';
	const read = unsignText(key, SALT, context.signingKey(), self.cookieAge(), context.now());
	if ('refused' in read) {
		const expired = read.refused === 'SignatureExpired';
		const reason = expired ? 'ExpiredCookie' : key.includes(':') ? 'BadSignature' : 'NotSigned';
		if (key) context.say({ type: 'session.missed', key, reason });
		return null;
	}
	return self.tryDeserialize(read.data);
}
