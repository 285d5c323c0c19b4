import { defaultPath } from './default-path.ts';

/** Section 5.6.4: the Path attribute as it stands, or the default path where it does not begin with a slash. */
export function cookiePath(attribute: string | undefined, addressPath: string): string {
	return attribute?.startsWith('/') ? attribute : defaultPath(addressPath);
}
