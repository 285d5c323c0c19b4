import { exportedFiles, readDraft, type DraftFiles, type DraftReading } from '../lesson/author/draft.ts';
import type { CourseFiles } from '../lesson/course.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { Problem } from '../lesson/problem.ts';
import { proveDraft } from './prove-draft.ts';
import { storage } from './storage.ts';

/** The name that the draft is kept by in this browser. */
const KEPT = 'author:draft';

/** How long the keys have to rest before the lesson is read again. */
const REST_MILLIS = 350;

/** What the full proof has said of the draft as it stands. */
export type Proof =
	| { readonly state: 'none' }
	| { readonly state: 'running' }
	| { readonly state: 'done'; readonly problems: readonly Problem[] }
	| { readonly state: 'failed'; readonly message: string };

/** A lesson that is being written. Every change is kept in the browser at once, and read again after a moment. */
export class Draft {
	readonly slug: string;
	readonly around: CourseFiles;
	#files = $state.raw<CourseFiles>({});
	#open = $state('lesson.md');
	#reading = $state.raw<DraftReading>({ parsed: null, problems: [] });
	/** The last text that could be read: the preview stays while something is mended. */
	#lesson = $state.raw<Lesson | null>(null);
	#proof = $state.raw<Proof>({ state: 'none' });
	#changed = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param changed it has something already that is in no file */
	constructor({ slug, files, around }: DraftFiles, changed = false) {
		this.slug = slug;
		this.around = around;
		this.#files = files;
		this.#changed = changed;
		this.#keep();
		void this.read();
	}

	get files(): CourseFiles {
		return this.#files;
	}

	get paths(): readonly string[] {
		return Object.keys(this.#files).sort(byPlace);
	}

	/** The file that is edited. */
	get open(): string {
		return this.#open in this.#files ? this.#open : (this.paths[0] ?? '');
	}

	set open(path: string) {
		this.#open = path;
	}

	get lesson(): Lesson | null {
		return this.#lesson;
	}

	get proof(): Proof {
		return this.#proof;
	}

	/** What is wrong: as far as can be seen without playing, and what the proof of this very text found. */
	get problems(): readonly Problem[] {
		const proven = this.#proof.state === 'done' ? this.#proof.problems : [];
		return [...this.#reading.problems, ...proven];
	}

	/** Something has changed since the draft was saved as a file. */
	get changed(): boolean {
		return this.#changed;
	}

	/** The problems of a file, by its path in the lesson. */
	problemsOf(path: string): readonly Problem[] {
		return this.problems.filter(({ file }) => file === `${this.slug}/${path}`);
	}

	write(path: string, text: string): void {
		if (this.#files[path] !== text) this.#set({ ...this.#files, [path]: text });
	}

	remove(path: string): void {
		this.#set(Object.fromEntries(Object.entries(this.#files).filter(([each]) => each !== path)));
	}

	/** Reads the lesson as it stands now. */
	async read(): Promise<void> {
		clearTimeout(this.#timer);
		const { BUILT_IN_FILES } = await import('../lesson/built-in-files.ts');
		this.#reading = readDraft(this.#plain(), BUILT_IN_FILES);
		this.#lesson = this.#reading.parsed?.lesson ?? this.#lesson;
	}

	/** Plays the lesson in the sandbox, as `npm run lessons:check` does. */
	async prove(): Promise<void> {
		await this.read();
		const { parsed, problems } = this.#reading;
		if (!parsed || problems.length > 0 || this.#proof.state === 'running') return;
		const files = this.#files;
		this.#proof = { state: 'running' };
		const proof = await proveDraft(parsed).then(
			(found): Proof => ({ state: 'done', problems: found }),
			(error: unknown): Proof => ({ state: 'failed', message: String(error) })
		);
		this.#proof = files === this.#files ? proof : { state: 'none' };
	}

	/** The lesson as a zip of a course. */
	async zip(): Promise<Uint8Array> {
		const [{ BUILT_IN_FILES }, { strToU8, zipSync }] = await Promise.all([
			import('../lesson/built-in-files.ts'),
			import('fflate')
		]);
		const files = Object.entries(exportedFiles(this.#plain(), BUILT_IN_FILES));
		this.#changed = false;
		this.#keep();
		return zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])));
	}

	#plain(): DraftFiles {
		return { slug: this.slug, files: this.#files, around: this.around };
	}

	#set(files: CourseFiles): void {
		this.#files = files;
		this.#changed = true;
		if (this.#proof.state !== 'running') this.#proof = { state: 'none' };
		this.#keep();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.read(), REST_MILLIS);
	}

	#keep(): void {
		storage.set(KEPT, JSON.stringify({ ...this.#plain(), changed: this.#changed }));
	}
}

/** The draft that was kept in this browser; `null` without one. */
export function keptDraft(): Draft | null {
	try {
		const kept: unknown = JSON.parse(storage.get(KEPT) ?? 'null');
		return isKept(kept) ? new Draft(kept, kept.changed) : null;
	} catch {
		return null;
	}
}

export function forgetDraft(): void {
	storage.remove(KEPT);
}

function isKept(value: unknown): value is DraftFiles & { readonly changed: boolean } {
	if (typeof value !== 'object' || value === null) return false;
	const { slug, files, around, changed } = value as Record<string, unknown>;
	return typeof slug === 'string' && areTexts(files) && areTexts(around) && typeof changed === 'boolean';
}

function areTexts(value: unknown): value is CourseFiles {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((text) => typeof text === 'string')
	);
}

/** The lesson's own files first, folders after them. */
function byPlace(one: string, other: string): number {
	const depth = (path: string) => Number(path.includes('/'));
	return depth(one) - depth(other) || (one < other ? -1 : 1);
}
