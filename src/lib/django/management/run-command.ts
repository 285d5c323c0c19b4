import { parseArguments } from './arguments.ts';
import { commandError } from './command-ends.ts';
import type { Command, CommandContext } from './command.ts';
import { COMMANDS } from './registry.ts';

/** The command of a name, when the app that brings it is installed. */
export function findCommand(name: string, { apps }: Pick<CommandContext, 'apps'>): Command | null {
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) return null;
	const installed = command.app === 'django.core' || apps.some(({ module }) => module === command.app);
	return installed ? command : null;
}

/** `call_command`: runs a command with its arguments as words. @throws DjangoError as the command raises */
export function runCommand(name: string, words: readonly string[], context: CommandContext): void {
	const command = findCommand(name, context);
	if (!command) throw commandError(`Unknown command: '${name}'`);
	command.run(parseArguments(words, command.arguments), context);
}

/** The subcommands that a terminal has beside the commands: prompts, and the server itself. */
const PROMPTS: readonly (readonly [app: string, name: string])[] = [
	['django', 'dbshell'],
	['django', 'runserver'],
	['django', 'shell']
];

/** `ManagementUtility.execute`: a command as a terminal runs it. @param program "manage.py" or "django-admin" */
export function runInTerminal(
	program: string,
	name: string,
	words: readonly string[],
	context: CommandContext
): void {
	if (name === 'help' || name === '--help' || name === '-h') {
		context.write(helpText(program, context));
	} else if (findCommand(name, context)) runCommand(name, words, context);
	else context.writeError(`Unknown command: '${name}'\nType '${program} help' for usage.\n`);
}

function helpText(program: string, context: CommandContext): string {
	const found = Object.values(COMMANDS)
		.filter(({ name }) => findCommand(name, context))
		.map(
			({ app, name }) => [app === 'django.core' ? 'django' : (app.split('.').at(-1) ?? app), name] as const
		);
	const all = [...PROMPTS, ...found];
	const apps = [...new Set(all.map(([app]) => app))].sort();
	const groups = apps.map((app) => {
		const names = all.flatMap(([of, name]) => (of === app ? [`    ${name}\n`] : [])).sort();
		return `\n[${app}]\n${names.join('')}`;
	});
	return `\nType '${program} help <subcommand>' for help on a specific subcommand.\n\nAvailable subcommands:\n${groups.join('')}`;
}
