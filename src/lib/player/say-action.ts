import type { Action, ActionType } from '../world/action.ts';
import { pathOf, sayProfile } from './format.ts';

type Sayings = { readonly [T in ActionType]: (action: Extract<Action, { type: T }>) => string };

const SAYINGS: Sayings = {
	visit: ({ profile, url, cause }) =>
		`${sayProfile(profile)} ${cause === 'link' ? 'follows a link to' : 'opens'} ${pathOf(url)}`,
	submit: ({ profile, to }) => `${sayProfile(profile)} sends a form to ${pathOf(to)}`,
	step: ({ exchange, until }) =>
		until ? `Request ${exchange} goes on until ${until}` : `One step of request ${exchange}`,
	finish: ({ exchange }) => `Request ${exchange} runs to its end`,
	advance: ({ by }) => `The clock moves on by ${typeof by === 'number' ? `${by} seconds` : by}`,
	openBrowser: ({ profile }) => `${sayProfile(profile)} is opened`,
	closeBrowser: ({ profile }) => `${sayProfile(profile)} is closed`,
	blockCookies: ({ profile, blocked }) =>
		`${sayProfile(profile)} ${blocked ? 'blocks' : 'allows'} all cookies`,
	deleteCookie: ({ profile, name }) => `The cookie ${name} is deleted in ${sayProfile(profile)}`,
	putCookie: ({ profile, name }) => `The cookie ${name} is written by hand in ${sayProfile(profile)}`,
	edit: ({ files }) =>
		`${Object.keys(files).join(', ')} ${Object.keys(files).length > 1 ? 'are' : 'is'} edited`,
	restart: () => 'The server is restarted',
	workers: ({ count }) => `The server gets ${count} worker${count === 1 ? '' : 's'}`,
	nextWorker: ({ worker }) => `Worker ${worker} takes the next request`,
	restartWorker: ({ worker }) => `Worker ${worker} is restarted`,
	deploy: ({ django }) => `The project goes on under Django ${django}`,
	manage: ({ command }) => `manage.py ${command}`,
	shell: ({ code }) => `In the shell: ${code}`,
	dbshell: ({ input }) => `At the database: ${input}`,
	sql: ({ sql }) => `SQL: ${sql}`,
	cron: ({ on }) => `Cron for clearsessions is switched ${on ? 'on' : 'off'}`,
	openTab: ({ profile }) => `${sayProfile(profile)} opens a tab`,
	closeTab: ({ profile, tab }) => `${sayProfile(profile)} closes tab ${tab}`,
	pickTab: ({ profile, tab }) => `${sayProfile(profile)} shows tab ${tab}`,
	reload: ({ profile }) => `${sayProfile(profile)} reloads`,
	traverse: ({ profile, by }) => `${sayProfile(profile)} goes ${by < 0 ? 'back' : 'forward'}`,
	startUp: ({ profile }) => `${sayProfile(profile)} is told how to start`,
	crash: ({ profile }) => `${sayProfile(profile)} crashes`,
	clearSite: ({ profile }) => `The cookies of a site are cleared in ${sayProfile(profile)}`,
	preferCookies: ({ profile }) => `${sayProfile(profile)} gets other cookie settings`,
	editCookie: ({ profile, cookie }) => `The cookie ${cookie.name} is edited in ${sayProfile(profile)}`,
	removeCookie: ({ profile, cookie }) => `The cookie ${cookie.name} is deleted in ${sayProfile(profile)}`,
	readScript: ({ profile }) => `A script in ${sayProfile(profile)} reads document.cookie`,
	writeScript: ({ profile }) => `A script in ${sayProfile(profile)} writes document.cookie`,
	fetch: ({ profile, url }) => `A script in ${sayProfile(profile)} fetches ${pathOf(url)}`,
	load: ({ profile, kind, url }) => `The page in ${sayProfile(profile)} loads the ${kind} ${pathOf(url)}`,
	loseResponse: ({ exchange }) => `The connection of request ${exchange} breaks`,
	killWorker: ({ exchange }) => `The worker of request ${exchange} is killed`,
	emptyCaches: () => 'The caches are emptied',
	evictEntry: ({ key }) => `The cache forgets ${key}`,
	lockDatabase: ({ against }) => `The database is locked against ${against}`,
	unlockDatabase: () => 'The database is unlocked',
	fillDisk: () => 'The disk is full',
	freeDisk: () => 'The disk has room again',
	rotateSecretKey: () => 'SECRET_KEY is changed',
	setBrowserClock: ({ profile, ahead }) => `The clock of ${sayProfile(profile)} is set ahead by ${ahead}`,
	destroySession: () => 'A session vanishes from its store'
};

/** Says in plain words what a learner did. */
export function sayAction(action: Action): string {
	// The key chose the saying, so it takes this action; TypeScript cannot follow that over a union.
	const say = SAYINGS[action.type] as (action: Action) => string;
	return say(action);
}
