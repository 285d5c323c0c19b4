/** Elements that would run, load or lead away by themselves. */
const ACTIVE =
	'script, iframe, frame, object, embed, portal, base, meta[http-equiv], link, noscript, template';

const BASE_STYLE =
	'html{font:16px/1.5 Georgia,"Times New Roman",serif;background:Canvas;color:CanvasText}body{margin:12px 16px;overflow-wrap:anywhere}img{max-width:100%}';

/** Nothing runs and nothing is loaded in the page, whatever else it says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";

/**
 * The text of the frame that shows a simulated page: the response's body without anything that could act.
 * What is not HTML is shown as text.
 * @param documentCookie what the page's named behaviours (`data-crumb-…`) read
 */
export function frameDocument(
	body: string,
	contentType: string,
	scheme: 'light' | 'dark',
	documentCookie?: string
): string {
	const html = /^\s*text\/html/i.test(contentType) ? body : `<pre>${escapeHtml(body)}</pre>`;
	const page = new DOMParser().parseFromString(html, 'text/html');
	for (const element of page.querySelectorAll(ACTIVE)) element.remove();
	for (const element of page.querySelectorAll('*')) disarm(element);
	if (documentCookie !== undefined) behave(page, documentCookie);
	const head = page.createElement('head');
	head.innerHTML = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="color-scheme" content="${scheme}"><style>${BASE_STYLE}</style>`;
	page.head.prepend(...head.childNodes);
	return `<!doctype html>${page.documentElement.outerHTML}`;
}

function disarm(element: Element): void {
	for (const { name, value } of [...element.attributes]) {
		if (/^on/i.test(name) || name === 'srcdoc' || name === 'autofocus') element.removeAttribute(name);
		if (/^\s*javascript:/i.test(value)) element.removeAttribute(name);
	}
}

/** What scripts of the page would do to it, by name: show `document.cookie`, and hide a banner once a cookie is there. */
function behave(page: Document, documentCookie: string): void {
	const names = documentCookie.split('; ').map((pair) => pair.split('=')[0]);
	for (const element of page.querySelectorAll('[data-crumb-show-cookie]')) {
		element.textContent = documentCookie === '' ? '(empty)' : documentCookie;
	}
	for (const element of page.querySelectorAll('[data-crumb-hide-with]')) {
		if (names.includes(element.getAttribute('data-crumb-hide-with') ?? '')) element.remove();
	}
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** What a learner does in a page. */
export type PageGesture =
	| { readonly kind: 'link'; readonly href: string; readonly noReferrer: boolean }
	/** The named behaviour `data-crumb-set-cookie`: a script writes that line into `document.cookie`. */
	| { readonly kind: 'cookie'; readonly line: string }
	| { readonly kind: 'get'; readonly href: string }
	| { readonly kind: 'post'; readonly href: string; readonly data: Readonly<Record<string, string>> };

/** Watches the page's links and forms; the frame itself follows none. `base`: the page's own address. */
export function watchPage(page: Document, base: string, report: (gesture: PageGesture) => void): void {
	page.addEventListener('click', (event) => {
		const setter = event.composedPath().find((node) => cookieLine(node) !== null);
		const line = cookieLine(setter ?? null);
		if (line !== null) {
			event.preventDefault();
			report({ kind: 'cookie', line });
			return;
		}
		const link = event.composedPath().find((node) => isElement(node, 'a') || isElement(node, 'area'));
		if (!link) return;
		event.preventDefault();
		const href = (link as HTMLAnchorElement).getAttribute('href');
		if (href === null || href.startsWith('#')) return;
		const noReferrer = /\bnoreferrer\b/i.test((link as HTMLAnchorElement).getAttribute('rel') ?? '');
		report({ kind: 'link', href: resolve(href, base), noReferrer });
	});
	page.addEventListener('submit', (event) => {
		event.preventDefault();
		if (isElement(event.target, 'form'))
			report(submission(event.target as HTMLFormElement, event.submitter, base));
	});
}

function submission(form: HTMLFormElement, submitter: HTMLElement | null, base: string): PageGesture {
	const fields = new URLSearchParams();
	for (const [name, value] of new FormData(form))
		fields.append(name, typeof value === 'string' ? value : value.name);
	const name = submitter?.getAttribute('name');
	if (name) fields.append(name, submitter?.getAttribute('value') ?? '');
	const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
	const href = resolve(action, base);
	if ((submitter?.getAttribute('formmethod') ?? form.method).toLowerCase() === 'post') {
		return { kind: 'post', href, data: Object.fromEntries(fields) };
	}
	const url = new URL(href);
	url.search = fields.toString();
	return { kind: 'get', href: url.href };
}

/** What `data-crumb-set-cookie` of an element says. */
function cookieLine(node: EventTarget | null): string | null {
	return (node as Partial<Element> | null)?.getAttribute?.('data-crumb-set-cookie') ?? null;
}

function resolve(href: string, base: string): string {
	return URL.canParse(href, base) ? new URL(href, base).href : base;
}

/** `instanceof` does not reach across frames. */
function isElement(node: EventTarget | null, tag: string): boolean {
	return (node as Partial<Element> | null)?.localName === tag;
}
