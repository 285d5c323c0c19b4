/** A value as Python source: texts, numbers, truth values, `null`, lists and dictionaries. */
export function pythonLiteral(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
	if (typeof value === 'object') {
		const entries = Object.entries(value).map(([key, item]) => `${pythonText(key)}: ${pythonLiteral(item)}`);
		return `{${entries.join(', ')}}`;
	}
	if (typeof value === 'string') return pythonText(value);
	throw new TypeError(`Python has no literal for a ${typeof value}`);
}

/** A text of several lines as lines in brackets, which Python joins. */
export function pythonLines(text: string, indent: string): string {
	const lines = text.split(/(?<=\n)/);
	if (lines.length < 2) return pythonText(text);
	return `(\n${lines.map((line) => `${indent}    ${pythonText(line)}\n`).join('')}${indent})`;
}

/** JSON's escapes are Python's, but for a half of a surrogate pair, which neither can write into a file. */
function pythonText(text: string): string {
	return JSON.stringify(text);
}
