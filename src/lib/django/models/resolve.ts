import { DjangoError } from '../error.ts';
import type { VersionBehaviour } from '../versions.ts';
import { fieldOf, type ModelField, type ModelMeta } from './model.ts';

/** What may follow a field's name behind two underscores here. */
export const LOOKUPS = ['exact', 'gt', 'gte', 'lt', 'lte', 'in', 'isnull'] as const;
export type Lookup = (typeof LOOKUPS)[number];

/** Lookups and transforms that Django has and that are outside the simulation. */
const OTHER_LOOKUPS = [
	'iexact',
	'contains',
	'icontains',
	'startswith',
	'istartswith',
	'endswith',
	'iendswith',
	'range',
	'regex',
	'iregex',
	'date',
	'time',
	'year',
	'iso_year',
	'month',
	'day',
	'week',
	'week_day',
	'iso_week_day',
	'quarter',
	'hour',
	'minute',
	'second'
];
const DATES_ONLY = OTHER_LOOKUPS.slice(OTHER_LOOKUPS.indexOf('date'));

/** A keyword of `filter`, taken apart. */
export interface Keyword {
	readonly field: string;
	readonly lookup: Lookup;
}

/**
 * Takes a keyword such as "expire_date__lt" apart.
 * @throws FieldError for a field or a lookup that is not there
 * @throws NotImplementedError for one that Django has and the simulation has not
 */
export function resolveKeyword(model: ModelMeta, keyword: string, version: VersionBehaviour): Keyword {
	const [name = '', ...rest] = keyword.split('__');
	const field = fieldOf(model, name);
	if (!field) {
		if (model.relations.includes(name)) throw outside(`the relation ${name} of ${model.name}`);
		throw unknownKeyword(model, name);
	}
	const [lookup = 'exact'] = rest;
	if (rest.length < 2 && isLookup(lookup)) return { field: field.name, lookup };
	if (isOther(field, lookup)) throw outside(`the lookup ${rest.join('__')}`);
	throw unsupportedLookup(field, rest, version);
}

/** @throws FieldError when the model has no such field; a relation is outside */
export function requireField(model: ModelMeta, name: string): ModelField {
	const field = fieldOf(model, name);
	if (field) return field;
	if (model.relations.includes(name.split('__')[0] ?? '')) throw outside(`the relation ${name}`);
	throw unknownKeyword(model, name);
}

/** Something of Django's models that is not simulated. */
export function outside(what: string): DjangoError {
	return new DjangoError(
		'NotImplementedError',
		`This simulation does not have ${what}. Its models are Session and User, with the lookups exact, gt, gte, lt, lte and in.`
	);
}

function isLookup(name: string): name is Lookup {
	return (LOOKUPS as readonly string[]).includes(name);
}

function isOther({ kind }: ModelField, name: string): boolean {
	return OTHER_LOOKUPS.includes(name) && (kind === 'DateTimeField' || !DATES_ONLY.includes(name));
}

function unknownKeyword({ fields, relations }: ModelMeta, name: string): DjangoError {
	const choices = [...fields.map((field) => field.name), ...relations].sort().join(', ');
	return new DjangoError(
		'django.core.exceptions.FieldError',
		`Cannot resolve keyword '${name}' into field. Choices are: ${choices}`
	);
}

function unsupportedLookup(
	{ kind }: ModelField,
	rest: readonly string[],
	{ lookupsNamedWhole }: VersionBehaviour
): DjangoError {
	const [first = ''] = rest;
	const close = closeLookups(kind, first);
	const hint = close.length > 0 ? `, perhaps you meant ${close.join(' or ')}?` : '.';
	const name = lookupsNamedWhole ? rest.join('__') : first;
	return new DjangoError(
		'django.core.exceptions.FieldError',
		`Unsupported lookup '${name}' for ${kind} or join on the field not permitted${hint}`
	);
}

/** The lookups whose names are close to a wrong one, closest first, as `difflib.get_close_matches` finds them. */
function closeLookups(kind: string, wrong: string): string[] {
	const dates = kind === 'DateTimeField' ? DATES_ONLY : [];
	const all = [...LOOKUPS, ...OTHER_LOOKUPS.filter((name) => !DATES_ONLY.includes(name)), ...dates].sort();
	return all
		.map((name) => ({ name, ratio: similarity(name, wrong) }))
		.filter(({ ratio }) => ratio >= 0.6)
		.sort((one, other) => other.ratio - one.ratio || (one.name < other.name ? 1 : -1))
		.slice(0, 3)
		.map(({ name }) => name);
}

/** Twice the matching characters over all characters (Ratcliff and Obershelp). */
function similarity(one: string, other: string): number {
	const total = one.length + other.length;
	return total === 0 ? 1 : (2 * matching(one, other)) / total;
}

function matching(one: string, other: string): number {
	let [at, otherAt, length] = [0, 0, 0];
	for (let i = 0; i < one.length; i++) {
		for (let j = 0; j < other.length; j++) {
			let run = 0;
			while (i + run < one.length && one[i + run] === other[j + run]) run += 1;
			if (run > length) [at, otherAt, length] = [i, j, run];
		}
	}
	if (length === 0) return 0;
	return (
		length +
		matching(one.slice(0, at), other.slice(0, otherAt)) +
		matching(one.slice(at + length), other.slice(otherAt + length))
	);
}
