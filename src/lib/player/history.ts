import type { ProjectFiles } from '../django/server.ts';
import type { LessonAction } from '../lesson/lesson.ts';
import type { ActionResult } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Projection } from '../world/projection.ts';
import type { WorldStart } from '../world/scenario.ts';

/** The world after an action, with what happened in it. The first moment is the start. */
export interface PlayedMoment {
	readonly action: Action | null;
	readonly projection: Projection;
	readonly events: readonly WorldEvent[];
	readonly result: ActionResult;
}

/** How a world is to begin. */
export interface Opening {
	readonly start: WorldStart;
	/** Done before anybody looks; not part of the history. */
	readonly setup: readonly LessonAction[];
	readonly solution: ProjectFiles;
}

/** The learner's own history. */
export interface History {
	readonly moments: readonly PlayedMoment[];
	readonly cursor: number;
}

/** The learner's own history and actions while a demonstration has the stage. */
export interface Aside extends History {
	/** Up to here both are the same. */
	readonly fork: number;
	readonly actions: readonly Action[];
}

export type Readiness =
	| { readonly state: 'resting' }
	| { readonly state: 'loading' }
	| { readonly state: 'ready' }
	| { readonly state: 'failed'; readonly message: string };
