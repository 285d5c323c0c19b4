import type { HttpRequest } from '../../http/message.ts';

/** Headers that curl works out by itself. */
const OWN_OF_CURL = /^(?:host|content-length)$/i;

/** "Copy as cURL (bash)" of Chrome's Network panel: a command that sends the same request, cookies included. */
export function copyAsCurl({ method, url, headers, body }: HttpRequest): string {
	const parts = [`curl ${quoted(url)}`];
	if (method !== (body === '' ? 'GET' : 'POST')) parts.push(`-X ${quoted(method)}`);
	for (const [name, value] of headers) {
		if (OWN_OF_CURL.test(name)) continue;
		if (name.toLowerCase() === 'cookie') parts.push(`-b ${quoted(value)}`);
		else parts.push(`-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
	}
	if (body !== '') parts.push(`--data-raw ${quoted(body)}`);
	return parts.join(' \\\n  ');
}

/** A word that bash takes as it is; one with quotes, line ends or other controls in the form $'…'. */
function quoted(text: string): string {
	if (!NEEDS_ESCAPES.test(text)) return `'${text}'`;
	const escaped = text.replace(/[\\'!]|[^ -\uffff]|\x7f/g, (character) => {
		if (character === '\\' || character === "'") return `\\${character}`;
		if (character === '\n') return '\\n';
		if (character === '\r') return '\\r';
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
	return `$'${escaped}'`;
}

/** A quote, an exclamation mark (bash's history), or a control character. */
const NEEDS_ESCAPES = /['!\x7f]|[^ -\uffff]/;
