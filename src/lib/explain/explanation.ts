/** Where the documentation says it. */
export interface ExplanationLink {
	readonly href: string;
	readonly label: string;
}

/** What an event means, for a reader who knows a little Python. Plain text, no markup. */
export interface Explanation {
	/** A few words: the name of what happened. */
	readonly title: string;
	/** One or two sentences: what happened, and why. */
	readonly sentence: string;
	/** What is worth knowing beside it; a short paragraph. */
	readonly detail: string;
	readonly link: ExplanationLink;
}
