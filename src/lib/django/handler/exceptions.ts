import type { PythonError, ServerEvent } from '../events.ts';
import type { Ref, Site } from '../middleware/middleware.ts';

/** A Python exception that a layer caught; Python still holds the object under its number. */
export interface Caught {
	readonly id: number;
	readonly error: PythonError;
}

/** What goes to the log beside the message. */
type Logged = Pick<Extract<ServerEvent, { type: 'log.written' }>, 'raised' | 'traceback'>;

export interface ExceptionAnswer {
	readonly response: Ref;
	/** It is one that Django has no answer for: it became a 500. */
	readonly uncaught: boolean;
	readonly logged: boolean;
}

/** `response_for_exception`: the page for an exception, and what is logged of it. */
export function responseForException(site: Site, request: Ref, { id, error }: Caught): ExceptionAnswer {
	const kind = site.python('classify', id) as string;
	const path = site.python('request_path', request) as string;
	const page = (status: number) => site.unheard(() => site.python('error_page', request, id, status) as Ref);
	const { traceback } = error;
	const log = (logger: string, level: 'WARNING' | 'ERROR', message: string, more: Logged = { traceback }) => {
		site.say({ type: 'log.written', logger, level, message, ...more });
	};
	if (kind === 'Http404') return { response: page(404), uncaught: false, logged: false };
	if (kind === 'PermissionDenied') {
		const response = page(403);
		log('django.request', 'WARNING', `Forbidden (Permission denied): ${path}`);
		return { response, uncaught: false, logged: true };
	}
	if (kind === 'BadRequest') {
		const response = page(400);
		log('django.request', 'WARNING', `${error.message}: ${path}`);
		return { response, uncaught: false, logged: true };
	}
	if (kind.startsWith('Suspicious ')) {
		const logger = `django.security.${kind.slice('Suspicious '.length)}`;
		const response = page(400);
		const { suspiciousLoggedOnce: once } = site.version;
		log(logger, 'ERROR', error.message, once ? { traceback } : {});
		return { response, uncaught: false, logged: once };
	}
	const response = page(500);
	const raised = { type: error.type, message: error.message };
	log('django.request', 'ERROR', `Internal Server Error: ${path}`, { raised, traceback });
	return { response, uncaught: true, logged: true };
}
