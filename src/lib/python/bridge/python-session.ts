import type { CachePort } from '../../django/cache/cache.ts';
import type { SessionSelf } from '../../django/sessions/session-self.ts';
import { PythonRaised } from '../interpreter/python-raised.ts';
import type { Plain, PythonSpace } from '../interpreter/python-space.ts';
import { bytesToText, textToBytes } from './bytes-as-text.ts';

const OBJECTS = 'django.contrib.sessions.backends._objects:';

/** The number of a dictionary that Python holds. */
export type DataRef = number;

/** A session object in Python, by number. Every method goes through Python's own, so a subclass is heard. */
export class PythonSession implements SessionSelf<DataRef> {
	readonly #space: PythonSpace;
	readonly #ref: number;

	/** The key as last heard; `undefined` when Python may have changed it since. */
	#key: string | null | undefined;
	#lastExpiryDate: string | null = null;

	constructor(space: PythonSpace, ref: number, key?: string | null) {
		this.#space = space;
		this.#ref = ref;
		this.#key = key;
	}

	get key(): string | null {
		return (this.#key ??= (this.#call('get_key', this.#ref) as string | undefined) ?? null);
	}

	set key(key: string | null) {
		this.#call('set_key', this.#ref, key ?? undefined);
		// Python takes no key of fewer than 8 characters.
		this.#key = undefined;
	}

	get cached(): DataRef {
		return this.#call('cached', this.#ref) as DataRef;
	}

	setCached(data: DataRef): void {
		this.#call('set_cached', this.#ref, data);
	}

	setModified(): void {
		this.#call('set_modified', this.#ref);
	}

	empty(): DataRef {
		return this.#call('empty') as DataRef;
	}

	data(noLoad: boolean): DataRef {
		if (!noLoad) this.#key = undefined;
		return this.#call('data', this.#ref, noLoad) as DataRef;
	}

	newKey(): string {
		return this.#call('new_key', this.#ref) as string;
	}

	encode(data: DataRef): string {
		return this.#call('encode', this.#ref, data) as string;
	}

	decode(text: string): DataRef {
		return this.#call('decode', this.#ref, text) as DataRef;
	}

	serialize(data: DataRef): Uint8Array {
		return textToBytes(this.#call('serialize', this.#ref, data) as string);
	}

	tryDeserialize(bytes: Uint8Array): DataRef | null {
		return (this.#call('try_deserialize', this.#ref, bytesToText(bytes)) as DataRef | undefined) ?? null;
	}

	expiryDate(): string {
		this.#lastExpiryDate = this.#call('expiry_date', this.#ref) as string;
		return this.#lastExpiryDate;
	}

	/** When the session expires, where that can be told without calling what a project wrote; else `null`. */
	ownExpiryDate(): string | null {
		return (this.#call('own_expiry_date', this.#ref) as string | undefined) ?? null;
	}

	/** What `expiryDate` answered last, if it was asked. */
	get lastExpiryDate(): string | null {
		return this.#lastExpiryDate;
	}

	expiryAge(): number {
		return this.#call('expiry_age', this.#ref) as number;
	}

	cookieAge(): number {
		return this.#call('cookie_age', this.#ref) as number;
	}

	fileExpiryAge(data: DataRef): number {
		return this.#call('file_expiry_age', this.#ref, data) as number;
	}

	readDate(text: string): void {
		this.#call('read_date', text);
	}

	filePath(key: string): string | null {
		return (this.#call('file_path', this.#ref, key) as string | undefined) ?? null;
	}

	create(): void {
		this.#key = undefined;
		this.#call('create', this.#ref);
	}

	save(mustCreate: boolean): void {
		this.#key = undefined;
		this.#call('save', this.#ref, mustCreate);
	}

	remove(key: string | null): void {
		this.#key = undefined;
		this.#call('remove', this.#ref, key ?? undefined);
	}

	exists(key: string): boolean {
		return this.#call('exists', this.#ref, key) === true;
	}

	clear(): void {
		this.#call('clear', this.#ref);
	}

	readonly cache: CachePort<DataRef> = {
		get: (key) => (this.#call('cache_get', this.#ref, key) as DataRef | undefined) ?? null,
		set: (key, data, timeout) => {
			this.#call('cache_set', this.#ref, key, data, timeout ?? undefined);
		},
		add: (key, data, timeout) => this.#call('cache_add', this.#ref, key, data, timeout ?? undefined) === true,
		has: (key) => this.#call('cache_has', this.#ref, key) === true,
		remove: (key) => {
			this.#call('cache_delete', this.#ref, key);
		}
	};

	logFailure(work: () => void): void {
		try {
			work();
		} catch (error) {
			if (!(error instanceof PythonRaised)) throw error;
			this.#call('log_cache_failure', this.#ref, error.id);
		}
	}

	cachePrefix(): string {
		return this.#call('cache_prefix', this.#ref) as string;
	}

	cacheKey(): string {
		return this.#call('cache_key', this.#ref) as string;
	}

	#call(name: string, ...args: Plain[]): Plain {
		return this.#space.call(OBJECTS + name, ...args);
	}
}
