import { ALLOW_ALL } from '../browser/cookies/preferences.ts';
import type { Action, ProfileName } from '../world/action.ts';
import type { ExchangeView, ProfileView, TabView } from '../world/projection.ts';
import { changesBetween } from './changes.ts';
import { lanesOf } from './lanes.ts';
import { lineOf } from './line-of.ts';
import { Playback } from './playback.svelte.ts';
import type { Thing } from './provenance.ts';
import type { PlayedMoment, Simulation } from './simulation.svelte.ts';
import type { StageRules } from './stage-rules.ts';
import type { Terminal } from './terminal.svelte.ts';

/** The panes of a phone, one at a time. */
export const PANES = ['lesson', 'browser', 'wire', 'server', 'store'] as const;
export type Pane = (typeof PANES)[number];

/** The tabs under the diagram. */
export const TABS = [
	'cookies',
	'network',
	'script',
	'board',
	'table',
	'console',
	'terminal',
	'transcript'
] as const;
export type Tab = (typeof TABS)[number];

/** The first browser of a world. */
export const FIRST_PROFILE: ProfileName = 'browser';
const FURTHER_PROFILES = ['second', 'third', 'fourth'];

/** What is shown of a simulation: which browser, which exchange, which file, which pane. */
export class Stage {
	readonly simulation: Simulation;
	readonly playback: Playback;
	readonly rules: StageRules;
	/** Made by its pane, when that is first looked at. */
	terminal: Terminal | null = null;
	#picked = $state.raw<{ readonly profile: ProfileName; readonly cursor: number } | null>(null);
	#pane = $state<Pane>('browser');
	#tabs = $state<{ browser: Tab; server: Tab; shared: Tab }>({
		browser: 'cookies',
		server: 'table',
		shared: 'cookies'
	});
	#file = $state.raw<{ readonly path: string; readonly cursor: number } | null>(null);
	#editing = $state<string | null>(null);
	/** What is written in the open editor is not saved. */
	unsaved = $state(false);
	clockOpen = $state(false);
	/** The list of all that happened is beside the stage. */
	historyOpen = $state(false);
	/** Where to stop is being chosen. */
	stopsOpen = $state(false);
	/** Two paths are put side by side. */
	comparing = $state(false);
	/** What is being taken apart in the inspector; `null`: it is closed. */
	inspected = $state<string | null>(null);
	/** The thing whose origin is asked for; `null`: nothing is. */
	asked = $state.raw<Thing | null>(null);
	/** The lesson's drawer, where the screen is too narrow for lesson and stage. */
	drawerOpen = $state(true);
	readonly #changes = $derived.by(() =>
		changesBetween(this.simulation.before?.projection ?? null, this.simulation.projection)
	);

	readonly #lanes = $derived.by(() => {
		const { projection } = this.simulation;
		return projection && this.rules.shows('board') ? lanesOf(projection) : [];
	});

	constructor(simulation: Simulation, rules: StageRules) {
		this.simulation = simulation;
		this.rules = rules;
		this.playback = new Playback(simulation);
	}

	/** What is different from the moment before. */
	get changes() {
		return this.#changes;
	}

	get pane(): Pane {
		return this.#pane;
	}

	set pane(pane: Pane) {
		this.#pane = pane;
	}

	/** The open tab of each group: under the browser, under the server, and of both where they share a row. */
	get tabs() {
		return this.#tabs;
	}

	/** The file on show: the one picked by hand, until code of another runs. */
	get file(): string {
		const { moments, cursor, projection } = this.simulation;
		const picked = this.#file && this.#file.cursor <= cursor ? this.#file : null;
		for (let at = cursor; at > (picked?.cursor ?? 0); at--) {
			const path = fileOf(moments[at]);
			if (path !== null && path in (projection?.server.files ?? {})) return path;
		}
		return picked?.path ?? this.rules.open;
	}

	showFile(path: string): void {
		this.#file = { path, cursor: this.simulation.cursor };
	}

	/** The file that is being edited. */
	get editing(): string | null {
		return this.#editing;
	}

	/** Opens a file for editing, where that is allowed. */
	edit(path: string): void {
		const { rules } = this;
		if (!rules.allows('edit') || (rules.editable !== null && !rules.editable.includes(path))) return;
		this.playback.pause();
		this.showFile(path);
		this.unsaved = false;
		this.#editing = path;
	}

	stopEditing(): void {
		this.unsaved = false;
		this.#editing = null;
	}

	/** Turns to another file, in the editor too; what is written there and not saved is not left. */
	turnTo(path: string): void {
		if (this.unsaved) return;
		const wasEditing = this.#editing !== null;
		this.stopEditing();
		this.showFile(path);
		if (wasEditing) this.edit(path);
	}

	/** Puts a file in place; the server reloads. */
	async save(path: string, text: string): Promise<void> {
		await this.simulation.act({ type: 'edit', files: { [path]: text } });
		this.showFile(path);
		this.stopEditing();
	}

	/** The file is not as it was given. */
	isEdited(path: string): boolean {
		return this.simulation.projection?.server.files[path] !== this.simulation.original[path];
	}

	/** The browsers that there are, the first one always among them. */
	get profiles(): readonly ProfileView[] {
		const profiles = this.simulation.projection?.profiles ?? [];
		return profiles.some(({ name }) => name === FIRST_PROFILE) ? profiles : [emptyProfile, ...profiles];
	}

	/** The browser on show: the one picked by hand, until something happens in another. */
	get profile(): ProfileView {
		const name = this.#profileName();
		return this.profiles.find((profile) => profile.name === name) ?? this.profiles[0] ?? emptyProfile;
	}

	pickProfile(profile: ProfileName): void {
		this.#picked = { profile, cursor: this.simulation.cursor };
	}

	/** The name that a further browser would get; `null` when there are enough. */
	get nextProfile(): ProfileName | null {
		const taken = this.profiles.map(({ name }) => name);
		return FURTHER_PROFILES.find((name) => !taken.includes(name)) ?? null;
	}

	/** The requests that are under way at the same time; empty where there is one at most. */
	get lanes(): readonly ExchangeView[] {
		return this.#lanes;
	}

	/** Shows the board, whatever pane a phone shows. */
	showBoard(): void {
		this.#pane = 'store';
		this.#tabs.server = this.#tabs.shared = 'board';
	}

	/** Shows one exchange in the panes; a step carries it on. */
	pickExchange({ id, profile }: ExchangeView): void {
		this.simulation.pick(id);
		this.pickProfile(profile);
	}

	/** The exchange on show: the one picked, else the one that the moment is about, else the last of this browser. */
	get exchange(): ExchangeView | null {
		const { moment, picked } = this.simulation;
		if (!moment) return null;
		const { exchanges } = moment.projection;
		const touched = moment.events.findLast(({ exchange }) => exchange !== undefined)?.exchange;
		const opened = opens(moment) ? exchanges.at(-1) : undefined;
		return (
			exchanges.find(({ id }) => id === picked) ??
			exchanges.find(({ id }) => id === touched) ??
			opened ??
			exchanges.findLast(({ profile }) => profile === this.profile.name) ??
			exchanges.at(-1) ??
			null
		);
	}

	/** The tab on show of the browser on show. */
	get tab(): TabView | null {
		return this.profile.tabs.find(({ active }) => active) ?? null;
	}

	/** Loads an address in the browser on show. */
	async visit(url: string): Promise<void> {
		await this.request({ type: 'visit', profile: this.profile.name, url, cause: 'typed', hold: true });
	}

	/** Follows a link of the page on show. */
	async follow(url: string, noReferrer = false): Promise<void> {
		const { profile } = this;
		const place = { ...this.#from(), ...(noReferrer && { noReferrer }) };
		await this.request({ type: 'visit', profile: profile.name, url, cause: 'link', ...place, hold: true });
	}

	/** Sends a form of the page on show. */
	async submit(to: string, data: Readonly<Record<string, string>>): Promise<void> {
		const { name: profile } = this.profile;
		await this.request({ type: 'submit', profile, to, data, ...this.#from(), hold: true });
	}

	async act(action: Action): Promise<void> {
		await this.simulation.act(action);
	}

	/** The page is left. */
	leave(): void {
		this.playback.pause();
		this.simulation.leave();
	}

	/**
	 * Does something that opens a request. Without the board there is one request of a browser at a time: one that is
	 * under way is run to its end first.
	 */
	async request(action: Extract<Action, { profile: ProfileName }>): Promise<void> {
		if (this.rules.shows('board')) return this.simulation.act(action);
		const open = this.simulation.projection?.exchanges.find(
			({ profile, next }) => profile === action.profile && next !== null
		);
		if (open) await this.simulation.act({ type: 'finish', exchange: open.id });
		await this.simulation.act(action);
	}

	#from(): { from?: number } {
		const { tab } = this;
		return tab ? { from: tab.id } : {};
	}

	#profileName(): ProfileName {
		const { moments, cursor } = this.simulation;
		const picked = this.#picked && this.#picked.cursor <= cursor ? this.#picked : null;
		for (let at = cursor; at > (picked?.cursor ?? 0); at--) {
			const name = profileOf(moments[at]);
			if (name) return name;
		}
		return picked?.profile ?? FIRST_PROFILE;
	}
}

const emptyProfile: ProfileView = {
	name: FIRST_PROFILE,
	kind: 'ordinary',
	blocked: false,
	preferences: ALLOW_ALL,
	startUp: 'fresh',
	clockAhead: 0,
	tabs: [],
	cookies: [],
	url: null,
	page: null
};

function opens({ action }: PlayedMoment): boolean {
	return action !== null && 'hold' in action && action.hold;
}

/** The browser that a moment is about. */
function profileOf(moment: PlayedMoment | undefined): ProfileName | null {
	if (!moment?.action) return null;
	const { action, projection } = moment;
	if ('profile' in action) return action.profile;
	if (!('exchange' in action)) return null;
	return projection.exchanges.find(({ id }) => id === action.exchange)?.profile ?? null;
}

/** The project's file whose code ran last in a moment. */
function fileOf(moment: PlayedMoment | undefined): string | null {
	const ran = moment?.events.findLast((event) => event.phase === 'route' || event.phase === 'view');
	return (ran && lineOf(ran)?.path) ?? null;
}
