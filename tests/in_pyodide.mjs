// Run a piece of Python in Pyodide, with our browser package and the pure Python packages it needs.
//
//   node in_pyodide.mjs PYODIDE PACKAGE.whl PACKAGES SCRIPT.py
//
// PYODIDE is a folder with Pyodide's core, PACKAGES one with Python packages that are copied in as
// they are. Prints what the script leaves in the name `result`.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [core, wheel, packages, script] = process.argv.slice(2).map((one) => resolve(one));
const { loadPyodide } = await import(pathToFileURL(join(core, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: core + "/" });
const site = pyodide.runPython("import site; site.getsitepackages()[0]");

function copy(from, to) {
  pyodide.FS.mkdirTree(to);
  for (const name of readdirSync(from)) {
    const [file, target] = [join(from, name), `${to}/${name}`];
    if (statSync(file).isDirectory()) copy(file, target);
    else pyodide.FS.writeFile(target, readFileSync(file));
  }
}

try {
  pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel", { extractDir: site });
  copy(packages, site);
  pyodide.runPython("import importlib; importlib.invalidate_caches()");
  pyodide.runPython(readFileSync(script, "utf8"));
  console.log(pyodide.globals.get("result"));
} catch (error) {
  console.error(error.message); // the error itself would print the whole of Pyodide's code
  process.exitCode = 1;
}
