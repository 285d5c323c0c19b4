/** Traces that differ on purpose, by "version id": the reason. The test fails when one of them agrees. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = Object.fromEntries(
	['3.2', '4.2', '5.2', '6.1'].map((version) => [
		`${version} errors/p-object-cache`,
		'The body shows the repr of an object, which holds its address in the memory of that one run.'
	])
);
