/** An exception that Django raises: thrown in TypeScript, raised in Python under the same name. */
export class DjangoError extends Error {
	/**
	 * @param type the exception class, dotted ("django.core.exceptions.SuspiciousOperation") or a builtin's bare name
	 * @param args what the class is called with, where that is not the message alone
	 */
	constructor(
		readonly type: string,
		message: string,
		readonly args: readonly unknown[] | null = null
	) {
		super(message);
	}

	override get name(): string {
		return this.type;
	}
}
