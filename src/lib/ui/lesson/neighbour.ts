/** The lesson before or after. */
export interface Neighbour {
	readonly slug: string;
	readonly title: string;
}
