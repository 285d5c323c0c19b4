import { CookieJar as ToughJar } from 'tough-cookie';
import { CookieJar } from '../../src/lib/browser/cookies/jar.ts';
import { DEFAULT_START } from '../../src/lib/time/instant.ts';
import { rate, type Bench, type BenchRow } from './row.ts';

/** How often as fast as tough-cookie we want to be. */
const AIM = 3;
const now = DEFAULT_START;
const toughOptions = { now: new Date(now / 1000) };

/** So many cookies, spread over hosts of sites of their own. */
interface Filling {
	readonly cookies: number;
	readonly hosts: number;
}

const FILLINGS: readonly Filling[] = [
	{ cookies: 1, hosts: 1 },
	{ cookies: 100, hosts: 1 },
	{ cookies: 3000, hosts: 100 }
];

/** Stores and reads per second with jars of several sizes, beside tough-cookie. */
export const bench: Bench = () => Promise.resolve(FILLINGS.flatMap((filling) => measure(filling)));

function measure(filling: Filling): BenchRow[] {
	const { cookies, hosts } = filling;
	const urls = Array.from({ length: hosts }, (_, host) => `https://www.site${host}.example/a/b`);
	const jar = new CookieJar();
	const tough = new ToughJar();
	const lines = Array.from(
		{ length: cookies / hosts },
		(_, index) => `name${index}=value; Path=/; Secure; SameSite=Lax`
	);
	for (const url of urls) {
		jar.receive(lines, { url, kind: 'navigate' }, now);
		for (const line of lines) tough.setCookieSync(line, url, toughOptions);
	}
	const size = `${cookies} cookie${cookies === 1 ? '' : 's'} of ${hosts} site${hosts === 1 ? '' : 's'}`;
	return [...storing(size, urls, lines, jar, tough), ...reading(size, urls, jar, tough)];
}

/** Each store replaces a cookie by one of another value, so the size stays. */
function storing(
	size: string,
	urls: readonly string[],
	lines: readonly string[],
	jar: CookieJar,
	tough: ToughJar
): BenchRow[] {
	const variants = ['x', 'y'].map((value) => lines.map((line) => line.replace('value', value)));
	const next = rounds(urls, variants.flat());
	const ours = rate(() => {
		const [url, line] = next();
		jar.receive([line], { url, kind: 'navigate' }, now);
	});
	const theirs = rate(() => {
		const [url, line] = next();
		tough.setCookieSync(line, url, toughOptions);
	});
	return beside(`stores, ${size}`, ours, theirs);
}

function reading(size: string, urls: readonly string[], jar: CookieJar, tough: ToughJar): BenchRow[] {
	const next = rounds(urls, ['']);
	const ours = rate(() => jar.cookiesFor({ url: next()[0], kind: 'navigate' }, now));
	const theirs = rate(() => tough.getCookieStringSync(next()[0], { expire: false }));
	return beside(`reads, ${size}`, ours, theirs);
}

/** Takes all pairs in turn, again and again. */
function rounds(urls: readonly string[], lines: readonly string[]): () => [url: string, line: string] {
	let turn = 0;
	return () => {
		const pair = turn++ % (urls.length * lines.length);
		return [urls[pair % urls.length] ?? '', lines[Math.floor(pair / urls.length)] ?? ''];
	};
}

function beside(what: string, ours: number, theirs: number): BenchRow[] {
	const met = ours >= theirs * AIM;
	return [
		{ what, who: 'Crumbtrail', value: ours, unit: '1/s', aim: `${AIM} × tough-cookie`, met },
		{ what, who: 'tough-cookie', value: theirs, unit: '1/s' }
	];
}
