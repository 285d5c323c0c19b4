/** A way out of the sandbox that was found open. */
export type OpenWay =
	'fetch' | 'XMLHttpRequest' | 'WebSocket' | 'import' | 'Worker' | 'indexedDB' | 'caches' | 'OPFS' | 'eval';

/** Tries one way out. Resolves to whether it is open. */
type Attempt = (origin: string) => Promise<boolean>;

const ATTEMPTS: Readonly<Record<OpenWay, Attempt>> = {
	fetch: async (origin) => {
		await fetch(`${origin}/icon.svg`, { mode: 'no-cors' });
		return true;
	},
	XMLHttpRequest: (origin) =>
		new Promise((resolve) => {
			const request = new XMLHttpRequest();
			request.onload = () => {
				resolve(true);
			};
			request.onerror = () => {
				resolve(false);
			};
			request.open('GET', `${origin}/icon.svg`);
			request.send();
		}),
	WebSocket: (origin) =>
		new Promise((resolve) => {
			const socket = new WebSocket(origin.replace(/^http/, 'ws'));
			socket.onopen = () => {
				resolve(true);
			};
			socket.onerror = () => {
				resolve(false);
			};
		}),
	import: async () => {
		const address = 'data:text/javascript,export default 1';
		await import(/* @vite-ignore */ address);
		return true;
	},
	Worker: (origin) =>
		new Promise((resolve) => {
			const worker = new Worker(`${origin}/icon.svg`);
			worker.onerror = () => {
				resolve(false);
			};
			worker.onmessage = () => {
				resolve(true);
			};
		}),
	indexedDB: () =>
		new Promise((resolve) => {
			const request = indexedDB.open('crumbtrail-sandbox-check');
			request.onsuccess = () => {
				request.result.close();
				resolve(true);
			};
			request.onerror = () => {
				resolve(false);
			};
		}),
	caches: async () => {
		await caches.open('crumbtrail-sandbox-check');
		return true;
	},
	OPFS: async () => {
		await navigator.storage.getDirectory();
		return true;
	},
	eval: () => Promise.resolve(typeof (0, eval)('1') === 'number')
};

/** A way that has not said anything after so long is not open: refusals come at once. */
const PATIENCE_MILLIS = 1500;

/** Tries every way out of the worker that this runs in. @returns those that are open */
export async function findOpenWays(origin: string): Promise<OpenWay[]> {
	const ways = Object.keys(ATTEMPTS) as OpenWay[];
	const open = await Promise.all(ways.map((way) => isOpen(ATTEMPTS[way], origin)));
	return ways.filter((_, index) => open[index]);
}

async function isOpen(attempt: Attempt, origin: string): Promise<boolean> {
	const late = new Promise<boolean>((resolve) => {
		setTimeout(() => {
			resolve(false);
		}, PATIENCE_MILLIS);
	});
	try {
		return await Promise.race([attempt(origin), late]);
	} catch {
		return false;
	}
}
