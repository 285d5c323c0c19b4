import type { ExchangeId } from '../exchange/events.ts';
import type { Action } from '../world/action.ts';
import type { ExchangeView } from '../world/projection.ts';

interface SlowWorld {
	apply(action: Action): Promise<void>;
	exchanges(): readonly ExchangeView[];
	/** The last action was not carried out. */
	refused(): boolean;
}

/** Does an action so that each sub-step of the requests that it carries on is seen. Others stay where they are. */
export async function playSlowly(action: Action, world: SlowWorld): Promise<void> {
	const inFlight = () => world.exchanges().filter(({ next }) => next !== null);
	const others = new Set(inFlight().map(({ id }) => id));
	if (!goesOn(action)) {
		await world.apply(action);
		return;
	}
	if (action.type === 'visit' || action.type === 'submit') await world.apply({ ...action, hold: true });
	else others.delete(exchangeOf(action));
	const until = action.type === 'step' ? action.until : undefined;
	while (!world.refused()) {
		const flight = inFlight().findLast(({ id }) => !others.has(id));
		if (!flight || (until && (flight.next?.phase === until || flight.id !== exchangeOf(action)))) return;
		await world.apply({ type: 'step', exchange: flight.id });
	}
}

/** More than one sub-step follows. */
function goesOn(action: Action): boolean {
	switch (action.type) {
		case 'visit':
		case 'submit':
			return action.hold !== true;
		case 'finish':
			return true;
		case 'step':
			return action.until !== undefined;
		default:
			return false;
	}
}

/** Its number; 0, which no exchange has, where the action names none. */
function exchangeOf(action: Action): ExchangeId {
	return 'exchange' in action ? action.exchange : 0;
}
