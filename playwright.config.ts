import { defineConfig } from '@playwright/test';

const PORT = Number(process.env['E2E_PORT'] ?? 4373);
const CHROMIUM = process.env['CHROMIUM'] ?? process.env['PLAYWRIGHT'] ?? '/usr/bin/chromium';

/** The production build in a real Chromium. `npm run build` comes first. */
export default defineConfig({
	testDir: 'tests/e2e',
	timeout: 90_000,
	expect: { timeout: 20_000 },
	fullyParallel: false,
	workers: 1,
	retries: 0,
	forbidOnly: true,
	reporter: 'list',
	outputDir: 'test-results',
	use: {
		baseURL: `http://127.0.0.1:${PORT}`,
		viewport: { width: 1440, height: 900 },
		launchOptions: { executablePath: CHROMIUM, chromiumSandbox: false, args: ['--disable-gpu'] },
		trace: 'retain-on-failure'
	},
	webServer: {
		command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
		url: `http://127.0.0.1:${PORT}/`,
		reuseExistingServer: true,
		timeout: 60_000
	}
});
