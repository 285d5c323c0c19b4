import { resolveAction, standingOf } from '../lesson/actions.ts';
import type { LessonAction } from '../lesson/lesson.ts';
import type { Playable } from '../lesson/play.ts';
import type { LoadProgress } from '../python/runtime.ts';
import type { ProjectFiles } from '../django/server.ts';
import type { ActionOutcome, ActionRefusal, WorldClient } from '../worker/protocol.ts';
import type { Action } from '../world/action.ts';
import type { WorldEvent } from '../world/events.ts';
import type { ExchangeId } from '../exchange/events.ts';
import type { ExchangeView, Projection } from '../world/projection.ts';
import type { SharedScenario } from './shared-scenario.ts';
import { shareUnchanged } from './share-unchanged.ts';
import type { Aside, History, Opening, PlayedMoment, Readiness } from './history.ts';
import { flightOf } from './flight-of.ts';
import { playSlowly } from './play-slowly.ts';
import { TrialWorld } from './trial-world.ts';

export type { History, Opening, PlayedMoment, Readiness };

/**
 * The world as the page sees it: the moments so far, and the one that is looked at. Looking back reads older
 * moments; an action then goes back in the world itself and drops what came later.
 */
export class Simulation {
	readonly #client: WorldClient;
	#moments = $state.raw<readonly PlayedMoment[]>([]);
	#cursor = $state(0);
	#readiness = $state.raw<Readiness>({ state: 'resting' });
	#progress = $state.raw<LoadProgress | null>(null);
	#pending = $state.raw<readonly Action[]>([]);
	#refusal = $state.raw<ActionRefusal | null>(null);
	#aside = $state.raw<Aside | null>(null);
	#pick = $state.raw<{ readonly exchange: ExchangeId; readonly moment: PlayedMoment } | null>(null);
	#opening: Opening | null = null;
	/** Actions of the setup, which the history does not show. */
	#base = 0;
	/** Counts beginnings, so that a late answer to an earlier one is dropped. */
	#run = 0;
	#queue: Promise<unknown> = Promise.resolve();
	readonly #unsubscribe: () => void;
	readonly #events = $derived.by(() =>
		this.#moments.slice(0, this.#cursor + 1).flatMap(({ events }) => events)
	);

	constructor(client: WorldClient) {
		this.#client = client;
		this.#unsubscribe = client.onProgress((progress) => (this.#progress = progress));
	}

	/** All moments, the start first. Empty until the world has begun. */
	get moments(): readonly PlayedMoment[] {
		return this.#moments;
	}

	/** The place of the moment that is looked at. */
	get cursor(): number {
		return this.#cursor;
	}

	get moment(): PlayedMoment | null {
		return this.#moments[this.#cursor] ?? null;
	}

	get before(): PlayedMoment | null {
		return this.#moments[this.#cursor - 1] ?? null;
	}

	/** Everything that happened up to the moment that is looked at, the setup included. */
	get events(): readonly WorldEvent[] {
		return this.#events;
	}

	/** The project as it was given. */
	get original(): ProjectFiles {
		return this.#moments[0]?.projection.server.files ?? {};
	}

	get projection(): Projection | null {
		return this.moment?.projection ?? null;
	}

	/** The last moment is looked at. */
	get live(): boolean {
		return this.#cursor >= this.#moments.length - 1;
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
		return this.#refusal;
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
		return this.#aside !== null;
	}

	/** What the learner did, whatever the stage shows. */
	get own(): History {
		return this.#aside ?? { moments: this.#moments, cursor: this.#cursor };
	}

	/** The world's start, and all that was done up to the moment that is looked at, the setup included. */
	get scenario(): SharedScenario | null {
		if (!this.#opening || this.#moments.length === 0) return null;
		return {
			start: this.#opening.start,
			actions: this.#client.actions.slice(0, this.#base + this.#cursor)
		};
	}

	/** Starts a world; what was there before is gone. `then` is done anew, as when somebody comes back. */
	begin(opening: Opening, then: readonly Action[] = []): Promise<void> {
		const run = ++this.#run;
		this.#opening = opening;
		this.#readiness = { state: 'loading' };
		this.#refusal = null;
		return this.#enqueue(async () => {
			if (run !== this.#run) return;
			const first = await this.#open(opening);
			if (run !== this.#run) return;
			this.#base = this.#client.actions.length;
			this.#aside = null;
			this.#moments = [first];
			this.#cursor = 0;
			for (const action of then) await this.#apply(action);
			this.#readiness = { state: 'ready' };
		});
	}

	/** Begins anew from the same start. */
	async restart(): Promise<void> {
		if (this.#opening) await this.begin(this.#opening);
	}

	/** Carries out an action at the moment that is looked at. It waits for Python where that is not there yet. */
	act(action: Action): Promise<void> {
		const run = this.#run;
		this.#pending = [...this.#pending, action];
		return this.#enqueue(async () => {
			try {
				if (run === this.#run && this.#readiness.state === 'ready') await this.#actNow(action);
			} finally {
				this.#pending = this.#pending.filter((pending) => pending !== action);
			}
		});
	}

	/** Does the next sub-step of the exchange in flight; when looking back, looks one moment on. */
	async step(): Promise<void> {
		if (!this.live) this.look(this.#cursor + 1);
		else if (this.flight && this.#pending.length === 0) {
			await this.act({ type: 'step', exchange: this.flight.id });
		}
	}

	/** Runs the exchange in flight to its end; when looking back, looks at the last moment. */
	async runToEnd(): Promise<void> {
		if (!this.live) this.look(this.#moments.length - 1);
		else if (this.flight && this.#pending.length === 0) {
			await this.act({ type: 'finish', exchange: this.flight.id });
		}
	}

	/** Looks one moment back. The world stays as it is. */
	back(): void {
		this.look(this.#cursor - 1);
	}

	look(at: number): void {
		this.#refusal = null;
		this.#cursor = Math.max(0, Math.min(at, this.#moments.length - 1));
	}

	dismissRefusal(): void {
		this.#refusal = null;
	}

	/**
	 * Lets `work` play on the world from here, or from its start, and then puts everything back as it was. Nothing of
	 * it is seen in the history.
	 */
	tryOut<T>(from: 'here' | 'start', work: (copy: Playable) => Promise<T>): Promise<T> {
		const trial = this.#queue.then(async () => {
			await this.#putBack();
			const actions = this.#client.actions;
			const count = from === 'start' ? this.#base : this.#base + this.#cursor;
			const { projection } = await this.#client.goTo(count);
			try {
				return await work(new TrialWorld(this.#client, projection));
			} finally {
				await this.#client.goTo(count);
				for (const action of actions.slice(count)) await this.#client.apply(action);
			}
		});
		this.#queue = trial.catch(() => undefined);
		return trial;
	}

	/**
	 * Plays actions step by step where everybody sees them, from here or from the start. The learner's own history
	 * stands aside meanwhile; it comes back with `endDemonstration`, and with the next action.
	 * @param lead is done before, unseen
	 */
	demonstrate(from: 'here' | 'start', lead: readonly LessonAction[], shown: readonly LessonAction[]) {
		return this.#enqueue(async () => {
			await this.#putBack();
			if (this.#readiness.state !== 'ready') return;
			const { moments, cursor } = this.own;
			const fork = from === 'start' ? 0 : cursor;
			this.#aside = { moments, cursor, fork, actions: this.#client.actions };
			this.look(fork);
			await this.#goLive();
			for (const action of lead) await this.#carryOut(action, false);
			const opening = this.#cursor;
			for (const action of shown) await this.#carryOut(action, true);
			this.look(Math.min(opening + 1, this.#moments.length - 1));
		});
	}

	/** Shows the learner's own world again. */
	endDemonstration(): Promise<void> {
		return this.#enqueue(() => this.#putBack());
	}

	/** Goes back to a moment for good: what came later is dropped. */
	rewind(at: number): Promise<void> {
		return this.#enqueue(async () => {
			await this.#putBack();
			this.look(at);
			await this.#goLive();
		});
	}

	/** Lets go of the client, which goes on living for the next page. */
	leave(): void {
		this.#run += 1;
		this.#unsubscribe();
	}

	async #putBack(): Promise<void> {
		const aside = this.#aside;
		if (!aside) return;
		await this.#client.goTo(this.#base + aside.fork);
		for (const action of aside.actions.slice(this.#base + aside.fork)) await this.#client.apply(action);
		this.#moments = aside.moments;
		this.#aside = null;
		this.look(aside.cursor);
	}

	/** Does a lesson's action; `slowly`: a request is carried on one sub-step at a time. */
	async #carryOut(lessonAction: LessonAction, slowly: boolean): Promise<void> {
		const resolved = resolveAction(lessonAction, standingOf(this.projection), this.#opening?.solution ?? {});
		if ('misfit' in resolved) return;
		if (!slowly) return this.#apply(resolved.action);
		await playSlowly(resolved.action, {
			apply: (action) => this.#apply(action),
			exchanges: () => this.projection?.exchanges ?? [],
			refused: () => this.#refusal !== null
		});
	}

	async #actNow(action: Action): Promise<void> {
		await this.#putBack();
		this.#refusal = null;
		if (!this.live) await this.#goLive();
		await this.#apply(action);
	}

	/** Makes the moment that is looked at the last one, in the world too. */
	async #goLive(): Promise<void> {
		const moments = this.#moments.slice(0, this.#cursor + 1);
		await this.#client.goTo(this.#base + this.#cursor);
		this.#moments = moments;
	}

	async #apply(action: Action): Promise<void> {
		const outcome = await this.#client.apply(action);
		if (outcome.outcome === 'refused') this.#refusal = outcome.refusal;
		else this.#note(action, outcome);
	}

	#note(
		action: Action,
		{ events, result, ...outcome }: Extract<ActionOutcome, { outcome: 'applied' }>
	): void {
		const last = this.#moments.at(-1)?.projection;
		const projection = last ? shareUnchanged(last, outcome.projection) : outcome.projection;
		this.#moments = [...this.#moments, { action, projection, events, result }];
		this.#cursor = this.#moments.length - 1;
	}

	/** The world after its setup. @throws Error when the setup cannot be carried out */
	async #open({ start, setup, solution }: Opening): Promise<PlayedMoment> {
		let outcome = await this.#client.start(start);
		const events: WorldEvent[] = outcome.outcome === 'applied' ? [...outcome.events] : [];
		for (const lessonAction of setup) {
			const resolved = resolveAction(lessonAction, standingOf(outcome.projection), solution);
			if ('misfit' in resolved) throw new Error(resolved.misfit);
			outcome = await this.#client.apply(resolved.action);
			if (outcome.outcome === 'refused') throw new Error(`The setup was refused: ${outcome.refusal.reason}`);
			events.push(...outcome.events);
		}
		return { action: null, projection: outcome.projection, events, result: { kind: 'none' } };
	}

	/** One thing at a time, in order. A broken worker ends here, as a state that the page shows. */
	#enqueue(work: () => Promise<void>): Promise<void> {
		const task = this.#queue.then(work).catch((error: unknown) => {
			const message = error instanceof Error ? error.message : String(error);
			this.#readiness = { state: 'failed', message };
		});
		this.#queue = task;
		return task;
	}
}
