import MarkdownIt, { type Token } from 'markdown-it';
import type { SafeHtml } from './lesson.ts';

export type { Token };

/**
 * CommonMark with tables. Raw HTML in the text is shown as text; only web addresses and paths of this site become
 * links; an image stays a link, so that a text loads nothing.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.disable('image');
markdown.validateLink = (href) => /^(?:https?:\/\/|#|\/(?![/\\])|\.\.?\/)/i.test(href);

const renderLink = markdown.renderer.rules.link_open;
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
	const token = tokens[index];
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
