import { resolveAction } from '../actions.ts';
import type { Block, Lesson } from '../lesson.ts';
import { nearestName } from '../nearest.ts';
import type { ParsedLesson } from '../parse.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { FieldPath } from '../schema/issues.ts';
import type { YamlSource } from '../yaml-source.ts';

/** What every lesson has at least. */
const LEAST = { steps: 3, predictions: 1, wrong: 1 };

/** Checks that what a lesson names is there, and that it has all its parts. Plays nothing. */
export function findBrokenReferences(parsed: ParsedLesson): Problem[] {
	return [
		...missingParts(parsed),
		...linkProblems(parsed),
		...scenarioProblems(parsed),
		...walkthroughProblems(parsed),
		...wrongPathProblems(parsed)
	];
}

function missingParts({ lesson, prose }: ParsedLesson): Problem[] {
	const file = `${lesson.slug}/lesson.md`;
	const predictions = lesson.steps.flatMap((step) => step.predictions).length;
	const least = (count: number, wanted: number, what: string) =>
		count < wanted
			? [fileProblem(file, `A lesson has at least ${wanted} ${what}; this one has ${count}`)]
			: [];
	return [
		...least(lesson.steps.length, LEAST.steps, 'steps'),
		...least(predictions, LEAST.predictions, 'prediction'),
		...least(lesson.wrong.length, LEAST.wrong, 'wrong path (wrong/*.yml)'),
		...lesson.steps
			.filter(({ checks }) => checks.length === 0)
			.map(({ id }) =>
				fileProblem(
					file,
					`step ${id} has no check: the learner does something in every step`,
					prose.headings.get(id)
				)
			),
		...(/href="https:\/\/docs\.djangoproject\.com\//.test(lesson.remember)
			? []
			: [
					fileProblem(
						file,
						"The last section names the place in Django's documentation",
						prose.headings.get('remember')
					)
				])
	];
}

/** Links within the lesson lead to a step; links to Django's documentation to the version of the site. */
function linkProblems({ lesson, prose }: ParsedLesson): Problem[] {
	const file = `${lesson.slug}/lesson.md`;
	const sections = [
		{ id: lesson.steps[0]?.id ?? '', html: lesson.intro },
		...lesson.steps.map(({ id, blocks }) => ({ id, html: blocks.map(htmlOf).join('') })),
		{ id: 'remember', html: lesson.remember }
	];
	const ids = [...stepIds(lesson), 'remember'];
	return sections.flatMap(({ id, html }) =>
		[...html.matchAll(/href="([^"]*)"/g)].flatMap(([, href = '']) => {
			const line = prose.headings.get(id);
			const old = /^https:\/\/docs\.djangoproject\.com\/(?!en\/5\.2\/)/.test(href);
			if (old)
				return [fileProblem(file, `links to another version of Django's documentation: ${href}`, line)];
			const lost = href.startsWith('#') && !ids.includes(href.slice(1));
			return lost ? [fileProblem(file, `links to ${href}, but no step has this name`, line)] : [];
		})
	);
}

function htmlOf(block: Block): string {
	return block.kind === 'prose' ? block.html : '';
}

function scenarioProblems({ lesson, scenario }: ParsedLesson): Problem[] {
	if (!scenario) return [];
	const { open, editable, unlocks } = lesson.stage;
	const files = Object.keys(lesson.start.project);
	// The open file may be edited when nothing else is said; its typo is told once, where it stands.
	const others = editable.filter((path) => path !== open);
	return [
		...unknown(scenario, ['open'], open, files, 'file of the project'),
		...others.flatMap((path) =>
			unknown(scenario, ['editable', editable.indexOf(path)], path, files, 'file of the project')
		),
		...Object.keys(unlocks).flatMap((step) =>
			unknown(scenario, ['unlocks', step], step, stepIds(lesson), 'step', true)
		)
	];
}

function walkthroughProblems({ lesson, walkthrough, prose }: ParsedLesson): Problem[] {
	if (!walkthrough) return [];
	const ids = stepIds(lesson);
	const asked = Object.values(lesson.walkthrough).flatMap((entries) =>
		entries.flatMap((entry) => ('predict' in entry ? [entry.predict] : []))
	);
	const unasked = lesson.steps
		.flatMap(({ predictions }) => predictions)
		.filter(({ id }) => !asked.includes(id) && !meantBy(asked, id, predictionIds(lesson)));
	return [
		...Object.keys(lesson.walkthrough).flatMap((step) =>
			unknown(walkthrough, [step], step, ids, 'step', true)
		),
		...ids
			.filter((id) => !(id in lesson.walkthrough) && !meantBy(Object.keys(lesson.walkthrough), id, ids))
			.map((id) => fileProblem(`${lesson.slug}/walkthrough.yml`, `solves no step "${id}"`)),
		...unasked.map(
			({ id }) =>
				prose.places
					.get(`prediction ${id}`)
					?.problem(['id'], `the walkthrough never answers prediction ${id}`) ??
				fileProblem(`${lesson.slug}/walkthrough.yml`, `never answers prediction ${id}`)
		),
		...Object.entries(lesson.walkthrough).flatMap(([step, entries]) =>
			(ids.includes(step) ? entries : []).flatMap((entry, index) => {
				if ('predict' in entry) return predictProblems(lesson, walkthrough, step, index, entry.predict);
				return 'solve' in entry ? solveProblems(lesson, walkthrough, [step, index], entry) : [];
			})
		)
	];
}

function predictProblems(
	lesson: Lesson,
	source: YamlSource,
	step: string,
	index: number,
	id: string
): Problem[] {
	const own = lesson.steps.find((each) => each.id === step)?.predictions.map((each) => each.id) ?? [];
	return unknown(source, [step, index, 'predict'], id, own, `prediction of step ${step}`);
}

function solveProblems(
	lesson: Lesson,
	source: YamlSource,
	path: FieldPath,
	entry: { solve: true | string[] }
): Problem[] {
	const resolved = resolveAction(entry, { files: lesson.start.project, exchanges: [] }, lesson.solution);
	return 'misfit' in resolved ? [source.problem([...path, 'solve'], resolved.misfit)] : [];
}

function wrongPathProblems({ lesson, wrong }: ParsedLesson): Problem[] {
	const feedback = lesson.steps.flatMap((step) => step.feedback.map(({ id }) => id));
	const taken = new Map<string, string>();
	return lesson.wrong.flatMap((path) => {
		const source = wrong.get(path.name);
		if (!source) return [];
		const twin = taken.get(path.gets);
		taken.set(path.gets, path.name);
		return [
			...unknown(source, ['step'], path.step, stepIds(lesson), 'step'),
			...unknown(source, ['gets'], path.gets, feedback, 'feedback in lesson.md'),
			...(twin
				? [source.problem(['gets'], `wrong/${twin}.yml gets the same feedback; each belief has its own`)]
				: [])
		];
	});
}

function predictionIds(lesson: Lesson): string[] {
	return lesson.steps.flatMap(({ predictions }) => predictions.map(({ id }) => id));
}

/** Whether one of the names that nobody knows is a typo of this one; that typo is then told, and only that. */
function meantBy(written: readonly string[], name: string, known: readonly string[]): boolean {
	return written.some((each) => !known.includes(each) && nearestName(each, known) === name);
}

function stepIds(lesson: Lesson): string[] {
	return lesson.steps.map(({ id }) => id);
}

function unknown(
	source: YamlSource,
	path: FieldPath,
	name: string,
	known: readonly string[],
	what: string,
	atKey = false
): Problem[] {
	if (known.includes(name)) return [];
	const near = nearestName(name, known);
	const advice = near ? `; did you mean "${near}"?` : known.length ? `. Known: ${known.join(', ')}` : '';
	return [source.problem(path, `no ${what} "${name}"${advice}`, atKey)];
}
