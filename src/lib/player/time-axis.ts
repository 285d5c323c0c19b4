/** The words along the axis, and how many seconds from now they stand. */
const MARKS: readonly { readonly seconds: number; readonly label: string }[] = [
	{ seconds: 1, label: '1 s' },
	{ seconds: 60, label: '1 min' },
	{ seconds: 3600, label: '1 h' },
	{ seconds: 86_400, label: '1 day' },
	{ seconds: 14 * 86_400, label: '2 weeks' },
	{ seconds: 365 * 86_400, label: '1 year' },
	{ seconds: 3650 * 86_400, label: '10 years' }
];

/** An axis from now to a moment: its marks, and where on it a moment stands. */
export interface TimeAxis {
	readonly marks: readonly { readonly label: string; readonly at: number }[];
	/** From 0 (now) to 1 (the end). */
	place(seconds: number): number;
}

/**
 * The axis on which all of these moments stand. Each mark is as far from the next, however long the time between: a
 * second and two weeks are both seen.
 * @param seconds from now, each more than 0
 */
export function timeAxis(seconds: readonly number[]): TimeAxis {
	const longest = Math.max(...seconds, 14 * 86_400);
	const beyond = MARKS.findIndex((mark) => mark.seconds >= longest);
	const marks = beyond === -1 ? MARKS : MARKS.slice(0, beyond + 1);
	const share = 1 / marks.length;
	const place = (wanted: number): number => {
		const next = marks.findIndex((mark) => mark.seconds >= wanted);
		if (next === -1) return 1;
		const from = next === 0 ? 0 : (marks[next - 1]?.seconds ?? 0);
		const to = marks[next]?.seconds ?? 1;
		const part = from === 0 ? wanted / to : Math.log(wanted / from) / Math.log(to / from);
		return (next + Math.max(0, part)) * share;
	};
	return { marks: marks.map(({ label }, index) => ({ label, at: (index + 1) * share })), place };
}
