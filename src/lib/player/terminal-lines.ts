import { formatRows } from '../django/management/dbshell/formats.ts';
import type { EpochMicros } from '../time/instant.ts';
import type { ActionResult } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { ConsoleLine } from '../world/projection.ts';
import type { PlayedMoment } from './simulation.svelte.ts';
import type { Program } from './terminal-programs.ts';

/** A piece of the terminal's scrollback. */
export type TerminalEntry =
	| { readonly kind: 'server'; readonly line: ConsoleLine }
	| {
			readonly kind: 'command';
			readonly program: Program;
			/** With the prompt before each line. */
			readonly typed: string;
			readonly output: string;
			/** The traceback, where it raised. */
			readonly error: string | null;
			readonly at: EpochMicros;
	  };

/** At most so many pieces are kept. */
const MOST = 300;

/** What stands in the terminal: the server's lines and what was run, oldest first. */
export function terminalEntries(moments: readonly PlayedMoment[]): readonly TerminalEntry[] {
	const entries: TerminalEntry[] = [];
	let before: readonly ConsoleLine[] = [];
	for (const { action, projection, result } of moments) {
		const lines = projection.server.console;
		if (lines !== before) {
			entries.push(...newLines(before, lines).map((line) => ({ kind: 'server' as const, line })));
			before = lines;
		}
		const command = action && commandEntry(action, result, projection.now);
		if (command) entries.push(command);
	}
	return entries.slice(-MOST);
}

/** What was typed at a program, oldest first, for the arrow keys. */
export function typedBefore(moments: readonly PlayedMoment[], program: Program): string[] {
	return moments.flatMap(({ action }) => {
		const input = action && inputOf(action);
		return input?.program === program ? input.text.split('\n').filter((line) => line.trim() !== '') : [];
	});
}

const PROMPTS: Readonly<Record<Program, readonly [first: string, further: string]>> = {
	manage: ['$ ', '> '],
	shell: ['>>> ', '... '],
	dbshell: ['sqlite> ', '   ...> ']
};

/** The prompt of a program; `further`: of a line that goes on. */
export function promptOf(program: Program, further: boolean): string {
	return PROMPTS[program][further ? 1 : 0];
}

function commandEntry(action: Action, result: ActionResult, at: EpochMicros): TerminalEntry | null {
	const input = inputOf(action);
	if (!input || result.kind === 'none') return null;
	const { program } = input;
	const lines = input.text.replace(/\n$/, '').split('\n');
	const typed = lines.map((line, index) => promptOf(program, index > 0) + line).join('\n');
	return { kind: 'command', program, typed, at, ...said(result) };
}

function inputOf(action: Action): { program: Program; text: string } | null {
	switch (action.type) {
		case 'manage': {
			const named = /^(?:python3?\s|\S*manage\.py\s|django-admin\s)/.test(action.command);
			return { program: 'manage', text: named ? action.command : `python manage.py ${action.command}` };
		}
		case 'shell':
			return { program: 'shell', text: action.code };
		case 'dbshell':
			return { program: 'dbshell', text: action.input };
		case 'sql':
			return { program: 'dbshell', text: action.sql };
		default:
			return null;
	}
}

function said(result: Exclude<ActionResult, { kind: 'none' }>): { output: string; error: string | null } {
	if (result.kind === 'command') {
		const { stdout: output, error } = result;
		return { output, error: error && (error.traceback || `${error.type}: ${error.message}`) };
	}
	const rows = result.rows as Parameters<typeof formatRows>[0]['rows'];
	const display = { mode: 'column', headers: true, separator: '', nullValue: '', table: '' } as const;
	return { output: formatRows({ columns: result.columns, rows }, display), error: result.error };
}

/** The lines that came since: the console keeps only its last ones. */
function newLines(before: readonly ConsoleLine[], after: readonly ConsoleLine[]): readonly ConsoleLine[] {
	const last = JSON.stringify(before.at(-1));
	const at = after.findLastIndex((line) => JSON.stringify(line) === last);
	return after.length > before.length ? after.slice(before.length) : after.slice(at + 1);
}
