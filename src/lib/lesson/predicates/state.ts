import { theBrowser } from '../../explain/text.ts';
import { parseDuration, sayDuration } from '../../time/duration.ts';
import { pythonLiteral } from '../../world/export/python-literal.ts';
import { FIRST_BROWSER } from '../first-browser.ts';
import type { Scene, Verdict } from '../scene.ts';
import type { ArgsOf } from '../schema/predicate.ts';
import { counted, oftenEnough, sayOften } from './how-often.ts';

/** The page on show has this status and text. */
export function judgePage(args: ArgsOf<'page'>, { projection }: Scene): Verdict {
	const browser = args.browser ?? FIRST_BROWSER;
	const page = projection.profiles.find(({ name }) => name === browser)?.page ?? null;
	const wishes = [
		args.status === undefined ? '' : `status ${args.status}`,
		args.contains === undefined ? '' : `saying “${args.contains}”`,
		args.lacks === undefined ? '' : `not saying “${args.lacks}”`
	].filter(Boolean);
	return {
		holds:
			page !== null &&
			(args.status === undefined || page.status === args.status) &&
			(args.contains === undefined || page.body.includes(args.contains)) &&
			(args.lacks === undefined || !page.body.includes(args.lacks)),
		expected: [`a page in ${theBrowser(browser)}`, ...wishes].join(', '),
		actual: page ? `${page.status}: “${excerpt(page.body)}”` : `no page in ${theBrowser(browser)}`
	};
}

/** So much time has passed since the lesson began. */
export function judgeClock(args: ArgsOf<'clock'>, { projection }: Scene): Verdict {
	const passed = projection.now - projection.start;
	const { atLeast, exactly, past } = args;
	const wishes = [
		atLeast === undefined ? '' : `at least ${say(atLeast)} later`,
		exactly === undefined ? '' : `exactly ${say(exactly)} later`,
		past === undefined ? '' : `more than ${say(past)} later`
	].filter(Boolean);
	return {
		holds:
			(atLeast === undefined || passed >= parseDuration(atLeast)) &&
			(exactly === undefined || passed === parseDuration(exactly)) &&
			(past === undefined || passed > parseDuration(past)),
		expected: wishes.join(', '),
		actual: passed === 0 ? 'no time has passed' : `${sayExactly(passed)} later`
	};
}

/** A value of the settings of the running server. */
export function judgeSetting({ name, is }: ArgsOf<'setting'>, { projection }: Scene): Verdict {
	const value = projection.server.settings[name];
	return {
		holds: value === is,
		expected: `${name} = ${pythonLiteral(is)}`,
		actual: value === undefined ? `${name} is not known` : `${name} = ${pythonLiteral(value)}`
	};
}

/** So many files lie in the `sessions/` folder. */
export function judgeSessionFiles(args: ArgsOf<'sessionFiles'>, { projection }: Scene): Verdict {
	const { length } = projection.store.files;
	return {
		holds: oftenEnough(length, args),
		expected: sayOften(args, 'session file'),
		actual: counted(length, 'session file')
	};
}

/** A file of the project has, or lacks, a passage. */
export function judgeFile(args: ArgsOf<'file'>, { projection }: Scene): Verdict {
	const text = projection.server.files[args.path];
	const wishes = [
		args.contains === undefined ? '' : `with ${args.contains}`,
		args.lacks === undefined ? '' : `without ${args.lacks}`
	].filter(Boolean);
	const contains = args.contains === undefined || text?.includes(args.contains);
	const lacks = args.lacks === undefined || !text?.includes(args.lacks);
	return {
		holds: text !== undefined && contains === true && lacks,
		expected: [args.path, ...wishes].join(' '),
		actual: text === undefined ? `no ${args.path}` : `${args.path} ${sayPassage(args, text)}`
	};
}

/** "has int(", "does not have int(": of the passage that is wanted, or not wanted. */
function sayPassage({ contains, lacks }: ArgsOf<'file'>, text: string): string {
	const passage = contains !== undefined && !text.includes(contains) ? contains : (lacks ?? contains ?? '');
	return `${text.includes(passage) ? 'has' : 'does not have'} ${passage}`;
}

/** The server's console has a text. */
export function judgeConsole({ contains }: ArgsOf<'console'>, { projection }: Scene): Verdict {
	const lines = projection.server.console;
	const last = lines.at(-1);
	const said = lines.findLast(({ text }) => text.includes(contains));
	return {
		holds: said !== undefined,
		expected: `“${contains}” in the console`,
		actual: last ? `last line: ${excerpt(last.text)}` : 'an empty console',
		...(said && { seen: `${excerpt(said.text)} in the console` })
	};
}

function say(duration: string | number): string {
	return sayExactly(parseDuration(duration));
}

/** A duration with its last microsecond where that matters. */
function sayExactly(micros: number): string {
	const rest = micros % 1_000_000;
	if (rest === 0) return sayDuration(micros);
	const fraction = `${rest} microsecond${rest === 1 ? '' : 's'}`;
	return micros < 1_000_000 ? fraction : `${sayDuration(micros)} and ${fraction}`;
}

/** What a page says, without its markup. */
function excerpt(body: string): string {
	const text = body
		.replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(?:#x27|quot|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** What Django's escaping writes. */
const ENTITIES: Readonly<Record<string, string>> = {
	'&#x27;': "'",
	'&quot;': '"',
	'&lt;': '<',
	'&gt;': '>',
	'&amp;': '&'
};
