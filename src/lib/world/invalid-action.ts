/** An action that does not fit the world as it stands. Its message says what to do instead. */
export class InvalidAction extends Error {
	override readonly name = 'InvalidAction';
}
