import { expect, it } from 'vitest';
import { renderText } from './markdown.ts';

it.each([
	['HTML is shown as text', '<b onclick="x">a</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>'],
	['a script', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
	['a data address', '[a](data:text/html,x)', '<p>[a](data:text/html,x)</p>'],
	['an address that takes the scheme of the page', '[a](//evil.example)', '<p>[a](//evil.example)</p>'],
	['an image loads nothing', '![a](/x.png)', '<p>!<a href="/x.png">a</a></p>'],
	[
		'a link to another site',
		'[a](HTTPS://example.org)',
		'<p><a href="HTTPS://example.org" rel="external noopener noreferrer">a</a></p>'
	],
	['a link to a step', '[a](#ask)', '<p><a href="#ask">a</a></p>']
])('%s', (_, text, html) => {
	expect(renderText(text)).toBe(html);
});
