import { copyText } from '$lib/ui/kit/copy-text.ts';

/** What a learner writes down elsewhere: code of these languages has a button to copy it. */
const CODE = 'pre > code:is(.language-python, .language-sql)';

/** Puts a button under each piece of code in a rendered text. @returns what takes them away */
export function addCopyButtons(text: Element): () => void {
	const buttons = [...text.querySelectorAll(CODE)].map((code) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'copy';
		button.textContent = 'Copy';
		button.addEventListener('click', () => {
			void copyText(code.textContent.trimEnd()).then((done) => {
				button.textContent = done ? 'Copied' : 'The browser does not allow it';
			});
		});
		code.after(button);
		return button;
	});
	return () => {
		for (const button of buttons) button.remove();
	};
}
