const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62, as `django.core.signing.b62_encode`. */
export function b62Encode(value: number): string {
	if (value < 0) return `-${b62Encode(-value)}`;
	let text = '';
	do {
		text = (BASE62[value % 62] ?? '') + text;
		value = Math.floor(value / 62);
	} while (value > 0);
	return text;
}

/** Reads base 62. @returns `NaN` when it is none */
export function b62Decode(text: string): number {
	const digits = text.startsWith('-') ? text.slice(1) : text;
	const value = Array.from(digits).reduce((sum, digit) => {
		const at = BASE62.indexOf(digit);
		return at < 0 ? NaN : sum * 62 + at;
	}, 0);
	return text.startsWith('-') ? -value : value;
}
