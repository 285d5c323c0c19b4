/**
 * A settings file in which a setting has another value. A setting of one line is changed where it stands; else the
 * line is added at the end, where it comes last.
 * @param value a Python expression
 */
export function withSetting(settings: string, name: string, value: string): string {
	const line = `${name} = ${value}`;
	const oneLine = new RegExp(`^${name}\\s*=(?!.*[([{]\\s*$).*$`, 'm');
	if (oneLine.test(settings)) return settings.replace(oneLine, () => line);
	return `${settings.replace(/\n*$/, '\n')}\n${line}\n`;
}
