// Builds the front end of served pages into ../templates/toolkit/static/front-end, collects the
// licences of everything that went in, and writes down what was built from what, so that a test
// without Node can tell whether they fit.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = (name) => new URL(name, import.meta.url);
const read = (name) => readFileSync(here(name), "utf8");
const hash = (name) => createHash("sha256").update(readFileSync(here(name))).digest("hex");
const OUT = "../templates/toolkit/static/front-end/";

// anywidget's script hands itself to a module loader that our pages do not have.
const DEFINES = 'define(["@jupyter-widgets/base"], widget_default);';
const anywidgetAsModule = {
  name: "anywidget-as-module",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]anywidget[\\/]dist[\\/]index\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes(DEFINES)) throw new Error("anywidget's script ends in another way than it did");
      return { contents: text.replace(DEFINES, "export default widget_default;") };
    });
  },
};

// Lumino's packages come as one file each, of which a page needs a quarter; their sources come in
// parts, and none of them does anything by being loaded.
const luminoInParts = {
  name: "lumino-in-parts",
  setup({ onResolve }) {
    onResolve({ filter: /^@lumino\/[a-z]+$/ }, ({ path }) => {
      const source = here(`node_modules/${path}/src/index.ts`);
      return existsSync(source) ? { path: source.pathname, sideEffects: false } : undefined;
    });
    onResolve({ filter: /^\.\/[a-z]+$/ }, ({ path, importer, resolveDir }) =>
      /[\\/]@lumino[\\/][a-z]+[\\/]src[\\/]/.test(importer)
        ? { path: join(resolveDir, `${path}.ts`), sideEffects: false }
        : undefined,
    );
  },
};

rmSync(here(OUT), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here(".").pathname,
  entryPoints: { main: "src/main.js", controls: "src/controls.js" },
  outdir: OUT,
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  chunkNames: "shared",
  metafile: true,
  legalComments: "none", // licences/ has them whole
  loader: { ".svg": "dataurl" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  external: ["./controls.js"], // main.js fetches it when a page has controls
  alias: { "sanitize-html": "./src/sanitize.js" },
  plugins: [anywidgetAsModule, luminoInParts],
});

// Every package that has left something in what was built, and its licence.
const packages = [
  ...new Set(
    Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput)
      .map(([path]) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
      .filter(Boolean),
  ),
].sort();
const described = (name) => JSON.parse(read(`node_modules/${name}/package.json`));
function licence(name) {
  const { version, license } = described(name);
  const file = readdirSync(here(`node_modules/${name}`)).find((one) => /^licen[cs]e/i.test(one));
  const ours = `licences/${name.match(/^@([^/]+)/)?.[1]}.txt`; // of a family of packages that bring none
  const text = read(file ? `node_modules/${name}/${file}` : ours).replace(/\r\n/g, "\n").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
mkdirSync(here(OUT), { recursive: true });
writeFileSync(here(`${OUT}licences.txt`), packages.map(licence).join(`\n${"-".repeat(80)}\n\n`));

const within = (folder) => readdirSync(here(folder)).map((name) => `${folder}/${name}`);
const inputs = ["build.mjs", "package.json", "package-lock.json", ...within("src"), ...within("licences")];
const outputs = readdirSync(here(OUT)).sort();
const asked = JSON.parse(read("package.json")).devDependencies;
const built = {
  versions: Object.fromEntries(Object.keys(asked).map((name) => [name, described(name).version])),
  inputs: Object.fromEntries(inputs.sort().map((name) => [name, hash(name)])),
  outputs: Object.fromEntries(outputs.map((name) => [name, hash(OUT + name)])),
};
writeFileSync(here("built.json"), JSON.stringify(built, null, 2) + "\n");
for (const name of outputs) {
  const bytes = readFileSync(here(OUT + name));
  console.log(`${name}: ${Math.round(bytes.length / 1000)} kB, ${Math.round(gzipSync(bytes).length / 1000)} kB compressed`);
}
