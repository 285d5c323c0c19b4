import { nearestName } from '../../lesson/nearest.ts';
import { COMMANDS, FIRST_BROWSER, type CommandForm, type ScriptCommand } from './script-commands.ts';

/** More lines are not looked at side by side. */
export const MOST_STEPS = 60;

/** One line of a script that does something. */
export interface ScriptStep {
	/** Counted from 1. */
	readonly line: number;
	/** As it is written, without a comment. */
	readonly text: string;
	readonly command: ScriptCommand;
}

/** What is wrong with a script, and where; line and column count from 1. */
export interface ScriptProblem {
	readonly line: number;
	readonly column: number;
	readonly says: string;
}

export interface ParsedScript {
	readonly steps: readonly ScriptStep[];
	readonly problems: readonly ScriptProblem[];
}

/**
 * Reads a script: one command a line, "# …" is a comment. "phone: visit /" is about the browser named phone.
 * Every line that cannot be read is told; the others are read all the same.
 */
export function parseScript(text: string): ParsedScript {
	const steps: ScriptStep[] = [];
	const problems: ScriptProblem[] = [];
	for (const [index, raw] of text.split(/\r?\n/).entries()) {
		const line = index + 1;
		const written = raw.replace(/(?:^|\s)#(?=\s|$).*$/, '').trimEnd();
		if (written.trim() === '') continue;
		const read = readLine(written);
		if ('says' in read) problems.push({ line, ...read });
		else if (steps.length < MOST_STEPS) steps.push({ line, text: written.trim(), command: read.command });
		else {
			problems.push({ line, column: 1, says: `A script has at most ${MOST_STEPS} steps.` });
			break;
		}
	}
	if (steps.length === 0 && problems.length === 0) {
		problems.push({ line: 1, column: 1, says: 'The script is empty. Begin with "visit /".' });
	}
	return { steps, problems };
}

type ReadLine = { readonly command: ScriptCommand } | Omit<ScriptProblem, 'line'>;

function readLine(written: string): ReadLine {
	const [, before = '', profile, said = ''] = /^(\s*(?:([\w-]+):\s+)?)(.*)$/.exec(written) ?? [];
	const column = before.length + 1;
	const form = formOf(said);
	if (!form) return { column, says: unknownCommand(said) };
	if (profile !== undefined && !form.ofBrowser) {
		return { column: 1, says: `"${form.words}" is not about a browser. Leave "${profile}:" away.` };
	}
	const rest = said.slice(form.words.length).trim();
	const restColumn = column + said.length - said.slice(form.words.length).trimStart().length;
	if (form.takes === '' && rest !== '') {
		return { column: restColumn, says: `Nothing comes after "${form.words}".` };
	}
	if (form.takes !== '' && rest === '') {
		return { column: column + said.length, says: `Something is missing: ${form.words} ${form.takes}` };
	}
	const read = form.read(rest, profile ?? FIRST_BROWSER);
	return typeof read === 'string' ? { column: restColumn, says: read } : { command: read };
}

/** The command with the most words that the line begins with. */
function formOf(said: string): CommandForm | undefined {
	return COMMANDS.filter(({ words }) => said === words || said.startsWith(`${words} `)).sort(
		(one, other) => other.words.length - one.words.length
	)[0];
}

/** Commands have one word or more, so that as many words of the line are compared. */
function unknownCommand(said: string): string {
	const typed = said.split(/\s+/);
	for (const length of [3, 2, 1]) {
		const known = COMMANDS.map(({ words }) => words).filter((words) => words.split(' ').length === length);
		const near = typed.length >= length ? nearestName(typed.slice(0, length).join(' '), known) : null;
		if (near !== null)
			return `There is no command "${typed.slice(0, length).join(' ')}". Did you mean "${near}"?`;
	}
	return `There is no command "${typed[0] ?? ''}". The list of commands stands under the script.`;
}
