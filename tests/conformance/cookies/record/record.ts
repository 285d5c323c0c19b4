import { readFileSync } from 'node:fs';
import { Recorder, type AskedCase } from './recorder.ts';

/** `tsx record.ts < cases.jsonl`: writes each case with what real Chromium answered, one a line. */
const cases = readFileSync(0, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as AskedCase);
for (const blockThirdParty of [false, true]) {
	const wanted = cases.filter((asked) => (asked.blockThirdParty ?? false) === blockThirdParty);
	if (wanted.length === 0) continue;
	const recorder = await Recorder.launch(blockThirdParty);
	for (const asked of wanted) {
		try {
			console.log(JSON.stringify({ ...asked, ...(await recorder.record(asked)) }));
		} catch (error) {
			console.error(`${asked.id}: ${String(error).split('\n')[0] ?? ''}`);
		}
	}
	await recorder.close();
}
