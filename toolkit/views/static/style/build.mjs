// Builds ../style.css, copies the two scripts of others into place with their licences, and
// writes down what was built from what, so that a test without Node can tell whether they fit.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "sass";

const here = (name) => new URL(name, import.meta.url);
const read = (name) => readFileSync(here(name));
const hash = (name) => createHash("sha256").update(read(name)).digest("hex");
const version = (name) => JSON.parse(read(`node_modules/${name}/package.json`)).version;

const { css } = compile(here("style.scss").pathname, {
  loadPaths: [here("node_modules").pathname],
  style: "compressed",
  charset: false,
});
const banner = `/*! Built from style/; contains GOV.UK Frontend ${version("govuk-frontend")}, MIT licence, see licences/ */\n`;
if (/url\(|GDS Transport|crown/i.test(css)) throw new Error("the style sheet names a file, font or crest that is not ours");
writeFileSync(here("../style.css"), banner + css + "\n");

const scripts = {
  "idiomorph.min.js": ["idiomorph", "dist/idiomorph.min.js"],
  "plotly-basic.min.js": ["plotly.js-basic-dist-min", "plotly-basic.min.js"],
};
for (const [name, [source, path]] of Object.entries(scripts))
  copyFileSync(here(`node_modules/${source}/${path}`), here(`../${name}`));

// GOV.UK Frontend's package does not hold its licence; ../licences has it from its repository.
const licences = {
  idiomorph: "node_modules/idiomorph/LICENSE",
  "plotly.js-basic-dist-min": "node_modules/plotly.js-basic-dist-min/LICENSE",
};
mkdirSync(here("../licences"), { recursive: true });
for (const [name, path] of Object.entries(licences)) copyFileSync(here(path), here(`../licences/${name}.txt`));

const inputs = readdirSync(here(".")).filter((name) => /\.scss$|^package(-lock)?\.json$|^build\.mjs$/.test(name)).sort();
const outputs = ["../style.css", ...Object.keys(scripts).map((name) => `../${name}`)];
const built = {
  versions: Object.fromEntries(["govuk-frontend", ...Object.keys(licences), "sass"].map((name) => [name, version(name)])),
  inputs: Object.fromEntries(inputs.map((name) => [name, hash(name)])),
  outputs: Object.fromEntries(outputs.map((name) => [name.slice(3), hash(name)])),
};
writeFileSync(here("built.json"), JSON.stringify(built, null, 2) + "\n");
console.log(`style.css: ${(css.length / 1000).toFixed(0)} kB`);
