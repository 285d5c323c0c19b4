import { MediaQuery } from 'svelte/reactivity';
import { choices } from './choices.svelte.ts';

const dark = new MediaQuery('(prefers-color-scheme: dark)', false);

/** Whether the page is light or dark now. */
export const colourScheme = {
	get current(): 'light' | 'dark' {
		const { value } = choices.theme;
		if (value !== 'system') return value;
		return dark.current ? 'dark' : 'light';
	}
};
