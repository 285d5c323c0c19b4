import type { Disk } from '../../django/server.ts';
import type { EpochMicros } from '../../time/instant.ts';

/** A node of Emscripten's file system, as far as a mounted disk has to do with it. */
export interface DiskNode {
	name: string;
	mode: number;
	parent: DiskNode;
	id: number;
	mount?: unknown;
	node_ops?: unknown;
	stream_ops?: unknown;
}

/** The parts of Emscripten's file system that a mount needs; Pyodide leaves it untyped. */
export interface MountingFileSystem {
	createNode(parent: DiskNode | null, name: string, mode: number, device: number): DiskNode;
	hashRemoveNode(node: DiskNode): void;
	readonly ErrnoError: new (errno: number) => Error;
}

interface Stream {
	readonly node: DiskNode;
	readonly position: number;
}

interface Attributes {
	readonly size?: number;
	readonly mode?: number;
	readonly mtime?: number;
}

const FOLDER = 0o40777;
const FILE = 0o100666;
const FOLDER_BIT = 0o40000;
const [NO_ENTRY, NOT_EMPTY, INVALID, NO_SPACE] = [44, 55, 28, 51];
const MICROS_PER_MILLI = 1000;

/**
 * A folder of the simulated disk as Python sees it. Nothing is kept on the way: each look asks the disk, so that all
 * processes of a machine and Django's file sessions see the same files.
 * @param now the time that a change is stamped with
 */
export function mountDisk(files: MountingFileSystem, disk: Disk, mountpoint: string, now: () => EpochMicros) {
	const fail = (errno: number) => new files.ErrnoError(errno);
	const pathOf = (node: DiskNode): string =>
		node.parent === node ? mountpoint : `${pathOf(node.parent)}/${node.name}`;
	const bytesOf = (node: DiskNode) => disk.read(pathOf(node))?.bytes ?? new Uint8Array();
	const write = (node: DiskNode, bytes: Uint8Array) => {
		disk.write(pathOf(node), { bytes, modified: now() });
	};

	const createNode = (parent: DiskNode | null, name: string, mode: number): DiskNode => {
		const node = files.createNode(parent, name, mode, 0);
		// Not found again by its name: the disk may have changed by then.
		if (parent) files.hashRemoveNode(node);
		node.node_ops = nodeOperations;
		node.stream_ops = streamOperations;
		return node;
	};

	const nodeOperations = {
		getattr: (node: DiskNode) => attributesOf(disk, pathOf(node), node, () => fail(NO_ENTRY)),
		setattr: (node: DiskNode, { size, mode, mtime }: Attributes) => {
			if (mode !== undefined) node.mode = mode;
			if (size !== undefined) write(node, resized(bytesOf(node), size));
			const file = disk.read(pathOf(node));
			if (mtime !== undefined && file) {
				disk.write(pathOf(node), { ...file, modified: (mtime * MICROS_PER_MILLI) as EpochMicros });
			}
		},
		lookup: (parent: DiskNode, name: string) => {
			const path = `${pathOf(parent)}/${name}`;
			if (disk.read(path)) return createNode(parent, name, FILE);
			if (disk.isFolder(path)) return createNode(parent, name, FOLDER);
			throw fail(NO_ENTRY);
		},
		mknod: (parent: DiskNode, name: string, mode: number) => {
			const node = createNode(parent, name, mode);
			if (mode & FOLDER_BIT) disk.makeFolder(pathOf(node));
			else write(node, new Uint8Array());
			return node;
		},
		rename: (node: DiskNode, folder: DiskNode, name: string) => {
			disk.move(pathOf(node), `${pathOf(folder)}/${name}`);
			node.name = name;
		},
		unlink: (parent: DiskNode, name: string) => void disk.remove(`${pathOf(parent)}/${name}`),
		rmdir: (parent: DiskNode, name: string) => {
			if (!disk.removeFolder(`${pathOf(parent)}/${name}`)) throw fail(NOT_EMPTY);
		},
		readdir: (node: DiskNode) => ['.', '..', ...(disk.list(pathOf(node)) ?? [])]
	};

	const streamOperations = {
		read: ({ node }: Stream, to: Uint8Array, offset: number, length: number, position: number) => {
			const part = bytesOf(node).subarray(position, position + length);
			to.set(part, offset);
			return part.length;
		},
		write: ({ node }: Stream, from: Uint8Array, offset: number, length: number, position: number) => {
			if (disk.full && length > 0) throw fail(NO_SPACE);
			const bytes = bytesOf(node);
			const written = resized(bytes, Math.max(bytes.length, position + length));
			written.set(from.subarray(offset, offset + length), position);
			write(node, written);
			return length;
		},
		llseek: ({ node, position }: Stream, offset: number, whence: number) => {
			const from = whence === 1 ? position : whence === 2 ? bytesOf(node).length : 0;
			if (from + offset < 0) throw fail(INVALID);
			return from + offset;
		}
	};

	const root = createNode(null, '/', FOLDER);
	const mount = { type: {}, opts: {}, mountpoint, mounts: [], root };
	root.mount = mount;
	return mount;
}

function attributesOf(disk: Disk, path: string, node: DiskNode, missing: () => Error) {
	const file = disk.read(path);
	if (!file && !disk.isFolder(path)) throw missing();
	// A folder's time only says that it changed: what was read from it before does not hold any more.
	const millis = file ? file.modified / MICROS_PER_MILLI : disk.changesOf(path) * 1000;
	// A `Date` would lose the microseconds.
	const changed = { getTime: () => millis };
	const size = file ? file.bytes.length : 4096;
	return {
		dev: 1,
		ino: numberOf(path),
		mode: node.mode,
		nlink: 1,
		uid: 0,
		gid: 0,
		rdev: 0,
		size,
		atime: changed,
		mtime: changed,
		ctime: changed,
		blksize: 4096,
		blocks: Math.ceil(size / 4096)
	};
}

/** A number that is a path's own, as programs know a file again (FNV-1a). */
function numberOf(path: string): number {
	let hash = 0x811c9dc5;
	for (const char of path) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
	return hash >>> 0;
}

function resized(bytes: Uint8Array, size: number): Uint8Array {
	const changed = new Uint8Array(size);
	changed.set(bytes.subarray(0, size));
	return changed;
}
