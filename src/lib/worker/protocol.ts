import type { LoadProgress, RuntimeRefusal } from '../python/runtime.ts';
import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Projection } from '../world/projection.ts';
import type { WorldStart } from '../world/scenario.ts';

/** Why an action was not carried out. The world is then as before it. */
export type ActionRefusal =
	| RuntimeRefusal
	/** The action does not fit the world as it stands: no such exchange, a bad duration, a bad address. */
	| { readonly reason: 'InvalidAction'; readonly message: string };

/** The answer to an action. */
export type ActionOutcome =
	| {
			readonly outcome: 'applied';
			readonly events: readonly WorldEvent[];
			readonly projection: Projection;
			readonly result: ActionResult;
	  }
	| { readonly outcome: 'refused'; readonly refusal: ActionRefusal; readonly projection: Projection };

/** What an action answers beside its events: a command's output, rows of an SQL query. */
export type ActionResult =
	| { readonly kind: 'none' }
	| {
			readonly kind: 'command';
			readonly stdout: string;
			readonly error: { readonly type: string; readonly message: string; readonly traceback: string } | null;
	  }
	| {
			readonly kind: 'rows';
			readonly columns: readonly string[];
			readonly rows: readonly (readonly unknown[])[];
			readonly error: string | null;
	  };

/**
 * The page's hold on a world that runs in a worker. The page keeps start and action log, so that a worker that had
 * to be ended (an endless loop) is started anew and brought back to where it was.
 */
export interface WorldClient {
	/** Starts a fresh world. Waits for Python. */
	start(start: WorldStart): Promise<ActionOutcome>;
	/** Applies one action. */
	apply(action: Action): Promise<ActionOutcome>;
	/** Goes to the world after the first `count` actions; later ones are dropped. */
	goTo(count: number): Promise<ActionOutcome>;
	/**
	 * Goes to the world after these actions: another branch, or this one with an action left out, moved or changed. It
	 * goes the shortest way: on from where it stands, from a checkpoint, or from the start. An action that is refused
	 * ends the way before it; `projection.actions` of the refusal says how many were done.
	 */
	switchTo(actions: readonly Action[]): Promise<ActionOutcome>;
	/** The actions so far. */
	readonly actions: readonly Action[];
	onProgress(listener: (progress: LoadProgress) => void): () => void;
	dispose(): void;
}
