import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	worker: {
		format: 'es',
		// One file: the sandboxed worker is a `data:` URL and can import nothing.
		rolldownOptions: { output: { codeSplitting: false } }
	}
});
