import { readFileSync } from 'node:fs';
import { CasePlayer } from './replay/case-player.ts';

/** `npm run --silent replay -- FILE`: plays the cases of a file and prints one JSON value. */
async function main(path: string | undefined): Promise<void> {
	const input = readInput(path);
	const player = new CasePlayer();
	try {
		if (!('cases' in input)) {
			print(await player.play(input));
			return;
		}
		const cases: unknown[] = [];
		for (const json of input.cases as readonly unknown[]) cases.push(await player.play(json));
		print({ cases });
	} finally {
		await player.end();
	}
}

type Input = { cases: readonly unknown[] } | Record<string, unknown>;

/** Reads the file. @throws Error with one line for standard error, when it is not of the format. */
function readInput(path: string | undefined): Input {
	if (path === undefined) throw new Error('Name the file: npm run --silent replay -- FILE');
	const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
	if (typeof json !== 'object' || json === null || Array.isArray(json)) {
		throw new Error(`${path}: expected a case or { "cases": [ … ] }`);
	}
	if ('cases' in json) {
		if (!Array.isArray(json.cases)) throw new Error(`${path}: "cases" is a list`);
		return { cases: json.cases };
	}
	if (!('steps' in json)) throw new Error(`${path}: neither "cases" nor "steps" is there`);
	return { ...json };
}

function print(value: unknown): void {
	process.stdout.write(`${JSON.stringify(value)}\n`);
}

try {
	await main(process.argv[2]);
} catch (error) {
	process.stderr.write(`replay: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}
