import type { Action } from '../../world/action.ts';
import type { Projection } from '../../world/projection.ts';
import { FIRST_BROWSER, type ScriptCommand } from './script-commands.ts';
import { withSetting } from './with-setting.ts';

/** The world's action for a command of a script, or why it does not fit the world as it stands. */
export function commandAction(
	command: ScriptCommand,
	{ profiles, server }: Pick<Projection, 'profiles' | 'server'>
): { readonly action: Action } | { readonly misfit: string } {
	switch (command.kind) {
		case 'action':
			return { action: command.action };
		case 'set': {
			const path = 'settings.py';
			const settings = withSetting(server.files[path] ?? '', command.name, command.to);
			return { action: { type: 'edit', files: { [path]: settings } } };
		}
		case 'tamper': {
			const { profile, name } = command;
			const value = valueOf(profiles, profile, name);
			if (value === undefined) return { misfit: `There is no cookie ${name} to tamper with.` };
			return { action: { type: 'putCookie', profile, name, value: tampered(value) } };
		}
		case 'copy': {
			const { profile, name } = command;
			const value = valueOf(profiles, FIRST_BROWSER, name);
			if (value === undefined) return { misfit: `There is no cookie ${name} to copy.` };
			return { action: { type: 'putCookie', profile, name, value } };
		}
		default:
			return command satisfies never;
	}
}

function valueOf(profiles: Projection['profiles'], profile: string, name: string): string | undefined {
	return profiles.find((each) => each.name === profile)?.cookies.find((cookie) => cookie.name === name)
		?.value;
}

/** The value with its fourth character changed: in a signed cookie that is in the data, not in the signature. */
function tampered(value: string): string {
	const at = Math.min(3, value.length - 1);
	return value.slice(0, Math.max(0, at)) + (value[at] === 'x' ? 'y' : 'x') + value.slice(at + 1);
}
