import type { CDPSession, Frame, Page } from '@playwright/test';
import { RealBrowser } from './browser.ts';
import type { RawAnswer, RawRequest } from './raw-server.ts';

export interface RequestStep {
	readonly url: string;
	readonly kind?: string;
	readonly method?: string;
	readonly initiator?: string;
	readonly topLevel?: string;
	readonly via?: readonly string[];
}

export type Step =
	| { readonly receive: RequestStep & { readonly setCookie: readonly string[]; readonly date?: string } }
	| { readonly script: { readonly url: string; readonly cookie: string; readonly topLevel?: string } }
	| { readonly ask: RequestStep }
	| { readonly list: true }
	| { readonly advance: number }
	| { readonly parseDate: string };

export interface AskedCase {
	readonly id: string;
	readonly group?: string;
	readonly now?: string;
	readonly blockThirdParty?: boolean;
	readonly steps: readonly Step[];
}

interface Blocked {
	readonly blockedReasons: readonly string[];
	readonly cookie?: { readonly name: string };
	readonly cookieLine?: string;
}

/** A request that is on its way, and what the network panel says of it. */
interface Awaited {
	readonly hops: readonly string[];
	readonly headers: readonly string[];
	cookie: string | null;
	/** The id of the request in the DevTools protocol. */
	id: string | null;
	readonly sent: Map<string, Blocked[]>;
	readonly received: Map<string, Blocked[]>;
}

/** Plays cases (SCHEMA.md) in real Chromium and writes down what it does. */
export class Recorder {
	#browser!: RealBrowser;
	#page!: Page;
	#session!: CDPSession;
	#now = 0;
	#awaited: Awaited | null = null;
	#reported: Awaited | null = null;

	static async launch(blockThirdParty: boolean): Promise<Recorder> {
		const recorder = new Recorder();
		recorder.#browser = await RealBrowser.launch((request) => recorder.#answer(request), blockThirdParty);
		return recorder;
	}

	async record(asked: AskedCase): Promise<{ expect: unknown[]; decisions: unknown[] }> {
		this.#now = Date.parse(asked.now ?? '2026-03-01T12:00:00Z') * 1000;
		this.#browser.setClock(this.#now);
		this.#page = await this.#browser.context.newPage();
		this.#session = await this.#browser.context.newCDPSession(this.#page);
		await this.#session.send('Network.enable');
		await this.#session.send('Network.clearBrowserCookies');
		this.#listen();
		const expect: unknown[] = [];
		const decisions: unknown[] = [];
		try {
			for (const step of asked.steps) {
				const { answer, reasons } = await this.#play(step);
				if (answer !== undefined) expect.push(answer);
				decisions.push(reasons);
			}
		} finally {
			await this.#page.close();
		}
		return { expect, decisions };
	}

	async close(): Promise<void> {
		await this.#browser.close();
	}

	#listen(): void {
		this.#session.on('Network.requestWillBeSent', ({ requestId, request }) => {
			const target = this.#awaited?.hops.at(-1);
			if (this.#awaited && target !== undefined && onTheWire(request.url) === target)
				this.#awaited.id ??= requestId;
		});
		// Of a redirected request the last event counts: the ids are the same.
		this.#session.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
			this.#awaited?.sent.set(requestId, associatedCookies);
		});
		this.#session.on('Network.responseReceivedExtraInfo', ({ requestId, blockedCookies }) => {
			this.#awaited?.received.set(requestId, blockedCookies);
		});
	}

	async #play(step: Step): Promise<{ answer?: unknown; reasons: unknown }> {
		if ('advance' in step) {
			this.#now += step.advance * 1e6;
			this.#browser.setClock(this.#now);
			return { reasons: null };
		}
		if ('list' in step) return { answer: await this.#list(), reasons: null };
		if ('script' in step) {
			const frame = await this.#document(step.script);
			await frame.evaluate((cookie) => {
				document.cookie = cookie;
			}, step.script.cookie);
			return { reasons: null };
		}
		if ('receive' in step) {
			const { setCookie, date, ...request } = step.receive;
			const headers = setCookie.map((line) => `Set-Cookie: ${line}`);
			await this.#request(request, date === undefined ? headers : [...headers, `Date: ${date}`]);
			return { reasons: this.#refused(setCookie) };
		}
		if ('ask' in step) {
			if (step.ask.kind === 'document.cookie') {
				const frame = await this.#document(step.ask);
				return { answer: await frame.evaluate(() => document.cookie), reasons: null };
			}
			return { answer: await this.#request(step.ask, []), reasons: this.#withheld() };
		}
		throw new Error('Only the jar reads a date by itself');
	}

	#answer({ url, cookie }: RawRequest): RawAnswer {
		const html = 'Content-Type: text/html; charset=utf-8';
		const awaited = this.#awaited;
		const hop = awaited?.hops.indexOf(url) ?? -1;
		if (!awaited || hop < 0 || awaited.cookie !== null)
			return { status: 200, headers: [html], body: '<p>set-up' };
		const next = awaited.hops[hop + 1];
		if (next !== undefined) return { status: 302, headers: [`Location: ${next}`] };
		awaited.cookie = cookie;
		return { status: 200, headers: [html, ...awaited.headers], body: '<p>target' };
	}

	async #request(request: RequestStep, headers: readonly string[]): Promise<string> {
		const hops = [...(request.via ?? []), request.url].map(onTheWire);
		const from = await this.#start(request);
		const awaited: Awaited = { hops, headers, cookie: null, id: null, sent: new Map(), received: new Map() };
		this.#awaited = this.#reported = awaited;
		await this.#go(from, request, (request.via ?? [])[0] ?? request.url);
		for (let i = 0; i < 100 && awaited.cookie === null; i++) await this.#page.waitForTimeout(20);
		for (let i = 0; i < 25 && !awaited.received.has(awaited.id ?? ''); i++)
			await this.#page.waitForTimeout(10);
		this.#awaited = null;
		if (awaited.cookie === null) throw new Error(`No request came for ${request.url}`);
		return awaited.cookie;
	}

	/** Opens the document that the request starts from. */
	async #start({ kind = 'navigate', initiator, topLevel }: RequestStep): Promise<Frame> {
		const page = this.#page;
		if (kind === 'navigate' || kind === 'form-post') {
			if (initiator !== undefined) await page.goto(initiator);
			return page.mainFrame();
		}
		const top = topLevel ?? initiator ?? '';
		await page.goto(top);
		if (kind === 'frame' || topLevel === undefined) return page.mainFrame();
		return this.#frame(initiator ?? '');
	}

	async #go(from: Frame, { kind = 'navigate', method, initiator }: RequestStep, url: string): Promise<void> {
		if (kind === 'navigate' && initiator === undefined) {
			await this.#page.goto(url);
		} else if (kind === 'navigate' || kind === 'form-post') {
			const loaded = this.#page.waitForEvent('load');
			await from.evaluate(
				([to, post]) => {
					if (!post) return void (location.href = to);
					const form = Object.assign(document.createElement('form'), { method: 'POST', action: to });
					document.body.append(form);
					form.submit();
				},
				[url, kind === 'form-post'] as const
			);
			await loaded;
		} else if (kind === 'frame') {
			await this.#frame(url);
		} else {
			await from.evaluate(
				([to, verb]) =>
					fetch(to, { method: verb, mode: 'no-cors', credentials: 'include' }).then(
						() => undefined,
						() => undefined
					),
				[url, method ?? 'GET'] as const
			);
		}
	}

	async #document({ url, topLevel }: { url: string; topLevel?: string }): Promise<Frame> {
		await this.#page.goto(topLevel ?? url);
		return topLevel === undefined ? this.#page.mainFrame() : this.#frame(url);
	}

	/** Puts a frame into the page. */
	async #frame(url: string): Promise<Frame> {
		const element = await this.#page.evaluateHandle(
			(to) =>
				new Promise<HTMLIFrameElement>((resolve) => {
					const frame = document.createElement('iframe');
					frame.onload = () => {
						resolve(frame);
					};
					frame.src = to;
					document.body.append(frame);
				}),
			url
		);
		const frame = await element.asElement().contentFrame();
		if (!frame) throw new Error(`No frame for ${url}`);
		return frame;
	}

	#refused(lines: readonly string[]): unknown {
		const blocked = this.#reported?.received.get(this.#reported.id ?? '');
		if (!blocked) return null;
		const left = lines.map((line, index) => ({ line, index }));
		return blocked
			.map(({ blockedReasons, cookieLine = '' }) => {
				const at = left.findIndex(({ line }) => line.trim() === cookieLine.trim());
				const [found] = left.splice(at, at < 0 ? 0 : 1);
				return { line: found?.index ?? -1, reasons: [...blockedReasons].sort() };
			})
			.sort((one, other) => one.line - other.line);
	}

	#withheld(): unknown {
		const associated = this.#reported?.sent.get(this.#reported.id ?? '');
		if (!associated) return null;
		return associated
			.filter(({ blockedReasons }) => blockedReasons.length > 0)
			.map(({ blockedReasons, cookie }) => ({ name: cookie?.name, reasons: [...blockedReasons].sort() }))
			.sort((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
	}

	async #list(): Promise<unknown[]> {
		const { cookies } = await this.#session.send('Network.getAllCookies');
		return cookies.map((cookie) => {
			const partition = cookie.partitionKey as { topLevelSite: string } | undefined;
			return {
				name: cookie.name,
				value: cookie.value,
				domain: cookie.domain.replace(/^\./, ''),
				hostOnly: !cookie.domain.startsWith('.'),
				path: cookie.path,
				secure: cookie.secure,
				httpOnly: cookie.httpOnly,
				sameSite: cookie.sameSite?.toLowerCase() ?? null,
				expires: cookie.session
					? null
					: `${new Date(Math.floor(cookie.expires) * 1000).toISOString().slice(0, 19)}Z`,
				...(partition && { partition: partition.topLevelSite })
			};
		});
	}
}

/** An address as the server sees it. */
function onTheWire(address: string): string {
	const url = new URL(address);
	return `${url.origin}${url.pathname}${url.search}`;
}
