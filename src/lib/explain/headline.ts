import type { WorldEvent, WorldEventType } from '../world/events.ts';

/**
 * Which event of a step its one explanation is about: the higher, the more telling. A failure before a success,
 * a change before a look, a session before the machinery around it.
 */
const WEIGHT: Readonly<Record<WorldEventType, number>> = {
	'exchange.failed': 100,
	'exchange.cancelled': 101,
	'view.raised': 95,
	'cookie.refused': 92,
	'middleware.answered': 90,
	'session.missed': 88,
	'route.missed': 88,
	'auth.login': 87,
	'auth.logout': 87,
	'session.key-cycled': 86,
	'session.deleted': 85,
	'session.created': 72,
	'session.saved': 84,
	'session.unwritten': 91,
	'session.not-saved': 80,
	'wire.broken': 98,
	'worker.killed': 101,
	'cache.emptied': 69,
	'cache.evicted': 69,
	'database.locked': 69,
	'database.unlocked': 69,
	'disk.filled': 69,
	'disk.freed': 69,
	'secret-key.rotated': 98,
	'browser.clock-set': 69,
	'stored-session.destroyed': 71,
	'session.changed': 78,
	'auth.resolved': 75,
	'session.loaded': 74,
	'cookie.removed': 83,
	'cookie.stored': 82,
	'cookie.evicted': 70,
	'response.cookie-set': 76,
	'session.attached': 68,
	'cookies.attached': 66,
	'cookie.withheld': 64,
	'redirect.followed': 62,
	'page.rendered': 60,
	'response.sent': 59,
	'response.ready': 40,
	'request.sent': 58,
	'request.received': 57,
	'route.matched': 56,
	'session.read': 54,
	'log.written': 53,
	'console.printed': 52,
	'view.returned': 44,
	'view.started': 42,
	'sql.executed': 38,
	'response.header-set': 36,
	'middleware.entered': 34,
	'middleware.left': 34,
	'navigation.started': 32,
	'cookie.attached': 30,
	'exchange.started': 10,
	'exchange.ended': 5,
	'row.deleted': 71,
	'command.ran': 69,
	'sql.ran': 69,
	'row.expired': 67,
	'cookie.expired': 65,
	'clock.advanced': 55,
	'cron.set': 50,
	'cron.started': 52,
	'cron.skipped': 56,
	'browser.closed': 69,
	'browser.opened': 69,
	'browser.blocked': 69,
	'browser.crashed': 69,
	'browser.start-up': 69,
	'browser.preferences': 69,
	'tab.opened': 50,
	'tab.closed': 50,
	'tab.picked': 45,
	'site.cleared': 69,
	'resource.loaded': 60,
	'fetch.answered': 60,
	'script.wrote': 50,
	'script.read': 66,
	'cookie.edited': 69,
	'cookie.cleared': 69,
	'files.edited': 51,
	'engine.switched': 97,
	'django.switched': 98,
	'server.started': 48,
	'workers.set': 60,
	'worker.picked': 45,
	'worker.chosen': 40,
	'server.stopped': 46
};

/**
 * The event that a step's explanation is about: the weightiest, and of equals the last. `null` without events.
 * `storeShown`: the session store is on show. Without it, a session that came and went empty is machinery.
 */
export function headline(events: readonly WorldEvent[], storeShown = true): WorldEvent | null {
	const weigh = (event: WorldEvent) => (!storeShown && isIdleSession(event) ? IDLE : weight(event));
	return events.reduce<WorldEvent | null>(
		(best, event) => (best === null || weigh(event) >= weigh(best) ? event : best),
		null
	);
}

const FAILED = 79;

/** Above the middleware that brings it, below all that a learner sees. */
const IDLE = 37;

function isIdleSession(event: WorldEvent): boolean {
	return (
		event.type === 'session.attached' || (event.type === 'session.not-saved' && event.reason === 'Empty')
	);
}

/**
 * A server that does not start outweighs the edit that caused it; a statement or a response that fails, what went on
 * before, but for the session that was not saved for it.
 */
function weight(event: WorldEvent): number {
	if (event.type === 'sql.executed' && event.failed !== undefined) return FAILED;
	if (event.type === 'response.sent' && event.status >= 500) return FAILED;
	if (event.type === 'session.not-saved' && event.reason === 'Empty') return FAILED;
	// In a view it has been said before; of a middleware that raises this is all there is.
	if (event.type === 'log.written' && event.raised) return 89;
	return event.type === 'server.started' && (event.error || event.broken) ? 99 : WEIGHT[event.type];
}
