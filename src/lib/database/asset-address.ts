import sqlite from 'sql.js/dist/sql-wasm.wasm?url';

/** Where the page finds SQLite, on its own origin. */
export const SQLITE_ADDRESS = sqlite;
