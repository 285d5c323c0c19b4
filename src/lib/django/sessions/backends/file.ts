import { DjangoError } from '../../error.ts';
import { createError, createUntilFree, updateError, type SessionEngine } from '../engine.ts';
import type { SessionSelf } from '../session-self.ts';

const utf8 = new TextDecoder();

/** Sessions as files in a folder: `django.contrib.sessions.backends.file`. */
export const file: SessionEngine = {
	load(self, context) {
		const path = pathOrNone(self);
		const held = path === null ? null : context.disk.read(path);
		if (!held) {
			if (self.key !== null) {
				const reason = path === null ? 'InvalidKey' : 'NoSuchSession';
				context.say({ type: 'session.missed', key: self.key, reason });
			}
			self.key = null;
			return self.empty();
		}
		const text = textOf(held.bytes);
		if (text === '') return self.empty();
		const data = self.decode(text);
		if (self.fileExpiryAge(data) > 0) return data;
		if (self.key !== null) context.say({ type: 'session.missed', key: self.key, reason: 'ExpiredFile' });
		self.remove(null);
		self.create();
		return self.empty();
	},

	exists(key, context, self) {
		return context.disk.read(pathOf(key ?? keyOf(self), self)) !== null;
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
		// Loading may have found the session gone, and its key with it.
		const path = pathOf(keyOf(self), self);
		const there = context.disk.read(path) !== null;
		const folderThere = context.disk.isFolder(path.slice(0, path.lastIndexOf('/')) || '/');
		// Django takes a folder that is gone for a file that is gone: no word of it.
		if (mustCreate && !folderThere) return;
		if (there && mustCreate) throw createError();
		if (!there && !mustCreate) throw updateError();
		if (mustCreate) context.disk.write(path, { bytes: new Uint8Array(), modified: context.now() });
		const bytes = new TextEncoder().encode(self.encode(data));
		if (context.disk.full) {
			// Django catches every OSError of this write, and says no word of it.
			context.say({ type: 'session.unwritten', key: self.key, left: mustCreate ? 'empty' : 'old' });
			return;
		}
		context.disk.write(path, { bytes, modified: context.now() });
	},

	remove(self, key, context) {
		const doomed = key ?? self.key;
		if (doomed === null) return;
		if (context.disk.remove(pathOf(doomed, self))) context.say({ type: 'session.deleted', key: doomed });
	},

	clearExpired() {
		throw new Error('The facade clears expired files by loading each');
	}
};

/** Whether there is a name for the file of a session's key. */
function pathOrNone(self: SessionSelf<unknown>): string | null {
	return self.filePath(keyOf(self));
}

/** @throws InvalidSessionKey for a key that is no file name */
function pathOf(key: string, self: SessionSelf<unknown>): string {
	const path = self.filePath(key);
	if (path !== null) return path;
	throw new DjangoError(
		'django.contrib.sessions.exceptions.InvalidSessionKey',
		'Invalid characters in session key'
	);
}

function keyOf(self: SessionSelf<unknown>): string {
	self.key ??= self.newKey();
	return self.key;
}

/** A file's text. @throws UnicodeDecodeError when it is not ASCII */
function textOf(bytes: Uint8Array): string {
	const at = bytes.findIndex((byte) => byte > 127);
	if (at < 0) return utf8.decode(bytes);
	const why = 'ordinal not in range(128)';
	throw new DjangoError('UnicodeDecodeError', why, ['ascii', bytes, at, at + 1, why]);
}
