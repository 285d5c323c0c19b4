/** The name that progress in a lesson from outside is kept by: no lesson of the site has such a one. */
export function outsideName(course: string, slug: string): string {
	return `outside/${encodeURIComponent(course)}/${slug}`;
}
