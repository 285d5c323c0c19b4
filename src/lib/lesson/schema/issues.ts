import * as v from 'valibot';
import { nearestName } from '../nearest.ts';

export type FieldPath = readonly (string | number)[];

/** A fault in data: where, and one sentence. `atKey`: the key itself is the fault. */
export interface FieldIssue {
	readonly path: FieldPath;
	readonly message: string;
	readonly atKey: boolean;
}

type Found<T> = { readonly value: T } | { readonly issues: readonly FieldIssue[] };

/** The parts of a schema that are looked into here; which are there depends on its type. */
interface SchemaParts {
	readonly type: string;
	readonly entries?: Readonly<Record<string, v.GenericSchema>>;
	readonly item?: v.GenericSchema;
	readonly value?: v.GenericSchema;
	readonly wrapped?: v.GenericSchema;
	readonly options?: readonly unknown[];
	readonly getter?: (input: unknown) => v.GenericSchema;
}

/** Checks data against a schema; its faults are said in sentences that name the nearest known name for a typo. */
export function findIssues<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): Found<v.InferOutput<Schema>> {
	const parsed = v.safeParse(schema, input);
	if (parsed.success) return { value: parsed.output };
	return { issues: withoutEchoes(parsed.issues.flatMap((issue) => sayIssue(issue, schema, input))) };
}

/** A mistyped key is one fault, not two: that the right one is missing then goes without saying. */
function withoutEchoes(issues: readonly FieldIssue[]): FieldIssue[] {
	const unknown = issues.filter(({ atKey }) => atKey);
	const meant = unknown.map(({ path, message }) => fieldKey(path.slice(0, -1), suggested(message)));
	const others = issues.filter(
		({ path, atKey }) => !atKey && !meant.includes(fieldKey(path.slice(0, -1), path.at(-1)))
	);
	return [...unknown, ...others];
}

function fieldKey(parent: FieldPath, key: string | number | undefined): string {
	return JSON.stringify([...parent, key ?? null]);
}

function suggested(message: string): string | undefined {
	return /did you mean "(.*)"\?$/.exec(message)?.[1];
}

function sayIssue(issue: v.BaseIssue<unknown>, root: v.GenericSchema, input: unknown): FieldIssue[] {
	const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
	if (issue.kind !== 'schema') return [{ path, message: issue.message, atKey: false }];
	if (issue.type === 'union') return sayUnion(schemaAt(root, path, input), issue.input, path);
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		const known = Object.keys(partsOf(schemaAt(root, path.slice(0, -1), input)).entries ?? {});
		return [{ path, message: unknownKey(String(path.at(-1)), known), atKey: true }];
	}
	if (issue.received === 'undefined' && path.length > 0) {
		return [{ path, message: `"${String(path.at(-1))}" is missing`, atKey: false }];
	}
	if (issue.type === 'picklist') {
		const options = (partsOf(schemaAt(root, path, input)).options ?? []).map(String);
		return [{ path, message: notOneOf(issue.input, options), atKey: false }];
	}
	return [
		{
			path,
			message: `must be ${kindName(issue.type, issue.expected)}, not ${sayValue(issue.input)}`,
			atKey: false
		}
	];
}

/** Says what is wrong with the option that was most likely meant. */
function sayUnion(schema: v.GenericSchema, input: unknown, path: FieldPath): FieldIssue[] {
	const options = (partsOf(schema).options ?? []) as v.GenericSchema[];
	const objects = options.filter((option) => partsOf(option).entries);
	if (!isObject(input) || objects.length === 0) {
		const kinds = options.map((option) => kindName(partsOf(option).type, null));
		const message = `must be ${[...new Set(kinds)].join(' or ')}, not ${sayValue(input)}`;
		return [{ path, message, atKey: false }];
	}
	const meant = meantOption(objects, Object.keys(input));
	if (meant) {
		const found = findIssues(meant, input);
		if ('value' in found) return [];
		return found.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
	}
	const names = [...new Set(objects.map(leadingKey))];
	const [first] = Object.keys(input);
	const message =
		first === undefined ? `must have one of the keys ${names.join(', ')}` : unknownKey(first, names);
	return [{ path: first === undefined ? path : [...path, first], message, atKey: true }];
}

/** The option whose leading key the input has, or nearly has; of several the one that shares most keys. */
function meantOption(options: readonly v.GenericSchema[], keys: readonly string[]): v.GenericSchema | null {
	let best: v.GenericSchema | null = null;
	let most = 0;
	for (const option of options) {
		const lead = leadingKey(option);
		const nearly = keys.some((key) => nearestName(key, [lead]));
		if (!nearly) continue;
		const known = Object.keys(partsOf(option).entries ?? {});
		const score = (keys.includes(lead) ? 100 : 50) + keys.filter((key) => known.includes(key)).length;
		if (score > most) [best, most] = [option, score];
	}
	return best;
}

function leadingKey(option: v.GenericSchema): string {
	return Object.keys(partsOf(option).entries ?? {})[0] ?? '';
}

/** The schema of the field at a path, following the option of each union that the input means. */
function schemaAt(schema: v.GenericSchema, path: FieldPath, input: unknown): v.GenericSchema {
	const parts = partsOf(schema);
	if (parts.getter) return schemaAt(parts.getter(input), path, input);
	if (parts.wrapped) return schemaAt(parts.wrapped, path, input);
	const [key, ...rest] = path;
	if (key === undefined) return schema;
	if (parts.type === 'union') {
		const options = ((parts.options ?? []) as v.GenericSchema[]).filter(
			(option) => partsOf(option).entries ?? partsOf(option).item
		);
		const fitting = Array.isArray(input)
			? options.find((option) => partsOf(option).item)
			: meantOption(
					options.filter((option) => partsOf(option).entries),
					Object.keys(isObject(input) ? input : {})
				);
		return fitting ? schemaAt(fitting, path, input) : schema;
	}
	const next = parts.entries?.[String(key)] ?? parts.item ?? parts.value;
	const inside =
		isObject(input) || Array.isArray(input) ? (input as Record<string, unknown>)[key] : undefined;
	return next ? schemaAt(next, rest, inside) : schema;
}

function partsOf(schema: v.GenericSchema): SchemaParts {
	return schema;
}

function unknownKey(key: string, known: readonly string[]): string {
	const near = nearestName(key, known);
	const advice = near ? `did you mean "${near}"?` : `Known here: ${known.join(', ')}`;
	return `unknown key "${key}"${near ? '; ' : '. '}${advice}`;
}

function notOneOf(input: unknown, options: readonly string[]): string {
	const near = typeof input === 'string' ? nearestName(input, options) : null;
	const shown = options.length > 16 ? [...options.slice(0, 16), '…'] : options;
	const advice = near ? `; did you mean "${near}"?` : `. Known here: ${shown.join(', ')}`;
	return `${sayValue(input)} is not known${advice}`;
}

const KINDS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
	null: 'null',
	array: 'a list',
	strict_object: 'a block of keys',
	record: 'a block of keys',
	nullable: 'a value or null'
};

function kindName(type: string, expected: string | null): string {
	return KINDS[type] ?? expected ?? type;
}

function sayValue(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'a block of keys';
	return typeof value === 'string'
		? `the text ${JSON.stringify(value)}`
		: `the ${typeof value === 'number' ? 'number' : 'value'} ${JSON.stringify(value)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
