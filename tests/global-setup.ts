import { buildPython } from '../scripts/build-python.mjs';

/** Before any test: Python's precompiled files are up to date. */
export default async function setup(): Promise<void> {
	await buildPython();
}
