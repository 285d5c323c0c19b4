import { RuntimeStopped } from '../python/runtime.ts';
import type { Action } from '../world/action.ts';
import { InvalidAction } from '../world/invalid-action.ts';
import type { WorldStart } from '../world/scenario.ts';
import type { ActionAnswer } from '../world/action-answer.ts';
import { World, type WorldPorts } from '../world/world.ts';
import type { ActionOutcome, ActionRefusal, ActionResult } from './protocol.ts';

/** Boots Python and SQLite. Called again when the interpreter has ended. */
export type BootPorts = () => Promise<WorldPorts>;

/** A world with its history: it can be brought back to any number of its actions, and survives what stops Python. */
export class WorldHost {
	readonly #boot: BootPorts;
	readonly #beat: () => void;
	#ports: WorldPorts | null = null;
	#world: World | null = null;
	#start: WorldStart | null = null;
	#actions: Action[] = [];

	/** @param beat is called whenever a replay gets on */
	constructor(boot: BootPorts, beat: () => void = () => undefined) {
		this.#boot = boot;
		this.#beat = beat;
	}

	/** Starts a fresh world and plays `actions` in it. */
	async start(start: WorldStart, actions: readonly Action[] = []): Promise<ActionOutcome> {
		this.#start = start;
		this.#actions = [...actions];
		const world = await this.#replay();
		return { outcome: 'applied', events: [], projection: world.projection(), result: { kind: 'none' } };
	}

	/** Applies one action. What stops Python leaves the world as it was before the action. */
	async apply(action: Action): Promise<ActionOutcome> {
		const world = this.#world ?? (await this.#replay());
		try {
			const { events, answer } = world.apply(action);
			this.#actions.push(action);
			return { outcome: 'applied', events, projection: world.projection(), result: resultOf(answer) };
		} catch (error) {
			const refusal = refusalOf(error);
			const unchanged = refusal.reason === 'InvalidAction' ? world : await this.#replay();
			return { outcome: 'refused', refusal, projection: unchanged.projection() };
		}
	}

	/** Goes to the world after the first `count` actions. */
	async goTo(count: number): Promise<ActionOutcome> {
		this.#actions = this.#actions.slice(0, Math.max(0, count));
		const world = await this.#replay();
		return { outcome: 'applied', events: [], projection: world.projection(), result: { kind: 'none' } };
	}

	async #replay(): Promise<World> {
		if (!this.#start) throw new Error('No world has been started');
		this.#end();
		this.#ports ??= await this.#boot();
		this.#beat();
		const world = new World(this.#start, this.#ports);
		for (const action of this.#actions) {
			this.#beat();
			world.apply(action);
		}
		this.#world = world;
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
