import { choices } from './choices.svelte.ts';

/** A key that does something on the stage, as the list of keys shows it. */
export interface StageKey {
	/** As `KeyboardEvent.key` has them. */
	readonly keys: readonly string[];
	readonly shift?: boolean;
	/** As written on the key. */
	readonly label: string;
	readonly does: string;
	readonly run: () => void;
}

/** Controls that use keys themselves. Buttons are not among them: they take only Enter and space. */
const TAKES_KEYS =
	'input, textarea, select, [contenteditable], [role=tab], [role=slider], [role=radio], [role^=menu], [role=textbox], [role=dialog] *, .monaco-editor *';
const TAKES_SPACE = 'button, a[href], summary';

/**
 * The stage's keys. They work while the focus is on the stage or nowhere, are never taken from a control or field
 * that uses them, and can be switched off.
 */
export function handleKey(event: KeyboardEvent, keys: readonly StageKey[], stage: HTMLElement | null): void {
	if (choices.keys.value === 'off' || event.defaultPrevented) return;
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
	const target = event.target instanceof Element ? event.target : null;
	if (!isOurs(target, stage) || isTaken(target, event.key)) return;
	const key = keys.find(
		(each) => each.keys.includes(event.key) && (each.shift ?? false) === (event.shiftKey && event.key !== '?')
	);
	if (!key) return;
	event.preventDefault();
	key.run();
}

function isOurs(target: Element | null, stage: HTMLElement | null): boolean {
	return target === null || target === document.body || stage?.contains(target) === true;
}

function isTaken(target: Element | null, key: string): boolean {
	if (!target) return false;
	if (target.matches(TAKES_KEYS)) return true;
	return key === ' ' && target.matches(TAKES_SPACE);
}
