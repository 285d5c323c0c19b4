import type { Credentials } from '../browser/navigation/request.ts';
import { explain } from '../explain/explain.ts';
import type { Action, ProfileName } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';

export interface ConsoleEntry {
	readonly kind: 'did' | 'said' | 'failed';
	readonly text: string;
	/** The event that it is about, by its `seq`. */
	readonly seq: number;
}

/** What is typed into the console of a page, or why it is nothing that this console knows. */
export type Typed = { readonly action: Action } | { readonly misfit: string };

const KNOWN =
	'This console knows document.cookie, document.cookie = "name=value", and fetch("/path/", { credentials: "include" }).';
const OPTIONS = new Set(['method', 'credentials', 'mode', 'body']);

/** The action that a line typed into the console of the page stands for. */
export function typedScript(line: string, profile: ProfileName): Typed {
	const text = line.trim().replace(/;$/, '');
	if (/^document\.cookie$/.test(text)) return { action: { type: 'readScript', profile } };
	const written = /^document\.cookie\s*=\s*(["'`])([\s\S]*)\1$/.exec(text);
	if (written) return { action: { type: 'writeScript', profile, line: written[2] ?? '' } };
	const fetched = /^(?:await\s+)?fetch\(\s*(["'`])([^"'`]*)\1\s*(?:,\s*\{([\s\S]*)\}\s*)?\)$/.exec(text);
	return fetched ? fetchAction(fetched[2] ?? '', fetched[3] ?? '', profile) : { misfit: KNOWN };
}

function fetchAction(url: string, inside: string, profile: ProfileName): Typed {
	const options = new Map<string, string>();
	const rest = inside.replace(
		/["'`]?(\w+)["'`]?\s*:\s*(["'`])([^"'`]*)\2\s*,?\s*/g,
		(_, ...parts: string[]) => {
			options.set(parts[0] ?? '', parts[2] ?? '');
			return '';
		}
	);
	const unknown = [...options.keys()].find((name) => !OPTIONS.has(name));
	if (rest.trim() !== '' || unknown !== undefined) return { misfit: KNOWN };
	const [method, body] = [options.get('method'), options.get('body')];
	const [credentials, mode] = [options.get('credentials'), options.get('mode')];
	if (credentials !== undefined && !isCredentials(credentials)) {
		return { misfit: 'credentials is "omit", "same-origin" or "include".' };
	}
	if (mode !== undefined && mode !== 'cors' && mode !== 'no-cors') {
		return { misfit: 'mode is "cors" or "no-cors" here.' };
	}
	return {
		action: {
			type: 'fetch',
			profile,
			url,
			hold: true,
			...(method !== undefined && { method }),
			...(body !== undefined && { body }),
			...(credentials !== undefined && { credentials }),
			...(mode !== undefined && { mode })
		}
	};
}

function isCredentials(text: string): text is Credentials {
	return text === 'omit' || text === 'same-origin' || text === 'include';
}

/** What the console of a browser's pages shows: what scripts did, what came of it, and failures, oldest first. */
export function consoleEntries(events: readonly WorldEvent[], profile: ProfileName): ConsoleEntry[] {
	return events.flatMap((event) => {
		if (event.profile !== profile) return [];
		const { seq } = event;
		const said = (text: string): ConsoleEntry => ({ kind: 'said', text, seq });
		const failed = (text: string): ConsoleEntry => ({ kind: 'failed', text, seq });
		const did = (text: string): ConsoleEntry => ({ kind: 'did', text, seq });
		switch (event.type) {
			case 'script.read':
				return [did('document.cookie'), said(JSON.stringify(event.value))];
			case 'script.wrote':
				return [did(`document.cookie = ${JSON.stringify(event.line)}`)];
			case 'navigation.started':
				return event.cause === 'fetch' ? [did(`fetch(${JSON.stringify(event.url)}), ${event.method}`)] : [];
			case 'fetch.answered':
				return [event.failure === null ? said(`Response ${event.status}`) : failed(explain(event).sentence)];
			case 'cookie.refused':
			case 'exchange.failed':
				return [failed(explain(event).sentence)];
			case 'response.sent':
				return event.status >= 400 ? [failed(`The server answered with status ${event.status}.`)] : [];
			default:
				return [];
		}
	});
}
