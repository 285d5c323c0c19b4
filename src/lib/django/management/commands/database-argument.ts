import { DjangoError } from '../../error.ts';
import { parseArguments, type Argument, type ParsedArguments } from '../arguments.ts';
import type { CommandContext } from '../command.ts';

/** `--database`: a project has one database here, "default". */
export const DATABASE: Argument = {
	flags: ['--database'],
	name: 'database',
	takes: 'one',
	default: 'default'
};

/** @throws CommandError for another database; the first versions only notice when they look for it */
export function refuseDatabase(parsed: ParsedArguments, { version }: CommandContext): void {
	const alias = parsed.text('database') ?? 'default';
	if (alias === 'default') return;
	if (version.databaseArgumentChoices) {
		parseArguments(['--database', alias], [{ ...DATABASE, choices: ['default'] }]);
	}
	throw new DjangoError(
		'django.utils.connection.ConnectionDoesNotExist',
		`The connection '${alias}' doesn't exist.`
	);
}
