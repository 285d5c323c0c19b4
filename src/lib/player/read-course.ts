import {
	COURSE_LIMITS,
	isJunk,
	overLimits,
	readCourseFiles,
	type CourseFilesRead,
	type FoundFile
} from '../lesson/course-files.ts';
import { readZip } from '../lesson/course-zip.ts';

/** A course from the bytes of a zip. */
export function readCourseZip(bytes: Uint8Array): CourseFilesRead {
	const zip = readZip(bytes);
	return zip.ok ? readCourseFiles(zip.files) : zip;
}

/** A course from a zip that somebody picked. Of a file that is too large only the first bytes are read. */
export async function readPickedZip(file: File): Promise<CourseFilesRead> {
	return readCourseZip(new Uint8Array(await file.slice(0, COURSE_LIMITS.zipBytes + 1).arrayBuffer()));
}

/** A course from a folder that somebody picked: its files know their paths. */
export function readPickedFolder(files: Iterable<File>): Promise<CourseFilesRead> {
	return readFound([...files].map((file) => ({ path: file.webkitRelativePath, file })));
}

/** A course from what was dropped: one zip, or files and folders. */
export async function readDropped(entries: readonly FileSystemEntry[]): Promise<CourseFilesRead> {
	const found: FoundPath[] = [];
	for (const entry of entries) await walk(entry, '', found);
	const [only] = found;
	if (only && found.length === 1 && entries[0]?.isFile && !/\.(?:md|yml)$/.test(only.path)) {
		return readPickedZip(only.file);
	}
	return readFound(found);
}

interface FoundPath {
	readonly path: string;
	readonly file: File;
}

/** Sizes are looked at before anything is read. */
async function readFound(all: readonly FoundPath[]): Promise<CourseFilesRead> {
	const found = all.filter(({ path }) => !isJunk(path));
	const refusal = overLimits(found.map(({ path, file }) => ({ path, size: file.size })));
	if (refusal !== null) return { ok: false, refusal };
	const files: FoundFile[] = [];
	for (const { path, file } of found) files.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
	return readCourseFiles(files);
}

/** Collects the files below an entry, one more than a course may have at most. */
async function walk(entry: FileSystemEntry, above: string, found: FoundPath[]): Promise<void> {
	const path = above + entry.name;
	if (isJunk(path) || found.length > COURSE_LIMITS.files) return;
	if (entry.isFile) found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
	else {
		const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
		for (const each of inside) await walk(each, `${path}/`, found);
	}
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((resolve, reject) => {
		entry.file(resolve, reject);
	});
}

/** A reader gives its entries in portions, and none when it is through. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
	const entries: FileSystemEntry[] = [];
	for (;;) {
		const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
			reader.readEntries(resolve, reject);
		});
		if (portion.length === 0 || entries.length > COURSE_LIMITS.files) return entries;
		entries.push(...portion);
	}
}
