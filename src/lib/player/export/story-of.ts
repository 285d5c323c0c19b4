import type { ExchangeView } from '../../world/projection.ts';
import type { RecordedStep } from '../../world/export/recorded-step.ts';
import type { PlayedMoment } from '../history.ts';
import type { SharedScenario } from '../shared-scenario.ts';

/** A scenario and the moments that it was seen in. */
export interface Story {
	readonly scenario: SharedScenario;
	/** The start first; one moment an action since. What the setup did lies before it. */
	readonly moments: readonly PlayedMoment[];
}

/** Every action with what came of it. Of the setup only its end is known. */
export function recordedSteps({ scenario, moments }: Story): RecordedStep[] {
	const [first, ...later] = moments;
	const setup = scenario.actions.slice(0, scenario.actions.length - later.length);
	return [
		...setup.map((action, at) => ({
			action,
			command: null,
			after: at === setup.length - 1 ? (first?.projection ?? null) : null
		})),
		...later.flatMap(({ action, result, projection }) =>
			action ? [{ action, command: result.kind === 'command' ? result : null, after: projection }] : []
		)
	];
}

/** All exchanges of a story as they stand at its end, the oldest first. */
export function exchangesOf({ moments }: Story): ExchangeView[] {
	const exchanges = moments.flatMap(({ projection }) => projection.exchanges);
	return [...new Map(exchanges.map((exchange) => [exchange.id, exchange])).values()];
}
