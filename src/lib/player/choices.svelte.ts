import { Choice } from './choice.svelte.ts';
import { ChosenSet } from './chosen-set.svelte.ts';
import { STOPS } from './stop-names.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Speed = 'slow' | 'normal' | 'fast' | 'at-once';

/** What visitors choose for themselves, on every page. */
export const choices = {
	theme: new Choice<Theme>('theme', ['system', 'light', 'dark']),
	speed: new Choice<Speed>('speed', ['normal', 'slow', 'fast', 'at-once']),
	/** Keys can be switched off (WCAG 2.1.4). */
	keys: new Choice<'on' | 'off'>('keys', ['on', 'off']),
	/** Between 1024 and 1440 pixels the prose is a drawer, which can be pinned beside the stage. */
	drawer: new Choice<'floating' | 'pinned'>('drawer', ['floating', 'pinned']),
	/** Where playing and running to the end stop. */
	stops: new ChosenSet('stops', STOPS)
};

/** Reads what was kept. Once, when the page is alive. */
export function loadChoices(): void {
	for (const choice of Object.values(choices)) choice.load();
	applyTheme();
}

/** Lets the page be light, dark, or as the system says. */
export function applyTheme(): void {
	const { value } = choices.theme;
	document.documentElement.style.colorScheme = value === 'system' ? '' : value;
}
