import Cookie from '@lucide/svelte/icons/cookie';
import Database from '@lucide/svelte/icons/database';
import MemoryStick from '@lucide/svelte/icons/memory-stick';
import Signature from '@lucide/svelte/icons/signature';
import type { Expiry } from '$lib/player/upcoming.ts';

/** The icon of each kind of time that ends. */
export const EXPIRY_ICONS = {
	cookie: Cookie,
	row: Database,
	cache: MemoryStick,
	signature: Signature
} as const satisfies Record<Expiry['kind'], unknown>;
