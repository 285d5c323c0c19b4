import type { PythonError } from '../../lib/django/events.ts';
import { headerValue } from '../../lib/http/message.ts';
import { formatInstant } from '../../lib/time/instant.ts';
import { DEFAULT_DATABASE } from '../../lib/world/databases.ts';
import type { Flight } from '../../lib/world/flights.ts';
import type { Step } from '../../lib/world/scenario-file/scenario-schema.ts';
import { sessionRows } from '../../lib/world/session-rows.ts';
import type { ActionAnswer } from '../../lib/world/action-answer.ts';
import type { Applied, World } from '../../lib/world/world.ts';

/** The result of a step, as the replay format has it; what the world said stands beside it under `events`. */
export function stepResult(world: World, step: Step, { answer, events }: Applied): Record<string, unknown> {
	return { ...answerResult(world, step, answer), events };
}

/** What can be observed of the server after any step. */
export function observedState(world: World): { sessions: unknown; files: readonly string[] } {
	return {
		sessions: sessionRows(world.server.databases.get(DEFAULT_DATABASE)),
		files: world.server.disk.list('sessions') ?? []
	};
}

function answerResult(world: World, step: Step, answer: ActionAnswer): Record<string, unknown> {
	switch (answer.kind) {
		case 'none':
			return 'advance' in step ? { now: formatInstant(world.clock.now()) } : {};
		case 'exchanges':
			return { exchanges: answer.ids.map((id) => exchangeResult(world, flightOf(world, id))) };
		case 'command': {
			if (answer.boot) return { boot: errorResult(answer.error) };
			const { stdout, error, sql } = answer;
			return { stdout, error: errorResult(error), sql: commandSql(step, sql) };
		}
		case 'rows':
			return answer.error === null ? { rows: answer.rows, error: null } : { rows: null, error: answer.error };
		default:
			return answer satisfies never;
	}
}

function flightOf(world: World, id: number): Flight {
	const flight = world.flights.get(id);
	if (!flight) throw new Error(`Exchange ${id} was forgotten before it was told`);
	return flight;
}

function exchangeResult(world: World, { exchange, events }: Flight): Record<string, unknown> {
	const { method, url, headers } = exchange.request;
	const request = { method, url, cookie: headerValue(headers, 'Cookie') ?? '' };
	if (exchange.error?.kind === 'boot') return { request, boot: errorResult(exchange.error.error) };
	const { response } = exchange;
	return {
		request,
		response: response && { status: response.status, headers: response.headers, body: response.body },
		console: linesOf(events),
		sql: events.filter((event) => event.type === 'sql.executed').flatMap(({ sql }) => rowStatements(sql)),
		log: securityLog(world, events),
		error: errorResult(exchange.error?.error ?? null)
	};
}

/**
 * What the records' listener on `django.security` heard. Where Django sets logging up (LOGGING_CONFIG), that removes the
 * listener before the first request; what Django logs then stands in `events` alone (`log.written`).
 */
function securityLog(world: World, events: Flight['events']): string[] {
	if (world.server.process.settings.LOGGING_CONFIG !== null) return [];
	return events.flatMap((event) =>
		event.type === 'log.written' && event.logger.startsWith('django.security')
			? [`${event.logger}: ${event.message}`]
			: []
	);
}

/** What a request printed, as lines. */
function linesOf(events: Flight['events']): string[] {
	const printed = events.flatMap((event) =>
		event.type === 'console.printed' && !event.toErrors ? [event.text] : []
	);
	const lines = printed.join('').split(/\r\n|[\n\r\v\f\u2028\u2029]/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

/** Only statements on rows are told: SELECT, INSERT, UPDATE and DELETE. */
function rowStatements(sql: string): string[] {
	return /^\s*(?:SELECT|INSERT|UPDATE|DELETE)\b/i.test(sql) ? [sql] : [];
}

function commandSql(step: Step, sql: readonly string[]): readonly string[] | null {
	if ('shell' in step) return sql.flatMap(rowStatements);
	if (!('manage' in step) || step.manage.split(' ')[0] !== 'clearsessions') return null;
	return sql.filter((text) => /^(?:SELECT|DELETE)\b.*django_session/.test(text));
}

function errorResult(error: PythonError | null): { type: string; message: string } | null {
	return error && { type: error.type, message: error.message };
}
