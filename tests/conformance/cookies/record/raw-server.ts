import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface RawRequest {
	readonly method: string;
	/** Scheme, host and target, as the browser sent them. */
	readonly url: string;
	/** The Cookie header, read as UTF-8; "" for none. */
	readonly cookie: string;
	/** All header lines as they came. */
	readonly lines: readonly string[];
}

/** An answer: lines after the status line, written as UTF-8 without any check. */
export interface RawAnswer {
	readonly status: number;
	readonly headers: readonly string[];
	readonly body?: string;
}

/** The first byte of a TLS connection. */
const TLS_HANDSHAKE = 22;

export type Answer = (request: RawRequest) => RawAnswer;

/** A server that speaks http and https on one port and writes header lines byte for byte, whatever is in them. */
export class RawServer {
	readonly #door: Server;
	readonly #sockets = new Set<Socket>();

	constructor(answer: Answer, keys: { readonly key: string; readonly cert: string }) {
		const tls = createTlsServer(
			{ key: readFileSync(keys.key), cert: readFileSync(keys.cert), ALPNProtocols: ['http/1.1'] },
			(socket) => {
				this.#serve(socket, 'https', answer);
			}
		);
		this.#door = createServer((socket) => {
			this.#sockets.add(socket);
			socket.on('close', () => this.#sockets.delete(socket));
			socket.on('error', () => socket.destroy());
			socket.once('readable', () => {
				const first = socket.read(1) as Buffer<ArrayBuffer> | null;
				if (!first) return;
				socket.unshift(first);
				if (first[0] === TLS_HANDSHAKE) tls.emit('connection', socket);
				else this.#serve(socket, 'http', answer);
			});
		});
	}

	/** Listens on a free port. @returns it */
	listen(): Promise<number> {
		return new Promise((resolve) => {
			this.#door.listen(0, '127.0.0.1', () => {
				resolve((this.#door.address() as AddressInfo).port);
			});
		});
	}

	close(): void {
		for (const socket of this.#sockets) socket.destroy();
		this.#door.close();
	}

	#serve(socket: Socket, scheme: string, answer: Answer): void {
		socket.on('error', () => socket.destroy());
		let received: Uint8Array = new Uint8Array();
		socket.on('data', (chunk) => {
			const all = Buffer.concat([received, Buffer.from(chunk)]);
			received = all;
			const end = all.indexOf('\r\n\r\n');
			if (end < 0) return;
			const request = read(all.subarray(0, end).toString('utf8'), scheme);
			received = new Uint8Array();
			const { status, headers, body = '' } = answer(request);
			const lines = [`HTTP/1.1 ${status} X`, 'Connection: close', 'Cache-Control: no-store', ...headers];
			const length = Buffer.byteLength(body);
			socket.end(`${lines.join('\r\n')}\r\nContent-Length: ${length}\r\n\r\n${body}`, 'utf8');
		});
	}
}

function read(head: string, scheme: string): RawRequest {
	const [first = '', ...lines] = head.split('\r\n');
	const [method = '', target = ''] = first.split(' ');
	const header = (name: string) =>
		lines
			.find((line) => line.toLowerCase().startsWith(`${name}:`))
			?.slice(name.length + 1)
			.replace(/^[ \t]+|[ \t]+$/g, '') ?? '';
	return { method, url: `${scheme}://${header('host')}${target}`, cookie: header('cookie'), lines };
}
