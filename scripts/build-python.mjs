// `npm run build:python`: CPython's standard library, trimmed and precompiled, and our `django` facade, compiled.
// Both are zips of .pyc files with unchecked hashes, compiled by Pyodide itself. Built again when their sources change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);
const OUT = join(root, 'src/lib/python/assets');
const FACADE = join(root, 'src/lib/python/facade');
const STDLIB = require.resolve('pyodide/python_stdlib.zip');
const PYODIDE = JSON.parse(readFileSync(require.resolve('pyodide/package.json'), 'utf8')).version;

/** Left out of the standard library: what a view does not import and what needs a system that is not there. */
const LEFT_OUT = `
_pyrepl pdb pydoc pydoc_data doctest multiprocessing xmlrpc mailbox imaplib smtplib ftplib poplib optparse wsgiref
ctypes tarfile sqlite3 ssl _ssl pstats cProfile profile trace tracemalloc modulefinder wave plistlib _pyio
pickletools compileall py_compile zipapp webbrowser antigravity this __hello__ __phello__ netrc pyclbr tabnanny
symtable fileinput pty tty nturl2path configparser bdb cmd filecmp timeit sched xml site-packages
runpy shelve colorsys getopt graphlib rlcompleter`
	.trim()
	.split(/\s+/);
const ENCODINGS = `
__init__ aliases ascii utf_8 utf_8_sig latin_1 cp1252 idna punycode utf_16 utf_16_le utf_16_be utf_32
unicode_escape raw_unicode_escape base64_codec hex_codec rot_13 charmap cp437 iso8859_1 iso8859_15`
	.trim()
	.split(/\s+/);

const COMPILE = `
import _imp, importlib._bootstrap_external as external, zipfile

def pack(target, sources, optimize):
    """Compile (name, source bytes, file name) into a zip of .pyc files that are never checked against sources."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, source, file in sources:
            code = compile(source, file, "exec", dont_inherit=True, optimize=optimize)
            info = zipfile.ZipInfo(name + "c", (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, external._code_to_hash_pyc(code, _imp.source_hash(0, source), False))

def wanted(name, left_out, encodings):
    top, _, rest = name.partition("/")
    if not name.endswith(".py") or top.removesuffix(".py") in left_out:
        return False
    return top != "encodings" or rest.removesuffix(".py") in encodings

def pack_stdlib(left_out, encodings):
    with zipfile.ZipFile("/stdlib-source.zip") as source:
        names = [name for name in source.namelist() if wanted(name, left_out, encodings)]
        pack("/stdlib.zip", [(n, source.read(n), "/lib/python314.zip/" + n) for n in names], 2)

def pack_facade(files):
    pack("/facade.zip", [(n, text.encode(), "/facade.zip/" + n) for n, text in files.items()], 0)
`;

function facadeFiles() {
	return readdirSync(FACADE, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

function hashOf(...parts) {
	const hash = createHash('sha256')
		.update(PYODIDE)
		.update(readFileSync(fileURLToPath(import.meta.url)));
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex');
}

/** Builds one zip unless the one that is there was made from the same sources. */
function stale(name, hash) {
	const stamp = join(OUT, `${name}.sha256`);
	const fresh = existsSync(join(OUT, name)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
	return !fresh;
}

function keep(name, hash, bytes) {
	writeFileSync(join(OUT, name), bytes);
	writeFileSync(join(OUT, `${name}.sha256`), hash);
	console.log(`${name}: ${(bytes.length / 1024).toFixed(0)} KB`);
}

/** Builds what is not up to date. */
export async function buildPython() {
	mkdirSync(OUT, { recursive: true });
	const files = facadeFiles();
	const stdlibHash = hashOf('stdlib');
	const facadeHash = hashOf(
		'facade',
		...files.flatMap((file) => [relative(FACADE, file), readFileSync(file)])
	);
	const work = { stdlib: stale('stdlib.zip', stdlibHash), facade: stale('facade.zip', facadeHash) };
	if (!work.stdlib && !work.facade) return;
	const { loadPyodide } = await import('pyodide');
	const pyodide = await loadPyodide();
	pyodide.runPython(COMPILE);
	const call = (name, ...args) => pyodide.globals.get(name)(...args.map((arg) => pyodide.toPy(arg)));
	if (work.stdlib) {
		pyodide.FS.writeFile('/stdlib-source.zip', readFileSync(STDLIB));
		call('pack_stdlib', LEFT_OUT, ENCODINGS);
		keep('stdlib.zip', stdlibHash, pyodide.FS.readFile('/stdlib.zip'));
	}
	if (work.facade) {
		call(
			'pack_facade',
			Object.fromEntries(files.map((file) => [relative(FACADE, file), readFileSync(file, 'utf8')]))
		);
		keep('facade.zip', facadeHash, pyodide.FS.readFile('/facade.zip'));
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPython();
