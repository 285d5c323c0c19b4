import { mountDisk, type DiskNode, type MountingFileSystem } from './disk-mount.ts';
import type { SpaceSpec } from './python-space.ts';

/** A node of Emscripten's file system in memory. */
interface FolderNode extends DiskNode {
	contents: Record<string, FolderNode>;
	mounted?: ReturnType<typeof mountDisk>;
}

/** The parts of Emscripten's file system that are used here; Pyodide leaves it untyped. */
export interface FileSystem extends MountingFileSystem {
	currentPath: string;
	readonly root: FolderNode;
	mkdir(path: string): FolderNode;
	isDir(mode: number): boolean;
	hashAddNode(node: FolderNode): void;
	writeFile(path: string, bytes: Uint8Array): void;
}

/** What a process has of the file system: its project and its temporary files, and where it stands. */
export interface Folders {
	readonly nodes: Readonly<Record<string, FolderNode>>;
	path: string;
}

const OWN = ['project', 'tmp'] as const;

/**
 * Gives each process its own `/project` and `/tmp`. Switching puts one process's folders in the place of another's in
 * the file system's own tables: nothing is moved or renamed, and every process sees the same paths.
 */
export class ProjectFolders {
	readonly #files: FileSystem;
	#mounted: Folders | null = null;

	constructor(files: FileSystem) {
		this.#files = files;
		for (const name of OWN) {
			const node = files.root.contents[name];
			if (node) this.#unlink(name, node);
		}
	}

	/** Makes folders for a new process, empty or those of a disk, and puts them in place. */
	create({ disk, host }: Pick<SpaceSpec, 'disk' | 'host'>): Folders {
		this.leave();
		const nodes = Object.fromEntries(OWN.map((name) => [name, this.#files.mkdir(`/${name}`)]));
		if (disk) {
			for (const [name, node] of Object.entries(nodes)) {
				node.mounted = mountDisk(this.#files, disk, `/${name}`, () => host.now());
			}
		}
		const folders = { nodes, path: '/project' };
		this.#files.currentPath = folders.path;
		this.#mounted = folders;
		return folders;
	}

	/** Puts a process's folders in place. */
	enter(folders: Folders): void {
		if (this.#mounted === folders) return;
		this.leave();
		for (const [name, node] of Object.entries(folders.nodes)) {
			this.#files.root.contents[name] = node;
			this.#files.hashAddNode(node);
		}
		this.#files.currentPath = folders.path;
		this.#mounted = folders;
	}

	/** Takes the folders that are in place out of it. */
	leave(): void {
		const folders = this.#mounted;
		if (!folders) return;
		folders.path = this.#files.currentPath;
		for (const [name, node] of Object.entries(folders.nodes)) this.#unlink(name, node);
		this.#files.currentPath = '/';
		this.#mounted = null;
	}

	/** Forgets a process's folders and all that is in them. */
	remove(folders: Folders): void {
		if (this.#mounted === folders) this.leave();
		for (const node of Object.values(folders.nodes)) this.#forget(node);
	}

	#unlink(name: string, node: FolderNode): void {
		this.#files.hashRemoveNode(node);
		Reflect.deleteProperty(this.#files.root.contents, name);
	}

	#forget(folder: FolderNode): void {
		for (const node of Object.values(folder.contents)) {
			this.#files.hashRemoveNode(node);
			if (this.#files.isDir(node.mode)) this.#forget(node);
		}
	}
}
