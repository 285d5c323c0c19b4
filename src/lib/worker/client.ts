import type { Remote } from 'comlink';
import type { LoadProgress } from '../python/runtime.ts';
import type { Action } from '../world/action.ts';
import type { WorldStart } from '../world/scenario.ts';
import { fetchAssets, type WorkerAssets } from './fetch-assets.ts';
import type { ActionOutcome, WorldClient } from './protocol.ts';
import type { OpenWay } from './sandbox-check.ts';
import { startWorker } from './start-worker.ts';
import { Watchdog } from './watchdog.ts';
import type { WorldWorkerApi } from './world.worker.ts';

/** An action that has not answered after so long ran into what cannot be interrupted: its worker is ended. */
const PATIENCE_MILLIS = 6_000;
/** However often a worker says that it is getting on, one question to it takes no longer than this. */
const LONGEST_MILLIS = 120_000;
/** What the learner is told: the time limit of running code. */
const LIMIT_SECONDS = 5;

/** The mark in the page's performance timeline that tells when Python runs; the bench reads it. */
const PYTHON_READY = 'python-ready';

interface Running {
	readonly api: Remote<WorldWorkerApi>;
	/** Resolves when Python runs. */
	readonly ready: Promise<void>;
	readonly watchdog: Watchdog;
	readonly stop: () => void;
}

/** The page's hold on the world in its worker. Keeps start and actions, so that ending the worker loses nothing. */
export class WorkerWorldClient implements WorldClient {
	#start: WorldStart | null = null;
	#actions: readonly Action[] = [];
	#assets: Promise<WorkerAssets> | null = null;
	#running: Promise<Running> | null = null;
	#progress: LoadProgress = { stage: 'fetching', done: 0 };
	#distrusts = false;
	readonly #listeners = new Set<(progress: LoadProgress) => void>();

	get actions(): readonly Action[] {
		return this.#actions;
	}

	/** Begins to load Python. Called early, while the learner still reads. */
	preload(): void {
		this.#running ??= this.#run();
		this.#running.catch(() => undefined);
	}

	onProgress(listener: (progress: LoadProgress) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#progress);
		return () => this.#listeners.delete(listener);
	}

	/** What starts from now on was written by strangers: it starts only where the sandbox is closed. */
	distrust(): void {
		this.#distrusts = true;
	}

	/** @throws Error when the project cannot begin: its settings run without end, or the sandbox has a way out */
	async start(start: WorldStart): Promise<ActionOutcome> {
		if (this.#distrusts) refuseOpen(await this.#openWays());
		this.#start = start;
		this.#actions = [];
		return this.#begin(start, []);
	}

	async apply(action: Action): Promise<ActionOutcome> {
		const answered = await this.#within(({ api }) => api.apply(action));
		if (answered) {
			if (answered.outcome === 'applied') this.#actions = [...this.#actions, action];
			return answered;
		}
		if (!this.#start) throw new Error('No world has been started');
		const { projection } = await this.#begin(this.#start, this.#actions);
		return { outcome: 'refused', refusal: { reason: 'TimeLimit', seconds: LIMIT_SECONDS }, projection };
	}

	async goTo(count: number): Promise<ActionOutcome> {
		this.#actions = this.#actions.slice(0, count);
		const answered = await this.#within(({ api }) => api.goTo(count));
		if (answered) return answered;
		if (!this.#start) throw new Error('No world has been started');
		return this.#begin(this.#start, this.#actions);
	}

	async switchTo(actions: readonly Action[]): Promise<ActionOutcome> {
		const before = this.#actions;
		const answered = await this.#within(({ api }) => api.switchTo(actions));
		if (answered) {
			const { projection } = answered;
			this.#actions = answered.outcome === 'applied' ? actions : actions.slice(0, projection.actions);
			return answered;
		}
		if (!this.#start) throw new Error('No world has been started');
		const { projection } = await this.#begin(this.#start, before);
		return { outcome: 'refused', refusal: { reason: 'TimeLimit', seconds: LIMIT_SECONDS }, projection };
	}

	dispose(): void {
		const running = this.#running;
		this.#running = null;
		void running?.then(
			({ stop }) => {
				stop();
			},
			() => undefined
		);
	}

	/** The ways out of the sandbox that this browser leaves open. */
	async #openWays(): Promise<readonly OpenWay[]> {
		const { api, ready } = await this.#ready();
		await ready;
		return api.findOpenWays(location.origin);
	}

	async #begin(start: WorldStart, actions: readonly Action[]): Promise<ActionOutcome> {
		const answered = await this.#within(({ api }) => api.start(start, actions));
		if (!answered) throw new Error(`The project did not start within ${LIMIT_SECONDS} seconds of running.`);
		return answered;
	}

	/** Asks the worker; `null` when it does not answer in time, and the worker is then ended. */
	async #within(ask: (running: Running) => Promise<unknown>): Promise<ActionOutcome | null> {
		const running = await this.#ready();
		await running.ready;
		const answered = await running.watchdog.watch(ask(running));
		if (answered !== null) return (await import('./check-outcome.ts')).checkOutcome(answered.value);
		running.stop();
		if ((await this.#running?.catch(() => null)) === running) this.#running = null;
		return null;
	}

	#ready(): Promise<Running> {
		return (this.#running ??= this.#run());
	}

	async #run(): Promise<Running> {
		this.#assets ??= fetchAssets((done) => {
			this.#tell({ stage: 'fetching', done: done * 0.7 });
		});
		const [worker, assets, comlink] = await Promise.all([startWorker(), this.#assets, import('comlink')]);
		const api = comlink.wrap<WorldWorkerApi>(worker);
		this.#tell({ stage: 'starting', done: 0.7 });
		const watchdog = new Watchdog(PATIENCE_MILLIS, LONGEST_MILLIS);
		const beat = comlink.proxy(() => {
			watchdog.beat();
		});
		const ready = api.boot(assets, beat).then(() => {
			performance.mark(PYTHON_READY);
			this.#tell({ stage: 'ready', done: 1 });
		});
		const stop = () => {
			api[comlink.releaseProxy]();
			worker.terminate();
		};
		return { api, ready, watchdog, stop };
	}

	#tell(progress: LoadProgress): void {
		this.#progress = progress;
		for (const listener of this.#listeners) listener(progress);
	}
}

function refuseOpen(ways: readonly OpenWay[]): void {
	if (ways.length === 0) return;
	throw new Error(
		`This browser leaves a way out of the sandbox open (${ways.join(', ')}), so code from outside is not run in it.`
	);
}
