import * as v from 'valibot';
import { CookieJar } from '../../lib/browser/cookies/jar.ts';
import { parseCookieDate } from '../../lib/browser/cookies/parse-date.ts';
import type { Cookie } from '../../lib/browser/cookies/cookie.ts';
import type { SendDecision, StoreDecision } from '../../lib/browser/cookies/decisions.ts';
import type { RequestContext } from '../../lib/browser/cookies/request-context.ts';
import {
	DEFAULT_START,
	formatInstant,
	instant,
	MICROS_PER_SECOND,
	parseInstant,
	wholeSeconds,
	type EpochMicros
} from '../../lib/time/instant.ts';

const text = v.string();
const request = {
	url: text,
	kind: v.optional(v.picklist(['navigate', 'form-post', 'frame', 'subresource', 'document.cookie'])),
	method: v.optional(text),
	initiator: v.optional(text),
	topLevel: v.optional(text),
	via: v.optional(v.array(text))
};

/** Fields that are not known are passed over, as in scenarios. */
const stepSchema = v.union(
	[
		v.object({ receive: v.object({ ...request, setCookie: v.array(text), date: v.optional(text) }) }),
		v.object({ script: v.object({ url: text, cookie: text, topLevel: v.optional(text) }) }),
		v.object({ ask: v.object(request) }),
		v.object({ list: v.literal(true) }),
		v.object({ advance: v.number() }),
		v.object({ parseDate: text })
	],
	'not a step (receive, script, ask, list, advance or parseDate) with the fields that it needs'
);

const caseSchema = v.object({
	now: v.optional(text),
	blockThirdParty: v.optional(v.boolean(), false),
	steps: v.array(stepSchema)
});

type Step = v.InferOutput<typeof stepSchema>;
type Request = v.InferOutput<v.ObjectSchema<typeof request, undefined>>;

/** Names of our own, for what Chromium refuses in silence: they are not among its reported reasons. */
const SILENT = new Set(['PartitionedWithoutSecure', 'NamelessWithEquals']);

/** The answers to a jar case, and beside them the reasons, one entry for each step. */
export interface JarCaseAnswer {
	readonly results: readonly unknown[];
	readonly decisions: readonly unknown[];
}

/**
 * Plays a case for the jar alone (conformance/cookies/SCHEMA.md).
 * @throws Error with a sentence for the author, when the case is not of the format
 */
export function playJarCase(json: Record<string, unknown>): JarCaseAnswer {
	const parsed = v.safeParse(caseSchema, json);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new Error(`${v.getDotPath(issue) ?? 'case'}: ${issue.message}`);
	}
	const { now, blockThirdParty, steps } = parsed.output;
	const jar = new CookieJar();
	jar.preferences = { ...jar.preferences, blockThirdParty };
	let clock = now === undefined ? DEFAULT_START : parseInstant(now);
	const results: unknown[] = [];
	const decisions: unknown[] = [];
	for (const step of steps) {
		if ('advance' in step) clock = instant(clock + step.advance * MICROS_PER_SECOND);
		const { result, reasons } = play(step, jar, clock);
		if (result !== undefined) results.push(result);
		decisions.push(reasons);
	}
	return { results, decisions };
}

function play(step: Step, jar: CookieJar, now: EpochMicros): { result?: unknown; reasons: unknown } {
	if ('receive' in step) {
		const { setCookie, date, ...rest } = step.receive;
		const context = { ...contextOf(rest), ...(date === undefined ? {} : { date }) };
		// The response answers a request, and that used the cookies it carried.
		jar.cookiesFor(context, now);
		return { reasons: jar.receive(setCookie, context, now).flatMap(refused) };
	}
	if ('script' in step) {
		const { cookie, url, topLevel } = step.script;
		jar.writeDocumentCookie(cookie, { url, ...(topLevel === undefined ? {} : { topLevel }) }, now);
		return { reasons: null };
	}
	if ('ask' in step) return ask(step.ask, jar, now);
	if ('list' in step) return { result: jar.list(now).map(listed), reasons: null };
	if ('parseDate' in step) {
		const date = parseCookieDate(step.parseDate);
		return { result: date === null ? null : isoSeconds(date), reasons: null };
	}
	return { reasons: null };
}

function ask(asked: Request, jar: CookieJar, now: EpochMicros): { result: unknown; reasons: unknown } {
	const { url, topLevel, kind } = asked;
	if (kind === 'document.cookie') {
		const document = { url, ...(topLevel === undefined ? {} : { topLevel }) };
		return { result: jar.readDocumentCookie(document, now).header, reasons: null };
	}
	const { header, decisions } = jar.cookiesFor(contextOf(asked), now);
	const withheld = decisions.flatMap(withheldOf).sort((a, b) => compare(a.name, b.name));
	return { result: header, reasons: withheld };
}

function contextOf({ url, kind, method, initiator, topLevel, via }: Request): RequestContext {
	return {
		url,
		kind: kind === undefined || kind === 'document.cookie' ? 'navigate' : kind,
		...(method === undefined ? {} : { method }),
		...(initiator === undefined ? {} : { initiator }),
		...(topLevel === undefined ? {} : { topLevel }),
		...(via === undefined ? {} : { via })
	};
}

function refused(decision: StoreDecision): { line: number; reasons: string[] }[] {
	if (decision.outcome !== 'refused') return [];
	const reasons = names(decision.reasons);
	return reasons.length > 0 ? [{ line: decision.line, reasons }] : [];
}

function withheldOf(decision: SendDecision): { name: string; reasons: string[] }[] {
	if (decision.outcome !== 'withheld') return [];
	return [{ name: decision.cookie.name, reasons: names(decision.reasons) }];
}

function names(reasons: readonly { reason: string }[]): string[] {
	return reasons
		.map(({ reason }) => reason)
		.filter((reason) => !SILENT.has(reason))
		.sort(compare);
}

function listed(cookie: Cookie): Record<string, unknown> {
	const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, partition } = cookie;
	return {
		name,
		value,
		domain,
		hostOnly,
		path,
		secure,
		httpOnly,
		sameSite,
		expires: expires === null ? null : isoSeconds(expires),
		...(partition && { partition: partition.site })
	};
}

/** An instant as ISO in whole seconds, rounded down. */
function isoSeconds(at: EpochMicros): string {
	return formatInstant(instant(wholeSeconds(at) * MICROS_PER_SECOND)).replace('.000000', '');
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
