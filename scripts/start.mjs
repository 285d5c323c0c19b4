// `npm start`: installs what is missing, builds the site, serves it and prints its address.
import { installPackages, run } from './install.mjs';

installPackages();
if (!run('npm', ['run', 'build'])) process.exit(1);
process.exit(run('npx', ['vite', 'preview', '--host', '127.0.0.1', '--port', '4173']) ? 0 : 1);
