import { SQLITE_ADDRESS } from '../database/asset-address.ts';
import { PYTHON_ADDRESSES } from '../python/interpreter/asset-addresses.ts';

/** The files of Python and SQLite, as bytes that can be handed to a worker. */
export interface WorkerAssets {
	readonly wasm: Uint8Array<ArrayBuffer>;
	readonly stdlib: Uint8Array<ArrayBuffer>;
	readonly facade: Uint8Array<ArrayBuffer>;
	readonly sqlite: Uint8Array<ArrayBuffer>;
}

const ADDRESSES = { ...PYTHON_ADDRESSES, sqlite: SQLITE_ADDRESS };
/** About how many bytes come, for a progress that moves evenly. */
const EXPECTED_BYTES = 13_500_000;

/**
 * Fetches all files, side by side. `progress` takes 0 to 1.
 * @throws Error with a sentence for the learner when one cannot be had
 */
export async function fetchAssets(progress: (done: number) => void): Promise<WorkerAssets> {
	let got = 0;
	const count = (bytes: number) => {
		got += bytes;
		progress(Math.min(0.99, got / EXPECTED_BYTES));
	};
	const [wasm, stdlib, facade, sqlite] = await Promise.all([
		fetchBytes(ADDRESSES.wasm, count),
		fetchBytes(ADDRESSES.stdlib, count),
		fetchBytes(ADDRESSES.facade, count),
		fetchBytes(ADDRESSES.sqlite, count)
	]);
	progress(1);
	return { wasm, stdlib, facade, sqlite };
}

async function fetchBytes(address: string, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
	const response = await fetch(address);
	if (!response.ok || !response.body) {
		throw new Error(
			`Python could not be loaded: ${address} answered ${response.status}. Load the page again.`
		);
	}
	const parts: Uint8Array<ArrayBuffer>[] = [];
	const reader = response.body.getReader();
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		parts.push(read.value);
		count(read.value.length);
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}
