import AppWindow from '@lucide/svelte/icons/app-window';
import Database from '@lucide/svelte/icons/database';
import Mail from '@lucide/svelte/icons/mail';
import Server from '@lucide/svelte/icons/server';
import type { Actor } from '$lib/exchange/phases.ts';

/** Each actor has its hue (`data-actor`), its icon and its name, everywhere the same. */
export const ACTORS = {
	browser: { icon: AppWindow, name: 'Browser' },
	wire: { icon: Mail, name: 'Wire' },
	server: { icon: Server, name: 'Server' },
	store: { icon: Database, name: 'Store' }
} as const satisfies Record<Actor, unknown>;
