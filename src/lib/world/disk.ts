import type { Disk, DiskFile } from '../django/server.ts';

/** The temporary folder of the simulated machine; `sessions/` lies in the project. */
const FIXED_FOLDERS = ['sessions', '/tmp'];

/** A simulated disk in memory. Folders exist where they are fixed or where a file lies in them. */
export class MemoryDisk implements Disk {
	readonly #files = new Map<string, DiskFile>();

	list(folder: string): string[] | null {
		if (!this.isFolder(folder)) return null;
		const prefix = `${normalise(folder)}/`;
		const inside = [...this.#files.keys()].filter((path) => path.startsWith(prefix));
		return [...new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
	}

	read(path: string): DiskFile | null {
		return this.#files.get(normalise(path)) ?? null;
	}

	write(path: string, file: DiskFile): void {
		this.#files.set(normalise(path), file);
	}

	remove(path: string): boolean {
		return this.#files.delete(normalise(path));
	}

	isFolder(path: string): boolean {
		const wanted = normalise(path);
		if (wanted === '' || FIXED_FOLDERS.includes(wanted)) return true;
		return [...this.#files.keys()].some((file) => file.startsWith(`${wanted}/`));
	}

	isWritable(folder: string): boolean {
		return this.isFolder(folder);
	}
}

/** Paths under the project's folder and relative ones are the same: `./sessions/x` is `sessions/x`. */
function normalise(path: string): string {
	return path
		.replace(/^\/project(?=\/|$)/, '')
		.replace(/^(?:\.?\/)*(?!tmp(?:\/|$))/, '')
		.replace(/\/+$/, '');
}
