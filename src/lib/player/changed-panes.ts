import { storeChanged } from './changes.ts';
import type { Pane, Stage } from './stage.svelte.ts';
import { sayMoment } from './say-moment.ts';

/** The panes in which something changed in this step: where a phone, which shows one pane, puts a mark. */
export function changedPanes({ changes, rules, simulation }: Stage): ReadonlySet<Pane> {
	const panes = new Set<Pane>();
	const { moment } = simulation;
	if (moment?.action) panes.add(sayMoment(moment, rules.shows('store')).actor);
	if (changes.cookies.size > 0 || changes.pages.size > 0) panes.add('browser');
	if (moment?.events.some(({ type }) => type === 'request.sent' || type === 'response.sent'))
		panes.add('wire');
	if (moment?.events.some(({ phase }) => phase === 'view' || phase === 'route')) panes.add('server');
	if (storeChanged(changes)) panes.add('store');
	return panes;
}
