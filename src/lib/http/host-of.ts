/**
 * The host of an absolute http or https address, canonical and without its port. What only needs the host does not
 * need the suffix list that `parseAddress` brings.
 * @throws TypeError when it is no address
 */
export function hostOf(url: string): string {
	return new URL(url).hostname;
}
