import { DjangoError } from '../../error.ts';
import {
	createError,
	createUntilFree,
	updateError,
	type EngineContext,
	type SessionEngine
} from '../engine.ts';
import type { SessionSelf } from '../session-self.ts';

const VALID_KEY = /^[a-z0-9]*$/;
/** `tempfile.gettempdir()`, where `SESSION_FILE_PATH` names none. */
const TEMPORARY = '/tmp';

const utf8 = new TextEncoder();
const ascii = new TextDecoder();

/** Sessions as files in a folder: `django.contrib.sessions.backends.file`. */
export const file: SessionEngine = {
	load(self, context) {
		const path = pathOrNone(self, context);
		const held = path === null ? null : context.disk.read(path);
		if (!held) {
			if (self.key !== null) {
				const reason = path === null ? 'InvalidKey' : 'NoSuchSession';
				context.say({ type: 'session.missed', key: self.key, reason });
			}
			self.key = null;
			return self.empty();
		}
		const text = ascii.decode(held.bytes);
		if (text === '') return self.empty();
		const data = self.decode(text);
		if (self.fileExpiryAge(held.modified, data) > 0) return data;
		if (self.key !== null) context.say({ type: 'session.missed', key: self.key, reason: 'Expired' });
		self.remove(null);
		self.create();
		return self.empty();
	},

	exists(key, context, self) {
		return context.disk.read(pathOf(key ?? keyOf(self), context)) !== null;
	},

	create(self) {
		createUntilFree(self);
	},

	save(self, mustCreate, context) {
		if (self.key === null) {
			self.create();
			return;
		}
		const data = self.data(mustCreate);
		const path = pathOf(self.key, context);
		const there = context.disk.read(path) !== null;
		if (there && mustCreate) throw createError();
		if (!there && !mustCreate) throw updateError();
		if (mustCreate) context.disk.write(path, { bytes: new Uint8Array(), modified: context.now() });
		context.disk.write(path, { bytes: utf8.encode(self.encode(data)), modified: context.now() });
	},

	remove(self, key, context) {
		const doomed = key ?? self.key;
		if (doomed === null) return;
		if (context.disk.remove(pathOf(doomed, context))) context.say({ type: 'session.deleted', key: doomed });
	},

	clearExpired() {
		throw new Error('The facade clears expired files by loading each');
	}
};

/** The keys of all session files. */
export function fileKeys(context: EngineContext): string[] {
	const prefix = filePrefix(context);
	const names = context.disk.list(storageFolder(context)) ?? [];
	return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** `_get_storage_path`. @throws ImproperlyConfigured when the folder is not there */
export function storageFolder({ disk, setting }: EngineContext): string {
	const named = setting('SESSION_FILE_PATH');
	const folder = typeof named === 'string' && named !== '' ? named : TEMPORARY;
	if (disk.isFolder(folder)) return folder;
	throw new DjangoError(
		'django.core.exceptions.ImproperlyConfigured',
		`The session storage path '${folder}' doesn't exist. Please set your SESSION_FILE_PATH setting to an existing directory in which Django can store session data.`
	);
}

function filePrefix({ setting }: EngineContext): string {
	return String(setting('SESSION_COOKIE_NAME'));
}

function keyOf(self: SessionSelf<unknown>): string {
	self.key ??= self.newKey();
	return self.key;
}

/** `_key_to_file`. @throws InvalidSessionKey for a key that is no file name */
function pathOf(key: string, context: EngineContext): string {
	const folder = storageFolder(context);
	if (!VALID_KEY.test(key)) {
		throw new DjangoError(
			'django.contrib.sessions.exceptions.InvalidSessionKey',
			'Invalid characters in session key'
		);
	}
	return `${folder}/${filePrefix(context)}${key}`;
}

function pathOrNone(self: SessionSelf<unknown>, context: EngineContext): string | null {
	try {
		return pathOf(keyOf(self), context);
	} catch (error) {
		if (error instanceof DjangoError && error.type.endsWith('InvalidSessionKey')) return null;
		throw error;
	}
}
