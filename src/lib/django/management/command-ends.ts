import { DjangoError } from '../error.ts';

/** An error that a command ends with. `manage.py` prints it after "CommandError: ". */
export function commandError(message: string): DjangoError {
	return new DjangoError('django.core.management.base.CommandError', message);
}

/** The process ends with a status, as by `sys.exit`. */
export function systemExit(status: number): DjangoError {
	return new DjangoError('SystemExit', String(status), [status]);
}
