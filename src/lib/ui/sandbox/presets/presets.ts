import type { Preset } from './preset.ts';
import { FAULT_PRESETS } from './fault-presets.ts';
import { ATTACK_PRESETS } from './attack-presets.ts';
import { SEND_PRESETS } from './send-presets.ts';
import { STORE_PRESETS } from './store-presets.ts';

/** All presets of the sandbox, by what they are about. */
export const PRESET_GROUPS: readonly { readonly title: string; readonly presets: readonly Preset[] }[] = [
	{ title: 'Why a cookie is not stored', presets: STORE_PRESETS },
	{ title: 'Why a cookie does not go along', presets: SEND_PRESETS },
	{ title: 'Attacks, and a session without cookies', presets: ATTACK_PRESETS },
	{ title: 'What breaks', presets: FAULT_PRESETS }
];
