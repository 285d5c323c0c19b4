import { DjangoError } from '../../error.ts';
import { checkTags, runChecks, type CheckOptions } from '../checks/run-checks.ts';
import { commandError } from '../command-ends.ts';
import type { Command } from '../command.ts';
import { DATABASE } from './database-argument.ts';

/** Looks over settings and addresses for mistakes. */
export const check: Command = {
	name: 'check',
	app: 'django.core',
	help: 'Checks the entire Django project for potential problems.',
	arguments: [
		{ name: 'args', takes: 'many' },
		{ flags: ['--tag', '-t'], name: 'tags', takes: 'one', repeats: true },
		{ flags: ['--list-tags'], name: 'list_tags', takes: 'flag' },
		{ flags: ['--deploy'], name: 'deploy', takes: 'flag' },
		{
			flags: ['--fail-level'],
			name: 'fail_level',
			takes: 'one',
			default: 'ERROR',
			choices: ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG']
		},
		{ ...DATABASE, repeats: true }
	],
	checks: false,
	run(parsed, { apps, checks, write, writeError }) {
		const deploy = parsed.has('deploy');
		const tags = checkTags(checks, deploy);
		if (parsed.has('list_tags')) {
			write(`${tags.join('\n')}\n`);
			return;
		}
		refuseUnknownApps(
			parsed.list('args'),
			apps.map(({ label }) => label)
		);
		const unknown = parsed.list('tags').find((tag) => !checkTags(checks, true).includes(tag));
		if (unknown !== undefined) throw commandError(`There is no system check with the "${unknown}" tag.`);
		const failLevel = (parsed.text('fail_level') ?? 'ERROR') as CheckOptions['failLevel'];
		const found = runChecks(checks, { tags: parsed.list('tags'), deploy, failLevel, countsNone: true });
		if (found.out) write(`${found.out}\n`);
		if (found.err) writeError(`${found.err}\n`);
	}
};

function refuseUnknownApps(wanted: readonly string[], labels: readonly string[]): void {
	const unknown = wanted.find((label) => !labels.includes(label));
	if (unknown !== undefined) {
		throw new DjangoError('LookupError', `No installed app with label '${unknown}'.`);
	}
}
