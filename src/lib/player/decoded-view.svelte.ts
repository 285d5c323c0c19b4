/** Whether `session_data` is shown decoded, in all rows. */
class DecodedView {
	on = $state(false);
}

export const decodedView = new DecodedView();
