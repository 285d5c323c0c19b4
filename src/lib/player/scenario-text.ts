import { parseScenario } from '../world/scenario-file/parse-scenario.ts';
import { stepAction } from '../world/scenario-file/step-action.ts';
import { writeScenario } from '../world/scenario-file/write-scenario.ts';
import type { SharedScenario } from './shared-scenario.ts';
import { textOf, type LinkProblem } from './share-link.ts';

export type ReadScenario = { readonly scenario: SharedScenario } | { readonly problem: string };

const LINK_PROBLEMS: Readonly<Record<LinkProblem, string>> = {
	Cut: 'This link is not whole. Part of it was lost on the way. Ask for it again, or for the file.',
	TooLarge: 'This link holds far more text than a scenario has. It was not opened.'
};

/** The scenario as JSON of the replay format. */
export function scenarioText({ start, actions }: SharedScenario): string {
	return `${JSON.stringify(writeScenario(start, actions), null, '\t')}\n`;
}

/** Reads a scenario from JSON; a problem is a sentence for the one who opened it. */
export function readScenario(text: string): ReadScenario {
	try {
		const { start, steps } = parseScenario(JSON.parse(text));
		return { scenario: { start, actions: steps.map(stepAction) } };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { problem: `This is not a scenario that can be played: ${reason}` };
	}
}

/** Reads the scenario in a link's fragment; `null` when the fragment is about something else. */
export async function readFragment(fragment: string): Promise<ReadScenario | null> {
	const read = await textOf(fragment);
	if (read === null) return null;
	return 'problem' in read ? { problem: LINK_PROBLEMS[read.problem] } : readScenario(read.text);
}
