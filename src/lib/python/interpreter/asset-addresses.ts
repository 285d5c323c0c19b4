import facade from '../assets/facade.zip?url';
import stdlib from '../assets/stdlib.zip?url';
import wasm from 'pyodide/pyodide.asm.wasm?url';

/** Where the page finds the interpreter's files, on its own origin. */
export const PYTHON_ADDRESSES = { wasm, stdlib, facade };
