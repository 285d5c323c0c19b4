/** A value out of a pickle, ready to be written as Python writes it. */
export type PickledValue =
	| { readonly kind: 'plain'; readonly text: string }
	| { readonly kind: 'list' | 'tuple' | 'set' | 'frozenset'; readonly items: PickledValue[] }
	| { readonly kind: 'dict'; readonly entries: [PickledValue, PickledValue][] }
	| { readonly kind: 'call'; readonly callee: PickledValue; readonly args: PickledValue };

/** Deeper than this, and inside itself, a value is written as "…". */
const DEEPEST = 30;

/** A pickled value as a Python literal, such as `{'num_visits': 1}`. */
export function pythonText(value: PickledValue, depth = 0): string {
	if (depth > DEEPEST) return '…';
	const inner = (item: PickledValue) => pythonText(item, depth + 1);
	switch (value.kind) {
		case 'plain':
			return value.text;
		case 'list':
			return `[${value.items.map(inner).join(', ')}]`;
		case 'tuple':
			return value.items.length === 1
				? `(${value.items.map(inner).join('')},)`
				: `(${value.items.map(inner).join(', ')})`;
		case 'set':
			return value.items.length === 0 ? 'set()' : `{${value.items.map(inner).join(', ')}}`;
		case 'frozenset':
			return `frozenset(${value.items.length === 0 ? '' : `{${value.items.map(inner).join(', ')}}`})`;
		case 'dict':
			return `{${value.entries.map(([key, item]) => `${inner(key)}: ${inner(item)}`).join(', ')}}`;
		case 'call':
			return `${inner(value.callee)}${value.args.kind === 'tuple' ? argumentsText(value.args.items.map(inner)) : `(*${inner(value.args)})`}`;
		default:
			return value satisfies never;
	}
}

function argumentsText(texts: readonly string[]): string {
	return `(${texts.join(', ')})`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** `repr` of a str. */
export function stringText(text: string): string {
	const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
	const escaped = text.replace(/[\n\r\t\\]/g, (char) => ESCAPES[char] ?? char).replace(/\p{Cc}/gu, hexEscape);
	return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

/** `repr` of bytes. */
export function bytesText(bytes: Uint8Array): string {
	const latin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return `b${stringText(latin1).replace(/[\u007f-\u00ff]/g, hexEscape)}`;
}

/** `repr` of a float. */
export function floatText(value: number): string {
	if (Number.isNaN(value)) return 'nan';
	if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
	if (Object.is(value, -0)) return '-0.0';
	const text = String(value);
	return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function hexEscape(char: string): string {
	return `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
