import { actionKey } from '../world/action-key.ts';
import { restoreCheckpoint, takeCheckpoint } from '../world/checkpoint.ts';
import { Checkpoints } from '../world/checkpoints.ts';
import { RuntimeStopped } from '../python/runtime.ts';
import type { Action } from '../world/action.ts';
import { InvalidAction } from '../world/invalid-action.ts';
import type { WorldStart } from '../world/scenario.ts';
import type { ActionAnswer } from '../world/action-answer.ts';
import { worldHash } from '../world/world-hash.ts';
import { World, type WorldPorts } from '../world/world.ts';
import type { ActionOutcome, ActionRefusal, ActionResult } from './protocol.ts';

/** A checkpoint is taken after so many events: some fifty exchanges. */
const EVENTS_BETWEEN = 1_000;
/** So many checkpoints are tried before the way is played from its start. */
const TRIES = 2;

/** Boots Python and SQLite. Called again when the interpreter has ended. */
export type BootPorts = () => Promise<WorldPorts>;

/** A world with its history: it can be brought back to any number of its actions, and survives what stops Python. */
export class WorldHost {
	readonly #boot: BootPorts;
	readonly #beat: () => void;
	#ports: WorldPorts | null = null;
	#world: World | null = null;
	#start: WorldStart | null = null;
	#actions: readonly Action[] = [];
	/** The key of each place on the way: the start, then after each action. */
	#keys: readonly string[] = [''];
	readonly #checkpoints = new Checkpoints();
	/** How many actions were played before the last one that was refused. */
	#played = 0;
	/** The number of the next event at the last checkpoint. */
	#lastTaken = 0;

	/** @param beat is called whenever a replay gets on */
	constructor(boot: BootPorts, beat: () => void = () => undefined) {
		this.#boot = boot;
		this.#beat = beat;
	}

	/** Starts a fresh world and plays `actions` in it. */
	async start(start: WorldStart, actions: readonly Action[] = []): Promise<ActionOutcome> {
		this.#start = start;
		this.#checkpoints.clear();
		this.#take(actions);
		const world = await this.#replay();
		return { outcome: 'applied', events: [], projection: world.projection(), result: { kind: 'none' } };
	}

	/** Applies one action. What stops Python leaves the world as it was before the action. */
	async apply(action: Action): Promise<ActionOutcome> {
		const world = this.#world ?? (await this.#replay());
		try {
			const { events, answer } = world.apply(action);
			this.#keys = [...this.#keys, actionKey(this.#keys.at(-1) ?? '', action)];
			this.#actions = [...this.#actions, action];
			return { outcome: 'applied', events, projection: world.projection(), result: resultOf(answer) };
		} catch (error) {
			const refusal = refusalOf(error);
			const unchanged = refusal.reason === 'InvalidAction' ? world : await this.#replay();
			return { outcome: 'refused', refusal, projection: unchanged.projection() };
		}
	}

	/** Goes to the world after the first `count` actions. */
	goTo(count: number): Promise<ActionOutcome> {
		return this.switchTo(this.#actions.slice(0, Math.max(0, count)));
	}

	/**
	 * Goes to the world after these actions, whatever way led there: from where it stands, where they go on from there;
	 * else from the nearest checkpoint; else from the start. An action that is refused ends the way before it.
	 */
	async switchTo(actions: readonly Action[]): Promise<ActionOutcome> {
		const before = this.#keys.at(-1);
		const from = this.#world ? this.#actions.length : -1;
		this.#take(actions);
		const further = (this.#checkpoints.nearest(this.#keys)?.checkpoint.actions ?? 0) > from;
		const live = this.#keys[from] === before && !further ? this.#world : null;
		try {
			const world = live ? this.#playOn(live) : await this.#replay();
			return { outcome: 'applied', events: [], projection: world.projection(), result: { kind: 'none' } };
		} catch (error) {
			const refusal = refusalOf(error);
			this.#take(actions.slice(0, this.#played));
			return { outcome: 'refused', refusal, projection: (await this.#replay()).projection() };
		}
	}

	/** Takes a checkpoint, when enough has happened since the last one. To be called when nobody waits. */
	rest(): void {
		const world = this.#world;
		if (!world || world.log.next - this.#lastTaken < EVENTS_BETWEEN) return;
		try {
			const checkpoint = takeCheckpoint(world);
			if (!checkpoint) return;
			this.#lastTaken = checkpoint.nextEvent;
			this.#checkpoints.add(this.#keys.at(-1) ?? '', checkpoint);
		} catch (error) {
			if (!(error instanceof RuntimeStopped)) throw error;
			// The next action finds no world, and brings it back.
			this.#end();
		}
	}

	/** The hash of the world as it stands. */
	async hash(): Promise<string> {
		return worldHash(this.#world ?? (await this.#replay()));
	}

	#take(actions: readonly Action[]): void {
		const keys = [''];
		for (const [at, action] of actions.entries()) {
			const known = action === this.#actions[at] && keys[at] === this.#keys[at];
			keys.push((known ? this.#keys[at + 1] : undefined) ?? actionKey(keys[at] ?? '', action));
		}
		this.#actions = actions;
		this.#keys = keys;
	}

	/** The world at the nearest checkpoint of the way, if there is one that can be restored. */
	#restored(start: WorldStart, ports: WorldPorts): World | null {
		for (let tries = 0; tries < TRIES && !ports.runtime.dead; tries++) {
			const kept = this.#checkpoints.nearest(this.#keys);
			if (!kept) return null;
			const world = restoreCheckpoint(kept.checkpoint, start, ports);
			if (world instanceof World) return world;
			this.#checkpoints.remove(kept.key);
		}
		return null;
	}

	async #replay(): Promise<World> {
		if (!this.#start) throw new Error('No world has been started');
		this.#end();
		this.#ports ??= await this.#boot();
		this.#beat();
		const restored = this.#restored(this.#start, this.#ports);
		if (this.#ports.runtime.dead) this.#ports = await this.#boot();
		const world = restored ?? new World(this.#start, this.#ports);
		this.#lastTaken = world.log.next;
		return this.#playOn(world);
	}

	/** Plays the actions that are still to come. */
	#playOn(world: World): World {
		this.#world = world;
		for (const action of this.#actions.slice(world.actions)) {
			this.#beat();
			this.#played = world.actions;
			// The page has looked at every moment.
			world.ready();
			world.apply(action);
		}
		return world;
	}

	#end(): void {
		try {
			this.#world?.end();
		} catch (error) {
			if (!(error instanceof RuntimeStopped)) throw error;
		}
		this.#world = null;
		if (this.#ports?.runtime.dead) this.#ports = null;
	}
}

function refusalOf(error: unknown): ActionRefusal {
	if (error instanceof RuntimeStopped) return error.refusal;
	if (error instanceof InvalidAction) return { reason: 'InvalidAction', message: error.message };
	throw error;
}

function resultOf(answer: ActionAnswer): ActionResult {
	switch (answer.kind) {
		case 'none':
		case 'exchanges':
			return { kind: 'none' };
		case 'command':
			return { kind: 'command', stdout: answer.stdout, error: answer.error };
		case 'rows':
			return { ...answer, error: answer.error?.message ?? null };
		default:
			return answer satisfies never;
	}
}
