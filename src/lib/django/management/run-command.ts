import { parseArguments } from './arguments.ts';
import { commandError, type Command, type CommandContext } from './command.ts';
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
