// Brings what the project needs onto a machine that has only Node and npm.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Runs a command in the project's folder with its output shown. @returns {boolean} whether it succeeded */
export function run(command, args, env = {}) {
	const done = spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env }
	});
	return done.status === 0;
}

/** Installs the packages of the lock file where they are missing or older than it. */
export function installPackages() {
	const installed = `${root}node_modules/.package-lock.json`;
	const current =
		existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
	if (current) return;
	console.log('Installing packages (npm ci)');
	if (!run('npm', ['ci', '--no-audit', '--no-fund'], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' })) {
		throw new Error('npm ci failed');
	}
}

/** @returns {string | null} the path of an installed Chromium */
export function findChromium() {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	for (const name of CHROMIUM_NAMES) {
		const found = spawnSync('which', [name], { encoding: 'utf8' });
		if (found.status === 0) return found.stdout.trim();
	}
	return null;
}

/** The browser for the end-to-end tests: an installed Chromium, else Debian's package. @returns {string | null} */
export function installChromium() {
	const found = findChromium();
	if (found) return found;
	const isRoot = process.getuid?.() === 0;
	if (isRoot && spawnSync('which', ['apt-get']).status === 0) {
		console.log("Installing Debian's chromium");
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
			stdio: 'inherit',
			env
		});
	}
	return findChromium();
}
