import type { SqlValue } from '../database/database.ts';
import type { PythonError } from '../django/events.ts';
import type { ExchangeId } from '../exchange/events.ts';

/** What an action answers beside its events. */
export type ActionAnswer =
	| { readonly kind: 'none' }
	| { readonly kind: 'exchanges'; readonly ids: readonly ExchangeId[] }
	| {
			readonly kind: 'command';
			readonly stdout: string;
			readonly error: PythonError | null;
			/** The settings do not load: nothing ran. */
			readonly boot: boolean;
			readonly sql: readonly string[];
	  }
	| {
			readonly kind: 'rows';
			readonly columns: readonly string[];
			readonly rows: readonly (readonly SqlValue[])[];
			/** As Python's `sqlite3` names it. */
			readonly error: { readonly type: string; readonly message: string } | null;
	  };
