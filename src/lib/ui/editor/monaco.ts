import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/yaml/register';

/** A place in the text and what is to be said of it. Lines and columns count from 1. */
export interface EditorMark {
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

export interface OpenEditor {
	setText(text: string): void;
	/** Underlines places; each says its message. */
	setMarks(marks: readonly EditorMark[]): void;
	/** Puts the cursor on a place and shows it. */
	goTo(line: number, column: number): void;
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
		setMarks: (marks) => {
			const model = editor.getModel();
			if (model)
				monaco.editor.setModelMarkers(
					model,
					'crumbtrail',
					marks.map((mark) => markerOf(model, mark))
				);
		},
		goTo: (lineNumber, column) => {
			editor.setPosition({ lineNumber, column });
			editor.revealLineInCenter(lineNumber);
			editor.focus();
		},
		setScheme: (wanted) => monaco.editor.setTheme(themeOf(wanted)),
		close: () => {
			editor.getModel()?.dispose();
			editor.dispose();
		}
	};
}

/** From a place to the end of its line. */
function markerOf(model: monaco.editor.ITextModel, { line, column, message }: EditorMark) {
	const lineNumber = Math.min(Math.max(line, 1), model.getLineCount());
	const endColumn = Math.max(model.getLineMaxColumn(lineNumber), column + 1);
	return {
		severity: monaco.MarkerSeverity.Error,
		message,
		startLineNumber: lineNumber,
		startColumn: Math.min(column, endColumn - 1),
		endLineNumber: lineNumber,
		endColumn
	};
}

function languageOf(path: string): string {
	if (path.endsWith('.md')) return 'markdown';
	if (/\.ya?ml$/.test(path)) return 'yaml';
	if (path.endsWith('.py')) return 'python';
	return /\.html?$/.test(path) ? 'html' : 'plaintext';
}

function themeOf(scheme: 'light' | 'dark'): string {
	return scheme === 'dark' ? 'vs-dark' : 'vs';
}
