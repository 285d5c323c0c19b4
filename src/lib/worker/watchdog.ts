/** Gives up on a question that stays unanswered too long. */
export class Watchdog {
	readonly #patience: number;
	readonly #longest: number;
	#renew: () => void = () => undefined;

	/**
	 * @param patience milliseconds without an answer or a beat
	 * @param longest milliseconds in all, beats or not
	 */
	constructor(patience: number, longest: number) {
		this.#patience = patience;
		this.#longest = longest;
	}

	/** What is asked gets on: the patience begins anew. */
	beat(): void {
		this.#renew();
	}

	/** @returns the answer in a box, or `null` when it did not come in time */
	async watch<T>(answer: Promise<T>): Promise<{ readonly value: T } | null> {
		const timers = new Set<ReturnType<typeof setTimeout>>();
		const late = new Promise<null>((resolve) => {
			const giveUp = () => {
				resolve(null);
			};
			let patience = setTimeout(giveUp, this.#patience);
			timers.add(patience).add(setTimeout(giveUp, this.#longest));
			this.#renew = () => {
				clearTimeout(patience);
				timers.delete(patience);
				patience = setTimeout(giveUp, this.#patience);
				timers.add(patience);
			};
		});
		try {
			return await Promise.race([answer.then((value) => ({ value })), late]);
		} finally {
			this.#renew = () => undefined;
			for (const timer of timers) clearTimeout(timer);
		}
	}
}
