import MarkdownIt, { type Token } from 'markdown-it';
import type { SafeHtml } from './lesson.ts';

export type { Token };

/**
 * CommonMark with tables. Raw HTML in the text is shown as text; only web addresses and paths of this site become
 * links, and `glossary:word` becomes a word that explains itself; an image stays a link, so that a text loads nothing.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.disable('image');
markdown.validateLink = (href) => /^(?:https?:\/\/|glossary:[a-z]|#|\/(?![/\\])|\.\.?\/)/i.test(href);

const renderLink = markdown.renderer.rules.link_open;
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
	const token = tokens[index];
	const word = /^glossary:(.*)$/.exec(String(token?.attrGet('href')))?.[1];
	// No address: the page of the site that has the words may lie in any folder.
	if (token && word !== undefined)
		token.attrs = [
			['class', 'term'],
			['role', 'button'],
			['tabindex', '0'],
			['data-term', word]
		];
	if (/^https?:/i.test(String(token?.attrGet('href')))) token?.attrSet('rel', 'external noopener noreferrer');
	return renderLink
		? renderLink(tokens, index, options, env, self)
		: self.renderToken(tokens, index, options);
};

/** Splits Markdown into block tokens. */
export function parseMarkdown(text: string): Token[] {
	return markdown.parse(text, {});
}

/** Renders block tokens. */
export function renderTokens(tokens: Token[]): SafeHtml {
	return markdown.renderer.render(tokens, markdown.options, {}).trim();
}

/** Renders a short text of its own: hints and feedback. */
export function renderText(text: string): SafeHtml {
	return renderTokens(parseMarkdown(text));
}

/** Renders a line of Markdown without a paragraph around it: questions, choices, checks. */
export function renderInline(text: string): SafeHtml {
	return markdown.renderInline(text.trim());
}
