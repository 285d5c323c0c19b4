import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { RawServer, type Answer } from './raw-server.ts';

/** A real Chromium whose every address leads to server of ours, and whose wall clock stands where we put it. */
export class RealBrowser {
	readonly context: BrowserContext;
	readonly #server: RawServer;
	readonly #folder: string;
	readonly #clock: number;

	private constructor(context: BrowserContext, server: RawServer, folder: string, clock: number) {
		this.context = context;
		this.#server = server;
		this.#folder = folder;
		this.#clock = clock;
	}

	static async launch(answer: Answer, blockThirdParty: boolean): Promise<RealBrowser> {
		const folder = mkdtempSync(join(tmpdir(), 'crumbtrail-record-'));
		const at = (name: string) => join(folder, name);
		const here = (name: string) => new URL(name, import.meta.url).pathname;
		execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', at('clock.so'), here('clock-shim.c'), '-ldl']);
		const certificate = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '9000', '-subj', '/CN=x'];
		execFileSync('openssl', [...certificate, '-keyout', at('key.pem'), '-out', at('cert.pem')], {
			stdio: 'ignore'
		});
		const server = new RawServer(answer, { key: at('key.pem'), cert: at('cert.pem') });
		const port = await server.listen();
		writeFileSync(at('clock'), Buffer.alloc(16));
		const clock = openSync(at('clock'), 'r+');
		setClock(clock, Date.parse('2026-03-01T12:00:00Z') * 1000);
		mkdirSync(at('profile/Default'), { recursive: true });
		const mode = blockThirdParty ? 1 : 0;
		writeFileSync(
			at('profile/Default/Preferences'),
			JSON.stringify({ profile: { cookie_controls_mode: mode, block_third_party_cookies: blockThirdParty } })
		);
		const context = await chromium.launchPersistentContext(at('profile'), {
			executablePath: '/usr/bin/chromium',
			chromiumSandbox: false,
			ignoreHTTPSErrors: true,
			args: launchArguments(port),
			env: { ...process.env, LD_PRELOAD: at('clock.so'), CRUMB_CLOCK: at('clock') }
		});
		return new RealBrowser(context, server, folder, clock);
	}

	/** Puts the wall clock to so many microseconds since 1970. */
	setClock(micros: number): void {
		setClock(this.#clock, micros);
	}

	async close(): Promise<void> {
		await this.context.close();
		this.#server.close();
		closeSync(this.#clock);
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

function setClock(file: number, micros: number): void {
	const bytes = Buffer.alloc(16);
	bytes.writeBigInt64LE(BigInt(micros), 0);
	writeSync(file, bytes, 0, 16, 0);
}

function launchArguments(port: number): string[] {
	const upgrades = 'HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstBalancedMode';
	return [
		`--host-resolver-rules=MAP * 127.0.0.1:${port}`,
		'--disable-site-isolation-trials',
		`--disable-features=IsolateOrigins,site-per-process,${upgrades},LocalNetworkAccessChecks,Translate`,
		'--allow-running-insecure-content',
		'--ignore-certificate-errors',
		'--proxy-server=direct://',
		'--no-zygote',
		'--disable-gpu',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	];
}
