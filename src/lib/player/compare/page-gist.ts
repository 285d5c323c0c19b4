const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#x27;': "'",
	'&#39;': "'",
	'&nbsp;': ' '
};
/** Characters of a page that are read at a glance. */
const LONGEST = 90;

/** The text of a page in one short line: no title, no markup, no links. */
export function pageGist(body: string): string {
	const text = body
		.replace(/<(title|style|script|a)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
