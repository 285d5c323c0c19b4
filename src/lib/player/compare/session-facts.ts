import type { NoSaveReason, SessionMissReason } from '../../django/events.ts';
import type { WorldEvent } from '../../world/events.ts';

const MISSED: Readonly<Record<SessionMissReason, string>> = {
	NoSuchSession: 'nothing under its key',
	OtherWorker: 'another worker has it',
	Expired: 'it has expired',
	ExpiredFile: 'it has expired',
	ExpiredCookie: 'it has expired',
	BadSignature: 'its signature does not fit',
	NotSigned: 'the cookie is not signed',
	BadData: 'its data do not decode',
	InvalidKey: 'not a session key'
};

const NOT_SAVED: Readonly<Record<NoSaveReason, string | null>> = {
	NotModified: 'nothing to save',
	Empty: null,
	ServerError: 'not saved after an error',
	NoSession: null,
	Interrupted: 'interrupted: it was deleted meanwhile'
};

/** What Django did with the session, in a few words, in order. One that starts empty is not said to be found. */
export function sessionChanges(events: readonly WorldEvent[]): string[] {
	const missed = events.some(({ type }) => type === 'session.missed');
	const told = missed ? events.filter(({ type }) => type !== 'session.loaded') : events;
	return [...new Set(told.map(wordsFor).filter((words) => words !== null))];
}

function wordsFor(event: WorldEvent): string | null {
	switch (event.type) {
		case 'session.loaded':
			return 'found';
		case 'session.missed':
			return `starts empty: ${MISSED[event.reason]}`;
		case 'session.created':
			return 'new key';
		case 'session.saved':
			return 'saved';
		case 'session.unwritten':
			return 'not written, the disk is full';
		case 'session.not-saved':
			return NOT_SAVED[event.reason];
		case 'session.deleted':
			return 'deleted';
		case 'session.key-cycled':
			return 'key changed';
		default:
			return null;
	}
}
