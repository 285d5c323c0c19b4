// INTERIM (lead): replaced by the jar helper.
export function playJarCase(_json: Record<string, unknown>): { results: unknown[]; decisions: unknown[] } {
	throw new Error('Jar cases are not played yet');
}
