import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
	checkSchema,
	feedbackSchema,
	hintSchema,
	offerSchema,
	predictionSchema
} from '../../lib/lesson/schema/blocks.ts';
import {
	courseSchema,
	glossarySchema,
	frontMatterSchema,
	scenarioSchema,
	walkthroughSchema,
	wrongPathSchema
} from '../../lib/lesson/schema/files.ts';
import { predicateSchema } from '../../lib/lesson/schema/predicate.ts';

const SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
	course: courseSchema,
	glossary: glossarySchema,
	'front-matter': frontMatterSchema,
	scenario: scenarioSchema,
	walkthrough: walkthroughSchema,
	wrong: wrongPathSchema,
	check: checkSchema,
	prediction: predictionSchema,
	hint: hintSchema,
	feedback: feedbackSchema,
	do: offerSchema
};

const WITH_PREDICATES: readonly string[] = ['check', 'prediction', 'feedback'];

/** The JSON Schemas of the lesson format for editors, as texts by file name. The linter itself checks more. */
export function jsonSchemas(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(SCHEMAS).map(([name, schema]) => {
			const json = toJsonSchema(schema, {
				typeMode: 'input',
				errorMode: 'ignore',
				...(WITH_PREDICATES.includes(name) && { definitions: { predicate: predicateSchema } })
			});
			return [`${name}.json`, `${JSON.stringify({ ...json, title: `Crumbtrail lesson: ${name}` }, null, '\t')}\n`];
		})
	);
}
