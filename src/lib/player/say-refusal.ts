import type { ActionRefusal } from '../worker/protocol.ts';

export interface RefusalText {
	readonly title: string;
	/** What happened, and what to do. */
	readonly sentence: string;
}

/** Why an action was not carried out, in words. The world is as before it. */
export function sayRefusal(refusal: ActionRefusal): RefusalText {
	switch (refusal.reason) {
		case 'TimeLimit':
			return {
				title: `Stopped after ${refusal.seconds} seconds`,
				sentence:
					'The Python code did not come to an end. Nothing of this request has happened. Look for a loop that never stops, then try again.'
			};
		case 'MemoryLimit':
			return {
				title: `More than ${refusal.megabytes} MB of memory`,
				sentence:
					'The Python code asked for more memory than it may have. Nothing of this request has happened. Look for a list or text that grows without end.'
			};
		case 'OutputLimit':
			return {
				title: `More than ${refusal.characters} characters of output`,
				sentence: 'The Python code printed without end. Nothing of this request has happened.'
			};
		case 'InterpreterDied':
			return {
				title: 'Python ended',
				sentence: `Python had to be started anew, and the world is as it was before. It said: ${refusal.message}`
			};
		case 'InvalidAction':
			return { title: 'That does not work here', sentence: refusal.message };
		default:
			return refusal satisfies never;
	}
}
