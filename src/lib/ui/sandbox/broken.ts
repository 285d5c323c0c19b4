import { sayProfile } from '../../player/format.ts';
import type { Projection } from '../../world/projection.ts';

/** What stays broken until it is mended, in a few words each. */
export function broken({ faults, profiles }: Projection): readonly string[] {
	return [
		...(faults.databaseLocked ? ['database locked'] : []),
		...(faults.diskFull ? ['disk full'] : []),
		...profiles.flatMap(({ name, clockAhead }) =>
			clockAhead === 0 ? [] : [`${sayProfile(name)}: clock wrong`]
		)
	];
}
