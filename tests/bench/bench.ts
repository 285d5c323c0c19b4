import { writeFileSync } from 'node:fs';
import type { Bench, BenchRow } from './row.ts';

/** `npm run bench [name …]`: measures side by side with peers; prints a table, then the same as JSON. */
const BENCHES: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
	exchange: () => import('./exchange.ts'),
	history: () => import('./history.ts'),
	jar: () => import('./jar.ts'),
	page: () => import('./page.ts'),
	'python-boot': () => import('./python-boot.ts'),
	scrub: () => import('./scrub.ts'),
	sessions: () => import('./sessions.ts')
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
	console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
	process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, load] of Object.entries(BENCHES)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.error(`— ${name}`);
	try {
		const { bench } = await load();
		rows.push(...(await bench()));
	} catch (error) {
		rows.push({ what: name, who: 'not measured', value: NaN, unit: String(error), met: false });
	}
}
console.table(
	rows.map(({ what, who, value, unit, aim, met }) => ({
		what,
		who,
		value: Number(value.toPrecision(4)),
		unit,
		aim: aim ?? '',
		met: met === undefined ? '' : met ? 'yes' : 'no'
	}))
);
writeFileSync('bench.json', `${JSON.stringify(rows, null, '\t')}\n`);
console.log(JSON.stringify(rows));
process.exit(0);
