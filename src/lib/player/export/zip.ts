import { strToU8, zipSync } from 'fflate';
import { MICROS_PER_SECOND, type EpochMicros } from '../../time/instant.ts';

/**
 * A zip file of texts under one folder.
 * @param at what the files are dated with
 */
export function zip(
	folder: string,
	files: Readonly<Record<string, string>>,
	at: EpochMicros
): Uint8Array<ArrayBuffer> {
	const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
	return zipSync(Object.fromEntries(entries), {
		mtime: (at / MICROS_PER_SECOND) * 1000
	});
}
