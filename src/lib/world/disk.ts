import type { Disk, DiskFile } from '../django/server.ts';
import type { EpochMicros } from '../time/instant.ts';

interface Folder {
	readonly entries: Map<string, Folder | DiskFile>;
	/** Counts the changes of what is in it. */
	changes: number;
}

/** A folder with all that is in it, as values that do not change: files are replaced, never written into. */
export interface FolderSnapshot {
	readonly changes: number;
	readonly entries: readonly (readonly [name: string, entry: FolderSnapshot | DiskFile])[];
}

/** A disk as values that do not change. */
export interface DiskSnapshot {
	readonly root: FolderSnapshot;
	readonly full: boolean;
}

const PROJECT = 'project';
/** What is there from the start: the temporary folder, and the project's folder for session files. */
const FIRST_FOLDERS = ['/tmp', '/project/sessions'];

/** The disk of a simulated machine, in memory. Relative paths stand on the project's folder. */
export class MemoryDisk implements Disk {
	#root: Folder = newFolder();
	full = false;

	constructor() {
		for (const folder of FIRST_FOLDERS) this.makeFolder(folder);
	}

	snapshot(): DiskSnapshot {
		return { root: snapshotOf(this.#root), full: this.full };
	}

	/** Holds what a snapshot was taken of, and nothing else. */
	restore({ root, full }: DiskSnapshot): void {
		this.#root = folderOf(root);
		this.full = full;
	}

	list(folder: string): string[] | null {
		const found = this.#find(folder);
		return found && isFolder(found) ? [...found.entries.keys()].sort() : null;
	}

	read(path: string): DiskFile | null {
		const found = this.#find(path);
		return found && !isFolder(found) ? found : null;
	}

	/** Writes a file; folders on its way are made. */
	write(path: string, file: DiskFile): void {
		const { folder, name } = this.#place(path);
		if (!folder.entries.has(name)) folder.changes += 1;
		folder.entries.set(name, file);
	}

	/** @returns whether there was such a file */
	remove(path: string): boolean {
		if (!this.read(path)) return false;
		const { folder, name } = this.#place(path);
		folder.changes += 1;
		return folder.entries.delete(name);
	}

	isFolder(path: string): boolean {
		const found = this.#find(path);
		return found !== null && isFolder(found);
	}

	isWritable(folder: string): boolean {
		return this.isFolder(folder);
	}

	changesOf(folder: string): number {
		const found = this.#find(folder);
		return found && isFolder(found) ? found.changes : 0;
	}

	makeFolder(path: string): void {
		this.#enter(partsOf(path));
	}

	removeFolder(path: string): boolean {
		const found = this.#find(path);
		if (!found || !isFolder(found) || found.entries.size > 0) return false;
		const { folder, name } = this.#place(path);
		folder.changes += 1;
		return folder.entries.delete(name);
	}

	move(from: string, to: string): void {
		const found = this.#find(from);
		if (!found) return;
		const [source, target] = [this.#place(from), this.#place(to)];
		source.folder.entries.delete(source.name);
		target.folder.entries.set(target.name, found);
		source.folder.changes += 1;
		target.folder.changes += 1;
	}

	/** Puts the texts of a project where its folder is; `null` takes one away. */
	writeTexts(texts: Readonly<Record<string, string | null>>, modified: EpochMicros): void {
		for (const [path, text] of Object.entries(texts)) {
			if (text === null) this.remove(path);
			else this.write(path, { bytes: new TextEncoder().encode(text), modified });
		}
	}

	#find(path: string): Folder | DiskFile | null {
		let found: Folder | DiskFile = this.#root;
		for (const part of partsOf(path)) {
			const next: Folder | DiskFile | undefined = isFolder(found) ? found.entries.get(part) : undefined;
			if (!next) return null;
			found = next;
		}
		return found;
	}

	#enter(parts: readonly string[]): Folder {
		let folder = this.#root;
		for (const part of parts) {
			let next = folder.entries.get(part);
			if (!next || !isFolder(next)) {
				folder.entries.set(part, (next = newFolder()));
				folder.changes += 1;
			}
			folder = next;
		}
		return folder;
	}

	#place(path: string): { folder: Folder; name: string } {
		const parts = partsOf(path);
		const name = parts.pop() ?? '';
		return { folder: this.#enter(parts), name };
	}
}

function snapshotOf({ changes, entries }: Folder): FolderSnapshot {
	return {
		changes,
		entries: [...entries].map(([name, entry]) => [name, isFolder(entry) ? snapshotOf(entry) : entry])
	};
}

function folderOf({ changes, entries }: FolderSnapshot): Folder {
	return {
		changes,
		entries: new Map(entries.map(([name, entry]) => [name, 'bytes' in entry ? entry : folderOf(entry)]))
	};
}

function newFolder(): Folder {
	return { entries: new Map(), changes: 0 };
}

function isFolder(node: Folder | DiskFile): node is Folder {
	return 'entries' in node;
}

function partsOf(path: string): string[] {
	const parts: string[] = path.startsWith('/') ? [] : [PROJECT];
	for (const part of path.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return parts;
}
