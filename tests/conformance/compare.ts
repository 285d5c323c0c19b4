/** One place where what came out is not what was recorded. */
export interface Difference {
	/** Such as "[3].exchanges[0].response.body". */
	readonly path: string;
	readonly expected: unknown;
	readonly actual: unknown;
}

/** Of the headers only these count. */
const COMPARED_HEADERS = ['content-type', 'vary', 'location', 'set-cookie'];

/**
 * Compares a case's results with the recorded ones as the replay format says: everything recorded, exactly; four of
 * the headers; a recorded body of `null` is not compared. Results may hold more than the record.
 */
export function differences(expected: unknown, actual: unknown, path = ''): Difference[] {
	if (/\.response\.headers$/.test(path)) return headerDifferences(expected, actual, path);
	if (/\.response\.body$/.test(path) && expected === null) return [];
	if (Array.isArray(expected)) return listDifferences(expected, actual, path);
	if (isObject(expected)) {
		if (!isObject(actual)) return [{ path, expected, actual }];
		return Object.entries(expected).flatMap(([key, value]) =>
			differences(value, actual[key], `${path}.${key}`)
		);
	}
	return Object.is(expected, actual) ? [] : [{ path, expected, actual }];
}

function listDifferences(expected: readonly unknown[], actual: unknown, path: string): Difference[] {
	if (!Array.isArray(actual) || actual.length !== expected.length) return [{ path, expected, actual }];
	return expected.flatMap((value, index) => differences(value, actual[index], `${path}[${index}]`));
}

function headerDifferences(expected: unknown, actual: unknown, path: string): Difference[] {
	return COMPARED_HEADERS.flatMap((name) => {
		const [wanted, got] = [valuesOf(expected, name), valuesOf(actual, name)];
		if (JSON.stringify(wanted) === JSON.stringify(got)) return [];
		return [{ path: `${path}.${name}`, expected: wanted, actual: got }];
	});
}

function valuesOf(headers: unknown, wanted: string): string[] {
	const pairs = Array.isArray(headers) ? (headers as [string, string][]) : [];
	return pairs.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
