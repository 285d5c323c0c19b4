import * as v from 'valibot';
import { DJANGO_VERSIONS, type DjangoVersion, type ProjectFiles } from '../../django/server.ts';
import { ENGINES, type Engine } from '../session-engine.ts';
import { fragmentOf, textOf, type LinkProblem } from '../share-link.ts';
import { MOST_STEPS } from './parse-script.ts';

/** What is compared: all that a link has to say. */
export interface Comparand {
	readonly script: string;
	readonly project: ProjectFiles;
	readonly engines: readonly Engine[];
	readonly versions: readonly DjangoVersion[];
}

/** The version of the form that we read and write. */
const FORMAT = 1;
/** Characters of a script of so many long lines. */
const LONGEST_SCRIPT = MOST_STEPS * 500;

const PROBLEMS: Readonly<Record<LinkProblem, string>> = {
	Cut: 'This link is not whole. Part of it was lost on the way. Ask for it again.',
	TooLarge: 'This link holds far more text than a comparison has. It was not opened.'
};

const schema = v.strictObject({
	format: v.literal(FORMAT, `it is of another format than ${FORMAT}`),
	script: v.pipe(v.string(), v.maxLength(LONGEST_SCRIPT, 'its script is too long')),
	project: v.record(v.string(), v.string()),
	engines: v.pipe(v.array(v.picklist(ENGINES)), v.minLength(1, 'it names no engine')),
	versions: v.pipe(v.array(v.picklist(DJANGO_VERSIONS)), v.minLength(1, 'it names no version'))
});

/** The fragment of a link to a comparison, compressed. */
export function comparisonFragment({ script, project, engines, versions }: Comparand): Promise<string> {
	return fragmentOf(JSON.stringify({ format: FORMAT, script, project, engines, versions }), 'compare');
}

/** Reads the comparison in a link's fragment; `null` when the fragment is about something else. */
export async function readComparison(
	fragment: string
): Promise<{ readonly comparand: Comparand } | { readonly problem: string } | null> {
	const read = await textOf(fragment, 'compare');
	if (read === null) return null;
	if ('problem' in read) return { problem: PROBLEMS[read.problem] };
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), read.text);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		const path = v.getDotPath(issue);
		return {
			problem: `This is not a comparison that can be opened: ${path ? `${path}: ` : ''}${issue.message}`
		};
	}
	const { script, project, engines, versions } = parsed.output;
	return { comparand: { script, project, engines, versions } };
}
