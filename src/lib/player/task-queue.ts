/** Does one thing at a time, in the order in which they were asked for. */
export class TaskQueue {
	#last: Promise<unknown> = Promise.resolve();

	/** @returns what `work` returns, once all before it is done; a failure is its caller's and stops nobody else */
	add<T>(work: () => Promise<T>): Promise<T> {
		const task = this.#last.then(work);
		this.#last = task.catch(() => undefined);
		return task;
	}
}
