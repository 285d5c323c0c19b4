/** Monaco serves neither fingers nor small screens. */
export function prefersPlainEditor(): boolean {
	return matchMedia('(pointer: coarse), (max-width: 759px)').matches;
}
