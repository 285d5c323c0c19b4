import { explain } from '../../explain/explain.ts';
import { sayInstant } from '../../explain/text.ts';
import type { WorldEvent, WorldEventType } from '../../world/events.ts';
import type { PlayedMoment } from '../history.ts';
import { sayMoment } from '../say-moment.ts';
import type { Story } from './story-of.ts';

/** What happens in every request and says nothing by itself. */
const MACHINERY: readonly WorldEventType[] = [
	'exchange.started',
	'exchange.ended',
	'request.sent',
	'request.received',
	'middleware.entered',
	'middleware.left',
	'view.started',
	'view.returned',
	'response.ready',
	'response.header-set',
	'sql.executed',
	'cookie.attached'
];

/** A story in plain sentences, as Markdown: each step with its time, and what came of it. */
export function transcript({ scenario, moments }: Story): string {
	const { django, now } = scenario.start;
	const steps = moments.slice(1).map((moment, at) => stepText(moment, at + 1));
	const head = `# A story of cookies and sessions\n\nDjango ${django}. It begins on ${sayInstant(now)} UTC.\n`;
	return [head, ...steps].join('\n');
}

function stepText(moment: PlayedMoment, number: number): string {
	const { title, sentence } = sayMoment(moment);
	const told = moment.events.filter(({ type }) => !MACHINERY.includes(type)).map(sentenceOf);
	const others = [...new Set(told)].filter((text) => text !== plain(sentence));
	return [
		`${number}. **${plain(title)}** (${sayInstant(moment.projection.now)}). ${plain(sentence)}`,
		...others.map((text) => `   - ${text}`),
		''
	].join('\n');
}

function sentenceOf(event: WorldEvent): string {
	return plain(explain(event).sentence);
}

/** A text in one line, with Markdown's own signs escaped. */
function plain(text: string): string {
	return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_<>[\]#|]/g, '\\$&');
}
