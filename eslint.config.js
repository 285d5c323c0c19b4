import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importDirection } from './eslint/layers.js';
import svelteConfig from './svelte.config.js';

/** The simulator: time and chance come in as arguments. */
const SIMULATOR = ['time', 'http', 'database', 'browser', 'django', 'exchange', 'world', 'explain', 'lesson'];

export default defineConfig(
	globalIgnores([
		'build/',
		'.svelte-kit/',
		'node_modules/',
		'src/lib/python/assets/',
		'test-results/',
		'playwright-report/'
	]),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: {
					allowDefaultProject: [
						'*.js',
						'eslint/*.js',
						'scripts/*.mjs',
						'vitest.config.ts',
						'playwright.config.ts'
					]
				},
				extraFileExtensions: ['.svelte']
			}
		},
		plugins: { crumbtrail: { rules: { 'import-direction': importDirection } } },
		rules: {
			'crumbtrail/import-direction': 'error',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true }
			],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'off',
			'@typescript-eslint/consistent-type-imports': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				parser: ts.parser,
				projectService: true,
				extraFileExtensions: ['.svelte'],
				svelteConfig
			}
		},
		rules: {
			'svelte/no-navigation-without-resolve': 'off',
			// The parser gives markup's parameters no types; svelte-check, which knows them, holds these.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: SIMULATOR.map((layer) => `src/lib/${layer}/**/*.ts`),
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Take a Clock.' },
				{ object: 'Math', property: 'random', message: 'Take a SeededRandom.' },
				{ object: 'performance', property: 'now', message: 'Take a Clock.' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take a Clock.' }
			]
		}
	},
	{ files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] }
);
