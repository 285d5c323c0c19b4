import * as v from 'valibot';
import { EVENT_TYPES } from '../../explain/explain.ts';

/** The type of an event of the world. */
export const eventType = v.picklist(EVENT_TYPES);
