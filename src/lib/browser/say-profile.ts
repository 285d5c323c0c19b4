/** A browser's name as the page writes it. */
export function sayProfile(name: string): string {
	if (name === 'browser') return 'Browser';
	if (name === 'private') return 'Private window';
	if (name === 'attacker') return 'Attacker';
	return /^(?:second|third|fourth)$/.test(name) ? `${name[0]?.toUpperCase()}${name.slice(1)} browser` : name;
}
