import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'node',
					environment: 'node',
					globalSetup: ['tests/global-setup.ts'],
					include: ['src/**/*.test.ts', 'tests/{unit,contract,conformance,lessons,property}/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts'],
					testTimeout: 60_000,
					// Python boots in a hook, and the machine may be busy.
					hookTimeout: 120_000
				}
			},
			{
				plugins: [svelte()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'page',
					environment: 'jsdom',
					include: ['src/**/*.svelte.test.ts']
				}
			}
		]
	}
});
