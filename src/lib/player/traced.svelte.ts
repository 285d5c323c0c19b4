/** The value that the pointer is on: it is lit wherever it stands. */
class Traced {
	value = $state<string | null>(null);
}

export const traced = new Traced();
