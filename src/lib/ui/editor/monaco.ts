import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/html/register';

export interface OpenEditor {
	setText(text: string): void;
	setScheme(scheme: 'light' | 'dark'): void;
	close(): void;
}

interface Wishes {
	readonly path: string;
	readonly text: string;
	readonly takesFocus: boolean;
	readonly scheme: 'light' | 'dark';
	readonly onChange: (text: string) => void;
	readonly onSave: () => void;
}

/** Opens Monaco in an element. Escape lets Tab move the focus on. */
export function openEditor(
	box: HTMLElement,
	{ path, text, takesFocus, scheme, onChange, onSave }: Wishes
): OpenEditor {
	globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };
	const editor = monaco.editor.create(box, {
		value: text,
		language: languageOf(path),
		theme: themeOf(scheme),
		ariaLabel: `Text of ${path}. Escape, then Tab, leaves it.`,
		automaticLayout: true,
		fontFamily: getComputedStyle(box).getPropertyValue('--mono'),
		fontSize: 13,
		lineHeight: 20,
		insertSpaces: true,
		lineNumbersMinChars: 3,
		minimap: { enabled: false },
		overviewRulerLanes: 0,
		padding: { top: 4 },
		renderLineHighlight: 'line',
		scrollBeyondLastLine: false,
		tabSize: 4,
		wordWrap: 'on',
		fixedOverflowWidgets: true
	});
	editor.onDidChangeModelContent(() => onChange(editor.getValue()));
	editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, onSave);
	editor.addCommand(
		monaco.KeyCode.Escape,
		() => editor.updateOptions({ tabFocusMode: true }),
		'!suggestWidgetVisible && !findWidgetVisible'
	);
	editor.onDidFocusEditorText(() => editor.updateOptions({ tabFocusMode: false }));
	if (takesFocus) editor.focus();
	return {
		setText: (wanted) => {
			if (editor.getValue() !== wanted) editor.setValue(wanted);
		},
		setScheme: (wanted) => monaco.editor.setTheme(themeOf(wanted)),
		close: () => {
			editor.getModel()?.dispose();
			editor.dispose();
		}
	};
}

function languageOf(path: string): string {
	if (path.endsWith('.py')) return 'python';
	return /\.html?$/.test(path) ? 'html' : 'plaintext';
}

function themeOf(scheme: 'light' | 'dark'): string {
	return scheme === 'dark' ? 'vs-dark' : 'vs';
}
