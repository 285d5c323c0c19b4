import { commandError } from './command-ends.ts';

/** One argument of a command, as argparse knows it. */
export interface Argument {
	/** "-v", "--verbosity"; none for a positional argument. */
	readonly flags?: readonly string[];
	/** The name that the value is read by. */
	readonly name: string;
	/** `flag`: no value. `one`: a value. `optional`: a positional that may be missing. `many`: all that are left. */
	readonly takes: 'flag' | 'one' | 'optional' | 'many';
	readonly type?: 'int';
	readonly choices?: readonly (string | number)[];
	readonly default?: string | number;
	/** It may come several times: its values are a list. */
	readonly repeats?: boolean;
}

export type ArgumentList = readonly Argument[];

/** The values of a command line. */
export class ParsedArguments {
	readonly #values: ReadonlyMap<string, string | number | true | readonly string[]>;

	constructor(values: ReadonlyMap<string, string | number | true | readonly string[]>) {
		this.#values = values;
	}

	has(name: string): boolean {
		return this.#values.get(name) === true;
	}

	text(name: string): string | null {
		const value = this.#values.get(name);
		return typeof value === 'string' ? value : null;
	}

	number(name: string): number {
		return Number(this.#values.get(name));
	}

	list(name: string): readonly string[] {
		const value = this.#values.get(name);
		return Array.isArray(value) ? (value as readonly string[]) : [];
	}
}

/** The arguments that every command has. */
const COMMON: ArgumentList = [
	{
		flags: ['-v', '--verbosity'],
		name: 'verbosity',
		takes: 'one',
		type: 'int',
		choices: [0, 1, 2, 3],
		default: 1
	},
	{ flags: ['--settings'], name: 'settings', takes: 'one' },
	{ flags: ['--pythonpath'], name: 'pythonpath', takes: 'one' },
	{ flags: ['--traceback'], name: 'traceback', takes: 'flag' },
	{ flags: ['--no-color'], name: 'no_color', takes: 'flag' },
	{ flags: ['--force-color'], name: 'force_color', takes: 'flag' },
	{ flags: ['--skip-checks'], name: 'skip_checks', takes: 'flag' },
	{ flags: ['--version'], name: 'version', takes: 'flag' },
	{ flags: ['-h', '--help'], name: 'help', takes: 'flag' }
];

/** Reads the arguments behind a command's name as argparse does. @throws CommandError "Error: …" */
export function parseArguments(words: readonly string[], own: ArgumentList): ParsedArguments {
	const all = [...own, ...COMMON];
	const values = new Map<string, string | number | true | readonly string[]>();
	for (const { name, default: value } of all) if (value !== undefined) values.set(name, value);
	const positionals: string[] = [];
	const unknown: string[] = [];
	const rest = [...words];
	let onlyPositionals = false;
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (onlyPositionals || !/^-./.test(word)) positionals.push(word);
		else if (word === '--') onlyPositionals = true;
		else if (!readOption(word, rest, all, values)) unknown.push(word);
	}
	const left = placePositionals(positionals, own, values);
	if (left.length + unknown.length > 0) {
		const order = words.filter((word) => left.includes(word) || unknown.includes(word));
		throw usageError(`unrecognized arguments: ${order.join(' ')}`);
	}
	return new ParsedArguments(values);
}

function usageError(message: string) {
	return commandError(`Error: ${message}`);
}

/** Reads one option and its value. @returns false when no argument has this flag */
function readOption(
	word: string,
	rest: string[],
	all: ArgumentList,
	values: Map<string, string | number | true | readonly string[]>
): boolean {
	const { argument, value } = splitOption(word, all);
	if (!argument) return false;
	if (argument.takes === 'flag') {
		if (value !== undefined) {
			throw usageError(`argument ${title(argument)}: ignored explicit argument '${value}'`);
		}
		values.set(argument.name, true);
		return true;
	}
	const text = value ?? (rest[0] !== undefined && !/^-[^0-9]/.test(rest[0]) ? rest.shift() : undefined);
	if (text === undefined) throw usageError(`argument ${title(argument)}: expected one argument`);
	const read = typed(argument, text);
	const before = values.get(argument.name);
	const list = Array.isArray(before) ? (before as readonly string[]) : [];
	values.set(argument.name, argument.repeats ? [...list, String(read)] : read);
	return true;
}

/** "--verbosity=2", "--verb 2", "-v2", "-v 2". */
function splitOption(
	word: string,
	all: ArgumentList
): { argument: Argument | undefined; value: string | undefined } {
	if (!word.startsWith('--')) {
		const argument = all.find(({ flags }) => flags?.includes(word.slice(0, 2)));
		return { argument, value: word.length > 2 ? word.slice(2) : undefined };
	}
	const at = word.indexOf('=');
	const flag = at < 0 ? word : word.slice(0, at);
	const value = at < 0 ? undefined : word.slice(at + 1);
	const exact = all.find(({ flags }) => flags?.includes(flag));
	if (exact) return { argument: exact, value };
	const close = all.filter(({ flags }) => flags?.some((other) => other.startsWith(flag)));
	if (close.length > 1) {
		const names = close.flatMap(({ flags }) => flags?.filter((other) => other.startsWith(flag)) ?? []);
		throw usageError(`ambiguous option: ${flag} could match ${names.join(', ')}`);
	}
	return { argument: close[0], value };
}

function typed(argument: Argument, text: string): string | number {
	const value = argument.type === 'int' ? Number(text) : text;
	if (argument.type === 'int' && !/^[+-]?\d+$/.test(text.trim())) {
		throw usageError(`argument ${title(argument)}: invalid int value: '${text}'`);
	}
	if (argument.choices && !argument.choices.includes(value)) {
		const shown = typeof value === 'string' ? `'${value}'` : String(value);
		const list = argument.choices.map((choice) =>
			typeof choice === 'string' ? `'${choice}'` : String(choice)
		);
		throw usageError(
			`argument ${title(argument)}: invalid choice: ${shown} (choose from ${list.join(', ')})`
		);
	}
	return value;
}

function title({ flags, name }: Argument): string {
	return flags?.join('/') ?? name;
}

/** Gives the positional words to the positional arguments, in order. @returns those that are too many */
function placePositionals(
	words: readonly string[],
	own: ArgumentList,
	values: Map<string, string | number | true | readonly string[]>
): readonly string[] {
	let rest = words;
	for (const argument of own.filter(({ flags }) => !flags)) {
		if (argument.takes === 'many') {
			values.set(argument.name, rest);
			rest = [];
		} else if (rest[0] !== undefined) {
			values.set(argument.name, typed(argument, rest[0]));
			rest = rest.slice(1);
		}
	}
	return rest;
}
