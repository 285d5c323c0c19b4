import type { LessonAction } from '../lesson/lesson.ts';
import type { Playable } from '../lesson/play.ts';
import type { LoadProgress } from '../python/runtime.ts';
import type { ProjectFiles } from '../django/server.ts';
import type { ActionRefusal, WorldClient } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';
import type { ExchangeId } from '../exchange/events.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';
import { choices } from './choices.svelte.ts';
import { Demonstration } from './demonstration.svelte.ts';
import { flightOf } from './flight-of.ts';
import type { History, Opening, PlayedMoment, Readiness } from './history.ts';
import { Paths } from './paths.svelte.ts';
import { PlayedWorld } from './played-world.svelte.ts';
import type { SharedScenario } from './shared-scenario.ts';
import { Stopping } from './stopping.svelte.ts';
import { TaskQueue } from './task-queue.ts';
import { TrialWorld } from './trial-world.ts';

export type { History, Opening, PlayedMoment, Readiness };

/**
 * The world as the page sees it: the moments so far, and the one that is looked at. Looking back reads older
 * moments. An action then goes back in the world itself and begins a new path; the one before is kept.
 */
export class Simulation {
	readonly #client: WorldClient;
	readonly #world: PlayedWorld;
	readonly #demonstration: Demonstration;
	readonly #stopping: Stopping;
	/** The path that lives, and those that are kept. */
	readonly paths: Paths;
	#readiness = $state.raw<Readiness>({ state: 'resting' });
	#progress = $state.raw<LoadProgress | null>(null);
	#pending = $state.raw<readonly Action[]>([]);
	#pick = $state.raw<{ readonly exchange: ExchangeId; readonly moment: PlayedMoment } | null>(null);
	#opening: Opening | null = null;
	/** Counts beginnings, so that a late answer to an earlier one is dropped. */
	#run = 0;
	readonly #queue = new TaskQueue();
	readonly #unsubscribe: () => void;

	constructor(client: WorldClient) {
		this.#client = client;
		this.#world = new PlayedWorld(client);
		this.#demonstration = new Demonstration(this.#world);
		this.#stopping = new Stopping(this.#world, () => this.flight);
		this.paths = new Paths(
			this.#world,
			() => this.own.moments,
			(work) => this.#onOwnWorld(work)
		);
		this.#unsubscribe = client.onProgress((progress) => (this.#progress = progress));
	}

	/** All moments, the start first. Empty until the world has begun. */
	get moments(): readonly PlayedMoment[] {
		return this.#world.moments;
	}

	/** The place of the moment that is looked at. */
	get cursor(): number {
		return this.#world.cursor;
	}

	get moment(): PlayedMoment | null {
		return this.moments[this.cursor] ?? null;
	}

	get before(): PlayedMoment | null {
		return this.moments[this.cursor - 1] ?? null;
	}

	/** Everything that happened up to the moment that is looked at, the setup included. */
	get events(): readonly WorldEvent[] {
		return this.#world.events;
	}

	/** The project as it was given. */
	get original(): ProjectFiles {
		return this.moments[0]?.projection.server.files ?? {};
	}

	get projection(): Projection | null {
		return this.moment?.projection ?? null;
	}

	/** The last moment is looked at. */
	get live(): boolean {
		return this.#world.live;
	}

	get readiness(): Readiness {
		return this.#readiness;
	}

	get progress(): LoadProgress | null {
		return this.#progress;
	}

	/** Actions that are asked for and not done yet, oldest first. */
	get pending(): readonly Action[] {
		return this.#pending;
	}

	/** Why the last action was not carried out. */
	get refusal(): ActionRefusal | null {
		return this.#world.refusal;
	}

	/** The exchange that a step carries on: of those in flight the one picked, or else touched last. */
	get flight(): ExchangeView | null {
		return flightOf(this.moment, this.picked);
	}

	/** The exchange that was picked by hand at this moment. */
	get picked(): ExchangeId | null {
		return this.#pick && this.#pick.moment === this.moment ? this.#pick.exchange : null;
	}

	/** Looks at one exchange, until something happens. */
	pick(exchange: ExchangeId): void {
		this.#pick = this.moment && { exchange, moment: this.moment };
	}

	/** The learner's own actions since the setup, up to the moment that is looked at. */
	get actions(): readonly Action[] {
		const { moments, cursor } = this.own;
		return moments.slice(1, cursor + 1).flatMap(({ action }) => (action ? [action] : []));
	}

	/** The stage shows something that the learner did not do. */
	get demonstrating(): boolean {
		return this.#demonstration.going;
	}

	/** What the learner did, whatever the stage shows. */
	get own(): History {
		return this.#demonstration.own;
	}

	/** The world's start, and all that was done up to the moment that is looked at, the setup included. */
	get scenario(): SharedScenario | null {
		if (!this.#opening || this.moments.length === 0) return null;
		return {
			start: this.#opening.start,
			actions: this.#client.actions.slice(0, this.#world.base + this.cursor)
		};
	}

	/** Starts a world; what was there before is gone. `then` is done anew, as when somebody comes back. */
	begin(opening: Opening, then: readonly Action[] = []): Promise<void> {
		const run = ++this.#run;
		this.#opening = opening;
		this.#readiness = { state: 'loading' };
		this.#world.dismissRefusal();
		return this.#enqueue(async () => {
			if (run !== this.#run) return;
			const begun = await this.#world.begin(opening, () => run === this.#run);
			if (!begun) return;
			this.#demonstration.drop();
			for (const action of then) await this.#world.apply(action);
			this.#readiness = { state: 'ready' };
		});
	}

	/** Begins anew from the same start. */
	async restart(): Promise<void> {
		if (this.#opening) await this.begin(this.#opening);
	}

	/** Carries out an action at the moment that is looked at. It waits for Python where that is not there yet. */
	act(action: Action): Promise<void> {
		return this.#pend(action, () => this.#world.act(action));
	}

	/** Does the next sub-step of the exchange in flight; when looking back, looks one moment on. */
	async step(): Promise<void> {
		if (!this.live) this.look(this.cursor + 1);
		else if (this.flight && this.#pending.length === 0) {
			await this.act({ type: 'step', exchange: this.flight.id });
		}
	}

	/** Runs the exchange in flight to its end, or to a stop; when looking back, looks at the last moment. */
	async runToEnd(): Promise<void> {
		if (!this.live) this.look(this.moments.length - 1);
		else if (this.flight && this.#pending.length === 0) {
			const finish: Action = { type: 'finish', exchange: this.flight.id };
			await (choices.stops.empty ? this.act(finish) : this.#pend(finish, () => this.#stopping.run()));
		}
	}

	/** Does the next step as `step` does, but not one that is to be stopped before, unless it is the first. */
	async stepToStop(first: boolean): Promise<void> {
		if (!this.live) {
			this.look(this.cursor + 1);
			await this.#stopping.check();
		} else if (this.flight && this.#pending.length === 0) {
			const step: Action = { type: 'step', exchange: this.flight.id };
			await (choices.stops.empty ? this.act(step) : this.#pend(step, () => this.#stopping.step(first)));
		}
	}

	/** Why playing stopped at this moment, in words; `null`: it did not. */
	get stopped(): string | null {
		return this.#stopping.stopped;
	}

	/** Looks one moment back. The world stays as it is. */
	back(): void {
		this.look(this.cursor - 1);
	}

	look(at: number): void {
		this.#world.look(at);
	}

	dismissRefusal(): void {
		this.#world.dismissRefusal();
	}

	/**
	 * Lets `work` play on the world from here, or from its start, and then puts everything back as it was. Nothing of
	 * it is seen in the history.
	 */
	tryOut<T>(from: 'here' | 'start', work: (copy: Playable) => Promise<T>): Promise<T> {
		return this.#queue.add(async () => {
			await this.#demonstration.putBack();
			const actions = this.#client.actions;
			const count = this.#world.base + (from === 'start' ? 0 : this.cursor);
			const { projection } = await this.#client.goTo(count);
			try {
				return await work(new TrialWorld(this.#client, projection));
			} finally {
				await this.#client.goTo(count);
				for (const action of actions.slice(count)) await this.#client.apply(action);
			}
		});
	}

	/**
	 * Plays actions step by step where everybody sees them, from here or from the start. The learner's own history
	 * stands aside meanwhile; it comes back with `endDemonstration`, and with the next action.
	 * @param lead is done before, unseen
	 */
	demonstrate(from: 'here' | 'start', lead: readonly LessonAction[], shown: readonly LessonAction[]) {
		return this.#onOwnWorld(() => this.#demonstration.play(from, lead, shown, this.#opening?.solution ?? {}));
	}

	/** Shows the learner's own world again. */
	endDemonstration(): Promise<void> {
		return this.#onOwnWorld(() => Promise.resolve());
	}

	/** Goes back to a moment for good: what came later is kept as another path. */
	rewind(at: number): Promise<void> {
		return this.#onOwnWorld(() => {
			this.look(at);
			return this.#world.branchHere();
		});
	}

	/** Lets go of the client, which goes on living for the next page. */
	leave(): void {
		this.#run += 1;
		this.#unsubscribe();
	}

	/** Does something that is asked for and not done yet. */
	#pend(action: Action, work: () => Promise<void>): Promise<void> {
		this.#pending = [...this.#pending, action];
		return this.#onOwnWorld(work).finally(() => {
			this.#pending = this.#pending.filter((pending) => pending !== action);
		});
	}

	/** Does something once all before it is done and the learner's own world has the stage. */
	#onOwnWorld(work: () => Promise<void>): Promise<void> {
		const run = this.#run;
		return this.#enqueue(async () => {
			if (run !== this.#run || this.#readiness.state !== 'ready') return;
			await this.#demonstration.putBack();
			await work();
		});
	}

	/** One thing at a time, in order. A broken worker ends here, as a state that the page shows. */
	#enqueue(work: () => Promise<void>): Promise<void> {
		return this.#queue.add(work).catch((error: unknown) => {
			const message = error instanceof Error ? error.message : String(error);
			this.#readiness = { state: 'failed', message };
		});
	}
}
