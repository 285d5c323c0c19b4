import { explain } from '../explain/explain.ts';
import type { ExchangeView } from '../world/projection.ts';

/** What became of one cookie of a request or response, as the Network panel tells it. */
export interface CookieOutcome {
	readonly name: string;
	readonly value: string;
	/** "sent", "withheld", "stored", "deleted", "refused", "evicted". */
	readonly outcome: string;
	/** Chrome's names of the reasons; empty where nothing was refused. */
	readonly reasons: readonly string[];
	readonly sentence: string;
	/** The event that says so, by its `seq`. */
	readonly seq: number;
}

/** What an exchange did with cookies: those of the request, and those that the response set. */
export function cookieOutcomes({ events }: Pick<ExchangeView, 'events'>): {
	readonly request: readonly CookieOutcome[];
	readonly response: readonly CookieOutcome[];
} {
	const request: CookieOutcome[] = [];
	const response: CookieOutcome[] = [];
	for (const event of events) {
		const about = () => ({ sentence: explain(event).sentence, seq: event.seq });
		switch (event.type) {
			case 'cookie.attached':
				request.push({ ...valueOf(event.decision.cookie), outcome: 'sent', reasons: [], ...about() });
				break;
			case 'cookie.withheld': {
				const reasons = event.decision.reasons.map(({ reason }) => reason);
				request.push({ ...valueOf(event.decision.cookie), outcome: 'withheld', reasons, ...about() });
				break;
			}
			case 'cookie.stored':
				response.push({ ...valueOf(event.decision.cookie), outcome: 'stored', reasons: [], ...about() });
				break;
			case 'cookie.removed':
				response.push({
					name: event.decision.name,
					value: '',
					outcome: 'deleted',
					reasons: [],
					...about()
				});
				break;
			case 'cookie.refused': {
				const { name, header } = event.decision;
				const reasons = event.decision.reasons.map(({ reason }) => reason);
				response.push({ name, value: header, outcome: 'refused', reasons, ...about() });
				break;
			}
			case 'cookie.evicted':
				response.push({ ...valueOf(event.cookie), outcome: 'evicted', reasons: [], ...about() });
				break;
			default:
		}
	}
	return { request, response };
}

function valueOf({ name, value }: { name: string; value: string }) {
	return { name, value };
}
