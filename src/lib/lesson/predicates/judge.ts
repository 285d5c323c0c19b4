import type { Scene, Verdict } from '../scene.ts';
import type { Predicate, SimplePredicate } from '../schema/predicate.ts';
import { judgeCookie, judgeCookies } from './cookies.ts';
import { judgeEvent } from './event.ts';
import { judgeExchange } from './exchange.ts';
import { judgeRan } from './ran.ts';
import { judgeRows, judgeTable } from './rows.ts';
import { judgeClock, judgeConsole, judgeFile, judgePage, judgeSessionFiles, judgeSetting } from './state.ts';

/** Says whether a predicate holds in a scene, what was expected, and what is there. Changes nothing. */
export function judge(predicate: Predicate, scene: Scene): Verdict {
	if ('all' in predicate) return judgeAll(predicate.all, scene);
	if ('any' in predicate) return judgeAny(predicate.any, scene);
	if ('not' in predicate) {
		const { holds, expected, actual } = judge(predicate.not, scene);
		return { holds: !holds, expected: `not: ${expected}`, actual };
	}
	return judgeSimple(predicate, scene);
}

function judgeSimple(predicate: SimplePredicate, scene: Scene): Verdict {
	if ('cookie' in predicate) return judgeCookie(predicate.cookie, scene);
	if ('cookies' in predicate) return judgeCookies(predicate.cookies, scene);
	if ('rows' in predicate) return judgeRows(predicate.rows, scene);
	if ('table' in predicate) return judgeTable(predicate.table, scene);
	if ('page' in predicate) return judgePage(predicate.page, scene);
	if ('clock' in predicate) return judgeClock(predicate.clock, scene);
	if ('exchange' in predicate) return judgeExchange(predicate.exchange, scene);
	if ('event' in predicate) return judgeEvent(predicate.event, scene);
	if ('ran' in predicate) return judgeRan(predicate.ran, scene);
	if ('setting' in predicate) return judgeSetting(predicate.setting, scene);
	if ('sessionFiles' in predicate) return judgeSessionFiles(predicate.sessionFiles, scene);
	if ('file' in predicate) return judgeFile(predicate.file, scene);
	if ('console' in predicate) return judgeConsole(predicate.console, scene);
	return predicate satisfies never;
}

/** Shows the first part that does not hold, or all parts when every one does. */
function judgeAll(parts: readonly Predicate[], scene: Scene): Verdict {
	const verdicts = parts.map((part) => judge(part, scene));
	const missing = verdicts.find(({ holds }) => !holds);
	return {
		holds: missing === undefined,
		expected: verdicts.map(({ expected }) => expected).join('; and '),
		actual: missing?.actual ?? [...new Set(verdicts.map(({ actual }) => actual))].join('; '),
		...(verdicts.some(({ seen }) => seen !== undefined) && {
			seen: [...new Set(verdicts.map(({ actual, seen }) => seen ?? actual))].join('; ')
		})
	};
}

function judgeAny(parts: readonly Predicate[], scene: Scene): Verdict {
	const verdicts = parts.map((part) => judge(part, scene));
	const held = verdicts.find(({ holds }) => holds);
	return {
		holds: held !== undefined,
		expected: verdicts.map(({ expected }) => expected).join('; or '),
		actual: held?.actual ?? verdicts[0]?.actual ?? '',
		...(held?.seen !== undefined && { seen: held.seen })
	};
}
