import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/** The page fetches the interpreter and hands it to the worker: the copy that the worker's build would add is left out. */
function withoutSecondInterpreter(): Plugin {
	return {
		name: 'crumbtrail:without-second-interpreter',
		generateBundle(_, bundle) {
			for (const name of Object.keys(bundle)) {
				if (name.endsWith('.wasm')) Reflect.deleteProperty(bundle, name);
			}
		}
	};
}

export default defineConfig({
	plugins: [sveltekit()],
	// As a plain static host: nothing of another origin may read what is served.
	preview: { cors: false },
	worker: {
		format: 'es',
		plugins: () => [withoutSecondInterpreter()],
		// One file: the sandboxed worker is a `data:` URL and can import nothing.
		rolldownOptions: { output: { codeSplitting: false } }
	}
});
