import { DjangoError } from '../../error.ts';
import { admin } from './admin.ts';
import { caches, exposedCaches } from './caches.ts';
import { hasApp, listed, type CheckContext, type CheckGroup, type CheckMessage } from './check.ts';
import { security } from './security.ts';
import { compatibility, models, staticfiles, translation } from './settings.ts';
import { urls } from './urls.ts';

const GROUPS: readonly CheckGroup[] = [
	admin,
	caches,
	exposedCaches,
	compatibility,
	models,
	security,
	staticfiles,
	translation,
	urls
];

/** The tags that exist beside those of the groups; their checks find nothing here. */
const SILENT_TAGS = ['database', 'models', 'templates'];

export interface CheckOptions {
	/** Only checks of these tags; all of them when empty. */
	readonly tags: readonly string[];
	readonly deploy: boolean;
	/** From this level on a finding is a failure. */
	readonly failLevel: 'CRITICAL' | 'ERROR' | 'WARNING' | 'INFO' | 'DEBUG';
	/** Says that nothing was found. */
	readonly countsNone: boolean;
}

/** The tags of a project, in order. */
export function checkTags(context: CheckContext, deploy: boolean): string[] {
	const own = available(context)
		.map(({ tag }) => tag)
		.filter((tag) => tag !== 'compatibility' || context.version.csrfChecksOrigin);
	const deployTags = deploy ? ['async_support'] : [];
	return [...new Set([...own, ...SILENT_TAGS, ...context.version.moreCheckTags, ...deployTags])].sort();
}

function available(context: CheckContext): readonly CheckGroup[] {
	return GROUPS.filter(({ app }) => app === undefined || hasApp(context, app));
}

/**
 * `BaseCommand.check`.
 * @returns what is written, to standard error when something was found
 * @throws SystemCheckError when a finding is a failure
 */
export function runChecks(context: CheckContext, options: CheckOptions): { out: string; err: string } {
	const groups = available(context).filter(
		({ tag, deploy }) =>
			(options.tags.length === 0 || options.tags.includes(tag)) && (options.deploy || deploy !== true)
	);
	const all = groups.flatMap((group) => group.run(context));
	const silenced = new Set(listed(context.setting('SILENCED_SYSTEM_CHECKS')));
	const visible = all.filter(({ id }) => !silenced.has(id));
	const text = report(visible, all.length - visible.length, options.countsNone);
	if (visible.some((message) => isFailure(message, options.failLevel))) {
		throw new DjangoError('django.core.management.base.SystemCheckError', `SystemCheckError: ${text}`);
	}
	return visible.length > 0 ? { out: '', err: text } : { out: text, err: '' };
}

function isFailure({ level }: CheckMessage, from: CheckOptions['failLevel']): boolean {
	const levels = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];
	return levels.indexOf(level) >= levels.indexOf(from);
}

function report(visible: readonly CheckMessage[], silenced: number, countsNone: boolean): string {
	const sections = (['ERROR', 'WARNING'] as const).flatMap((level) => {
		const texts = visible.filter((message) => message.level === level).map(format);
		return texts.length > 0 ? [`\n${level}S:\n${texts.sort().join('\n')}\n`] : [];
	});
	const header = visible.length > 0 ? 'System check identified some issues:\n' : '';
	if (visible.length === 0 && !countsNone) return '';
	const count =
		visible.length === 0 ? 'no issues' : visible.length === 1 ? '1 issue' : `${visible.length} issues`;
	const gap = visible.length > 0 ? '\n' : '';
	return `${header}${sections.join('')}${gap}System check identified ${count} (${silenced} silenced).`;
}

function format({ id, text, hint }: CheckMessage): string {
	return `?: (${id}) ${text}${hint === undefined ? '' : `\n\tHINT: ${hint}`}`;
}
