import { parseAddress } from '../http/address.ts';
import { isLocalhost } from '../http/site.ts';
import type { HttpRequest } from '../http/message.ts';
import type { OpenedRun } from '../exchange/exchange.ts';
import type { SiteView } from './projection.ts';
import type { SiteStart, WorldStart } from './scenario.ts';
import type { ServerSnapshot, SimulatedServer } from './simulated-server.ts';
import { StaticRun } from './static-run.ts';

/** One site beside the origin's; the server of a Django project comes into being at its first request. */
interface Site {
	readonly hosts: readonly string[];
	readonly start: SiteStart;
	server: SimulatedServer | null;
	/** The host by which it was reached first: its name, and that of its randomness. */
	name: string;
}

/** Which server answers which host. Each Django project has processes, database and disk of its own. */
export class Sites {
	readonly #main: SimulatedServer;
	readonly #start: WorldStart;
	readonly #sites: readonly Site[];
	readonly #make: (start: Pick<WorldStart, 'django' | 'project' | 'seed'>, name: string) => SimulatedServer;

	/** @param make makes the server of a further Django project; `name` is its host */
	constructor(
		start: WorldStart,
		main: SimulatedServer,
		make: (start: Pick<WorldStart, 'django' | 'project' | 'seed'>, name: string) => SimulatedServer
	) {
		this.#start = start;
		this.#main = main;
		this.#make = make;
		this.#sites = (start.sites ?? []).map((site) => ({
			hosts: [new URL(site.origin).host, ...(site.hosts ?? [])],
			start: site,
			server: null,
			name: ''
		}));
	}

	/** The servers of all Django projects that have been asked, the origin's first. */
	get servers(): readonly SimulatedServer[] {
		return [this.#main, ...this.#sites.flatMap(({ server }) => server ?? [])];
	}

	get views(): readonly SiteView[] {
		return this.#sites.map(({ hosts, start }) => ({
			origin: start.origin,
			hosts,
			kind: start.content.kind
		}));
	}

	/** Hands a request to the server of its host. */
	open(request: HttpRequest): OpenedRun {
		const { host } = new URL(request.url);
		const site = this.#sites.find(({ hosts }) => hosts.includes(host));
		if (!site) return this.#isMain(request.url) ? this.#main.open(request) : unknown(host);
		const { content } = site.start;
		if (content.kind === 'pages') return { run: new StaticRun(request, content.pages) };
		return this.#serverOf(site, host)?.open(request) ?? unknown(host);
	}

	/** The server of a site; it comes into being at its first request, which names it. */
	#serverOf(site: Site, host: string): SimulatedServer | null {
		const { content } = site.start;
		if (content.kind === 'pages') return null;
		if (!site.server) site.name = host;
		return (site.server ??= this.#make({ ...content, seed: `${this.#start.seed}/${host}` }, host));
	}

	/** The servers that have come into being, by name; the main one is not among them. */
	get others(): readonly (readonly [name: string, server: SimulatedServer])[] {
		return this.#sites.flatMap(({ name, server }) => (server ? [[name, server] as const] : []));
	}

	/** Brings servers into being as they were. @returns what of their processes came out otherwise */
	restore(snapshots: Readonly<Record<string, ServerSnapshot>>): readonly string[] {
		return Object.entries(snapshots).flatMap(([name, snapshot]) => {
			const site = this.#sites.find(({ hosts }) => hosts.includes(name));
			const server = site && this.#serverOf(site, name);
			return server ? server.restore(snapshot) : [name];
		});
	}

	/** The Django project that answers a host, if one does that has been asked before. */
	server(host: string): SimulatedServer | null {
		return this.#sites.find(({ hosts }) => hosts.includes(host))?.server ?? null;
	}

	end(): void {
		for (const { server } of this.#sites) server?.end();
	}

	/** Without further sites the one server answers whatever is asked. */
	#isMain(url: string): boolean {
		if (this.#sites.length === 0) return true;
		const own = parseAddress(this.#start.origin);
		const { siteHost, host } = parseAddress(url);
		return siteHost === own.siteHost || (isLocalhost(own.host) && isLocalhost(host));
	}
}

function unknown(host: string): OpenedRun {
	return { failure: { reason: 'UnknownHost', message: `${host} is no host of this world` } };
}
