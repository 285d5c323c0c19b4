import * as v from 'valibot';
import { lessonActionSchema } from './action.ts';
import { id, text } from './basics.ts';
import { predicateSchema } from './predicate.ts';

/** ```check: something that the learner brings about. */
export const checkSchema = v.strictObject({
	id,
	/** What there is to see when it is done, in the learner's words. */
	says: text,
	when: predicateSchema,
	/** Count only what happens while this step is the current one. */
	inStep: v.exactOptional(v.boolean(), false)
});
export type Check = v.InferOutput<typeof checkSchema>;

const choice = v.strictObject({
	id,
	says: text,
	/** Holds in the world after the trial when this choice is right. */
	when: predicateSchema,
	/** Why it is so, or why it is not so: each choice has its own. */
	feedback: text,
	/** What to play when this choice was wrong; the trial's own actions where nothing is given. */
	counterExample: v.exactOptional(v.pipe(v.array(lessonActionSchema), v.minLength(1, 'must not be empty')))
});

/** ```prediction: a question that the simulator answers by trying. */
export const predictionSchema = v.strictObject({
	id,
	asks: text,
	/** Where the trial runs: in a copy of the learner's world, or in a fresh one of this lesson. */
	from: v.exactOptional(v.picklist(['here', 'start']), 'here'),
	/** The actions of the trial; none: the world as it is. */
	tries: v.array(lessonActionSchema),
	choices: v.pipe(v.array(choice), v.minLength(2, 'must have at least two choices'))
});
export type Prediction = v.InferOutput<typeof predictionSchema>;
export type Choice = Prediction['choices'][number];

/** ```hint: rungs of help for a step, from a nudge to the worked step. */
export const hintSchema = v.strictObject({
	nudge: text,
	concept: v.exactOptional(text),
	place: v.exactOptional(text),
	worked: v.exactOptional(text)
});
export type Hint = v.InferOutput<typeof hintSchema>;

/** ```feedback: what to say to somebody who took a known wrong path in this step. */
export const feedbackSchema = v.strictObject({
	id,
	/** Over the world, with the events since this step began. */
	when: predicateSchema,
	says: text
});
export type Feedback = v.InferOutput<typeof feedbackSchema>;

/** ```do: a button that carries out actions. */
export const offerSchema = v.strictObject({
	says: text,
	does: v.pipe(v.array(lessonActionSchema), v.minLength(1, 'must not be empty'))
});
export type Offer = v.InferOutput<typeof offerSchema>;
