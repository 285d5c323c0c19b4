import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { COURSE_LIMITS, isJunk, tooLargeCourse, tooLargeFile, type FoundFile } from './course-files.ts';

/** The files of a zip, or in one sentence why it is not taken. */
export type ZipRead =
	| { readonly ok: true; readonly files: readonly FoundFile[] }
	| { readonly ok: false; readonly refusal: string };

/** So much of a zip is unpacked between two looks at the limits; deflate makes at most 1032 times as much of it. */
const SLICE_BYTES = 4096;

/** Unpacks a zip, and stops where it grows past the limits of a course: sizes that it names itself are not believed. */
export function readZip(bytes: Uint8Array): ZipRead {
	if (bytes.length > COURSE_LIMITS.zipBytes) {
		const most = COURSE_LIMITS.zipBytes / 1024 / 1024;
		return { ok: false, refusal: `The zip has more than ${most} MB; a course is much smaller.` };
	}
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { ok: false, refusal: 'This file is no zip.' };
	if (!hasEnd(bytes)) return { ok: false, refusal: 'The zip is damaged: its end is missing.' };
	const unpacking = new Unpacking();
	for (let at = 0; at < bytes.length && unpacking.refusal === null; at += SLICE_BYTES) {
		unpacking.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length);
	}
	return unpacking.end();
}

/** A zip ends with a record of 22 bytes and a comment of at most 65,535 (APPNOTE.TXT 4.3.16). */
function hasEnd(bytes: Uint8Array): boolean {
	const least = Math.max(0, bytes.length - 22 - 0xffff);
	for (let at = bytes.length - 22; at >= least; at--) {
		if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
			return true;
	}
	return false;
}

class Unpacking {
	refusal: string | null = null;
	readonly #files: FoundFile[] = [];
	readonly #unzip = new Unzip((file) => {
		this.#take(file);
	});
	#count = 0;
	#bytes = 0;

	constructor() {
		this.#unzip.register(UnzipInflate);
		this.#unzip.register(UnzipPassThrough);
	}

	push(slice: Uint8Array, last: boolean): void {
		try {
			this.#unzip.push(slice, last);
		} catch {
			this.#refuse('The zip is damaged: it cannot be unpacked.');
		}
	}

	end(): ZipRead {
		return this.refusal === null ? { ok: true, files: this.#files } : { ok: false, refusal: this.refusal };
	}

	#take(file: UnzipFile): void {
		if (isJunk(file.name)) return;
		this.#count += 1;
		if (this.#count > COURSE_LIMITS.files) {
			this.#refuse(`There are more than ${COURSE_LIMITS.files} files; a course has at most that many.`);
			return;
		}
		const chunks: Uint8Array[] = [];
		let size = 0;
		file.ondata = (error, chunk, final) => {
			if (this.refusal !== null) return;
			if (error !== null) {
				this.#refuse(`The zip is damaged: ${file.name} cannot be unpacked.`);
				return;
			}
			size += chunk.length;
			this.#bytes += chunk.length;
			if (size > COURSE_LIMITS.fileBytes) this.#refuse(tooLargeFile(file.name));
			else if (this.#bytes > COURSE_LIMITS.bytes) this.#refuse(tooLargeCourse());
			else chunks.push(chunk.slice());
			if (!final) return;
			this.#files.push({ path: file.name, bytes: joined(chunks, size) });
		};
		file.start();
	}

	#refuse(refusal: string): void {
		this.refusal ??= refusal;
	}
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
