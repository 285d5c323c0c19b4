import path from 'node:path';

/** The layers of src/, lowest first. A file imports from its own layer and from lower ones. */
export const LAYERS = [
	'lib/time',
	'lib/http',
	'lib/database',
	'lib/browser',
	'lib/django',
	'lib/python',
	'lib/exchange',
	'lib/world',
	'lib/explain',
	'lib/lesson',
	'lib/worker',
	'lib/player',
	'lib/ui',
	'routes',
	'cli'
];

/** Packages that only some layers may import: where they are known, they can be replaced. */
const PACKAGES = [
	{ name: /^svelte(?:$|\/)|^\$app\/|^@lucide\/svelte|^bits-ui/, layers: ['lib/player', 'lib/ui', 'routes'] },
	{ name: /^xstate(?:$|\/)/, layers: ['lib/exchange', 'lib/world', 'lib/player'] },
	{ name: /^sql\.js(?:$|\/)/, layers: ['lib/database'] },
	{ name: /^pyodide(?:$|\/)/, layers: ['lib/python'] },
	{ name: /^monaco-editor(?:$|\/)/, layers: ['lib/ui'] }
];

/** @param {string} file absolute @returns {string | undefined} */
function layerOf(file) {
	const [, inside] = file.split(`${path.sep}src${path.sep}`);
	return LAYERS.find((layer) => inside?.startsWith(`${layer}/`));
}

/** @param {string} source @param {string} file @returns {string | undefined} the absolute file it names */
function resolve(source, file) {
	if (source.startsWith('.')) return path.resolve(path.dirname(file), source);
	if (source.startsWith('$lib/')) return file.replace(/([/\\]src[/\\]).*$/, `$1lib/${source.slice(5)}`);
	return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
	meta: {
		type: 'problem',
		docs: { description: 'Imports point one way: from a layer to those below it.' },
		messages: {
			upward: '{{from}} may not import from {{to}}: imports point to lower layers only (eslint/layers.js).',
			foreign: '{{from}} may not import {{package}}: only {{allowed}} may (eslint/layers.js).'
		},
		schema: []
	},
	create(context) {
		const from = layerOf(context.filename);
		/** @param {{ source?: import('estree').Node | null }} node */
		function check({ source }) {
			if (!from || source?.type !== 'Literal' || typeof source.value !== 'string') return;
			const target = resolve(source.value, context.filename);
			const to = target && layerOf(target);
			if (to && LAYERS.indexOf(to) > LAYERS.indexOf(from)) {
				context.report({ node: source, messageId: 'upward', data: { from, to } });
			}
			const rule = PACKAGES.find(({ name }) => name.test(String(source.value)));
			if (rule && !rule.layers.includes(from)) {
				const data = { from, package: source.value, allowed: rule.layers.join(', ') };
				context.report({ node: source, messageId: 'foreign', data });
			}
		}
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check
		};
	}
};
