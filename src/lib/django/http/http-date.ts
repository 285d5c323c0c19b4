/** An HTTP date of seconds since the epoch, fractions cut: "Mon, 19 Jan 2026 09:30:00 GMT". */
export function httpDate(seconds: number): string {
	return new Date(Math.floor(seconds) * 1000).toUTCString();
}
