/** What a worker's global scope offers that reaches beyond it. */
const REACHES_OUT = [
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebSocketStream',
	'WebTransport',
	'EventSource',
	'Worker',
	'SharedWorker',
	'BroadcastChannel',
	'importScripts',
	'indexedDB',
	'IDBFactory',
	'caches',
	'CacheStorage',
	'cookieStore',
	'RTCPeerConnection',
	'Notification',
	'StorageManager',
	'NavigatorUAData'
];

/**
 * Takes out of this worker's global scope what reaches the network or storage, on the scope and on its prototypes.
 * The content security policy forbids most of it already; what it must allow the page (fetching from the page's own
 * origin) is taken away here. Called before learners' code can run.
 */
export function lockDown(): void {
	const scopes: object[] = [];
	for (let scope: object | null = globalThis; scope; scope = Object.getPrototypeOf(scope) as object | null) {
		scopes.push(scope);
	}
	for (const scope of scopes) for (const name of REACHES_OUT) Reflect.deleteProperty(scope, name);
	const navigatorPrototype = Object.getPrototypeOf(navigator) as object;
	for (const name of ['storage', 'serviceWorker', 'locks', 'usb', 'serial', 'hid']) {
		Reflect.deleteProperty(navigatorPrototype, name);
	}
}
