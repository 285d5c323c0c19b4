import { bytesText, floatText, pythonText, stringText, type PickledValue } from './python-text.ts';

/**
 * What a pickle says, as a Python literal, without running any of it: classes and functions are named, never called.
 * Reads what protocols 2 to 5 write for plain values and for objects.
 * @returns `null` when it is no such pickle
 */
export function readPickle(bytes: Uint8Array): string | null {
	try {
		return pythonText(new PickleReader(bytes).read());
	} catch (error) {
		if (error instanceof NoPickle || error instanceof RangeError) return null;
		throw error;
	}
}

class NoPickle extends Error {
	override readonly name = 'NoPickle';
}

const MARK = Symbol('mark');
const utf8 = new TextDecoder();

/** One pass over the opcodes; the names are those of `pickletools`. */
class PickleReader {
	readonly #bytes: Uint8Array;
	readonly #view: DataView;
	#at = 0;
	#stack: (PickledValue | typeof MARK)[] = [];
	readonly #memo = new Map<number, PickledValue>();

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	read(): PickledValue {
		for (;;) {
			const opcode = this.#byte();
			if (opcode === 0x2e) return this.#pop();
			const act = OPCODES[opcode];
			if (!act) throw new NoPickle();
			act(this);
		}
	}

	skip(count: number): void {
		this.#at += count;
	}

	push(value: PickledValue): void {
		this.#stack.push(value);
	}

	plain(text: string): void {
		this.push({ kind: 'plain', text });
	}

	mark(): void {
		this.#stack.push(MARK);
	}

	drop(): void {
		this.#stack.pop();
	}

	/** What lies above the last mark, which goes with it. */
	marked(): PickledValue[] {
		const at = this.#stack.lastIndexOf(MARK);
		if (at < 0) throw new NoPickle();
		return this.#stack.splice(at).slice(1) as PickledValue[];
	}

	take(count: number): PickledValue[] {
		return Array.from({ length: count }, () => this.#pop()).reverse();
	}

	/** Puts items into the list or set on top, or pairs into the dict. */
	fill(items: readonly PickledValue[]): void {
		const into = this.#top();
		if (into.kind === 'dict') into.entries.push(...pairs(items));
		else if (into.kind !== 'plain' && into.kind !== 'call') into.items.push(...items);
	}

	memoize(place: number = this.#memo.size): void {
		this.#memo.set(place, this.#top());
	}

	recall(place: number): void {
		const value = this.#memo.get(place);
		if (!value) throw new NoPickle();
		this.push(value);
	}

	number(size: 1 | 2 | 4 | 8): number {
		const at = this.#at;
		this.#at += size;
		if (size === 1) return this.#view.getUint8(at);
		if (size === 2) return this.#view.getUint16(at, true);
		return size === 4 ? this.#view.getUint32(at, true) : Number(this.#view.getBigUint64(at, true));
	}

	int32(): number {
		this.#at += 4;
		return this.#view.getInt32(this.#at - 4, true);
	}

	float64(): number {
		this.#at += 8;
		return this.#view.getFloat64(this.#at - 8);
	}

	bytes(count: number): Uint8Array {
		if (this.#at + count > this.#bytes.length) throw new NoPickle();
		this.#at += count;
		return this.#bytes.subarray(this.#at - count, this.#at);
	}

	line(): string {
		const end = this.#bytes.indexOf(10, this.#at);
		if (end < 0) throw new NoPickle();
		const text = utf8.decode(this.#bytes.subarray(this.#at, end));
		this.#at = end + 1;
		return text;
	}

	#byte(): number {
		const byte = this.#bytes[this.#at];
		if (byte === undefined) throw new NoPickle();
		this.#at += 1;
		return byte;
	}

	#top(): PickledValue {
		const value = this.#stack.at(-1);
		if (value === undefined || value === MARK) throw new NoPickle();
		return value;
	}

	#pop(): PickledValue {
		const value = this.#top();
		this.#stack.pop();
		return value;
	}
}

function pairs(items: readonly PickledValue[]): [PickledValue, PickledValue][] {
	return items.flatMap((key, at) => {
		const value = items[at + 1];
		return at % 2 === 0 && value ? [[key, value] as [PickledValue, PickledValue]] : [];
	});
}

/** An int of any length, little-endian two's complement. */
function longText(bytes: Uint8Array): string {
	let value = 0n;
	for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
	return String(BigInt.asIntN(bytes.length * 8, value));
}

function named(reader: PickleReader, module: string, name: string): void {
	reader.plain(/^(?:__builtin__|builtins)$/.test(module) ? name : `${module}.${name}`);
}

function call(reader: PickleReader): void {
	const [callee, args] = reader.take(2);
	if (callee && args) reader.push({ kind: 'call', callee, args });
}

const OPCODES: Readonly<Record<number, (reader: PickleReader) => void>> = {
	0x80: (r) => r.skip(1), // PROTO
	0x95: (r) => r.skip(8), // FRAME
	0x4e: (r) => r.plain('None'),
	0x88: (r) => r.plain('True'),
	0x89: (r) => r.plain('False'),
	0x4a: (r) => r.plain(String(r.int32())), // BININT
	0x4b: (r) => r.plain(String(r.number(1))),
	0x4d: (r) => r.plain(String(r.number(2))),
	0x8a: (r) => r.plain(longText(r.bytes(r.number(1)))), // LONG1
	0x8b: (r) => r.plain(longText(r.bytes(r.number(4)))),
	0x47: (r) => r.plain(floatText(r.float64())), // BINFLOAT
	0x8c: (r) => r.plain(stringText(utf8.decode(r.bytes(r.number(1))))), // SHORT_BINUNICODE
	0x58: (r) => r.plain(stringText(utf8.decode(r.bytes(r.number(4))))),
	0x8d: (r) => r.plain(stringText(utf8.decode(r.bytes(r.number(8))))),
	0x43: (r) => r.plain(bytesText(r.bytes(r.number(1)))), // SHORT_BINBYTES
	0x42: (r) => r.plain(bytesText(r.bytes(r.number(4)))),
	0x8e: (r) => r.plain(bytesText(r.bytes(r.number(8)))),
	0x96: (r) => r.plain(`bytearray(${bytesText(r.bytes(r.number(8)))})`),
	0x5d: (r) => r.push({ kind: 'list', items: [] }), // EMPTY_LIST
	0x61: (r) => r.fill(r.take(1)), // APPEND
	0x65: (r) => r.fill(r.marked()), // APPENDS
	0x29: (r) => r.push({ kind: 'tuple', items: [] }), // EMPTY_TUPLE
	0x85: (r) => r.push({ kind: 'tuple', items: r.take(1) }),
	0x86: (r) => r.push({ kind: 'tuple', items: r.take(2) }),
	0x87: (r) => r.push({ kind: 'tuple', items: r.take(3) }),
	0x74: (r) => r.push({ kind: 'tuple', items: r.marked() }),
	0x7d: (r) => r.push({ kind: 'dict', entries: [] }), // EMPTY_DICT
	0x73: (r) => r.fill(r.take(2)), // SETITEM
	0x75: (r) => r.fill(r.marked()), // SETITEMS
	0x8f: (r) => r.push({ kind: 'set', items: [] }), // EMPTY_SET
	0x90: (r) => r.fill(r.marked()), // ADDITEMS
	0x91: (r) => r.push({ kind: 'frozenset', items: r.marked() }),
	0x28: (r) => r.mark(),
	0x30: (r) => r.drop(), // POP
	0x31: (r) => void r.marked(), // POP_MARK
	0x94: (r) => r.memoize(),
	0x71: (r) => r.memoize(r.number(1)), // BINPUT
	0x72: (r) => r.memoize(r.number(4)),
	0x68: (r) => r.recall(r.number(1)), // BINGET
	0x6a: (r) => r.recall(r.number(4)),
	0x63: (r) => named(r, r.line(), r.line()), // GLOBAL
	0x93: (r) => {
		const [module, name] = r.take(2).map((part) => pythonText(part).slice(1, -1));
		named(r, module ?? '', name ?? '');
	}, // STACK_GLOBAL
	0x52: call, // REDUCE
	0x81: call, // NEWOBJ
	0x92: (r) => {
		const [callee, args, keywords] = r.take(3);
		if (callee && args && keywords) {
			r.push({ kind: 'call', callee, args: { kind: 'tuple', items: [args, keywords] } });
		}
	}, // NEWOBJ_EX
	0x62: (r) => {
		const [object, state] = r.take(2);
		if (object && state) r.push({ kind: 'call', callee: object, args: { kind: 'tuple', items: [state] } });
	} // BUILD
};
