import type { SourceLine } from '../django/events.ts';
import type { WorldEvent } from '../world/events.ts';

/** The line of the learner's that an event belongs to. */
export function lineOf(event: WorldEvent): SourceLine | undefined {
	if ('by' in event) return event.by;
	if ((event.type === 'route.matched' || event.type === 'view.started') && event.source) return event.source;
	return undefined;
}
