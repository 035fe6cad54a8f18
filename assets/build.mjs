// Builds the look of the pages into the folder given. The same sources give the same bytes.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const to = process.argv[2];
if (!to) throw new Error("say which folder to build into");

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const govuk = "GOV.UK Frontend 6.6.0: Copyright (C) 2017 Crown Copyright (Government Digital Service)";
const moj = "Ministry of Justice Frontend 11.1.0: Copyright (c) 2019 Ministry of Justice";
const banner = (...holders) => `/*! Built by ./dev assets. Contains, under the MIT licence:\n${holders.join("\n")}\n\n${mit} */\n`;

// Components name icons that would have to be fetched; the pages do without them.
const withoutIcons = (css) => css.replace(/background-image:url\([^)]*\);?/g, "");

// One component still uses an old mixin of another package: not ours to mend. Anything else is.
function warn(message) {
  if (!message.includes("govuk-text-colour")) throw new Error(message);
}

function styles() {
  const { css } = compile(join(here, "lapwing.scss"), { loadPaths: [here], style: "compressed", logger: { warn } });
  return withoutIcons(css.replace(/\/\*[^]*?\*\//g, ""));
}

async function script() {
  const { outputFiles } = await build({
    absWorkingDir: here, entryPoints: ["lapwing.js"], bundle: true, format: "iife", minify: true, target: "es2020", legalComments: "none", write: false,
  });
  return outputFiles[0].text;
}

// Fonts and emblems of gov.uk are not ours to show, and a page fetches nothing from elsewhere.
function refuse(name, text) {
  const found = /GDS Transport|crest|crown|url\(|@import|@font-face|image-set/.exec(name.endsWith(".css") ? text : "");
  if (found) throw new Error(`${name} must not contain ${found[0]}`);
}

async function put(name, text, ...holders) {
  refuse(name, text);
  await writeFile(join(to, name), banner(...holders) + text.replace(/^\uFEFF/, "").trimEnd() + "\n");
}

await mkdir(to, { recursive: true });
await put("lapwing.css", styles(), govuk, moj);
await put("lapwing.js", await script(), govuk);
await copyFile(join(here, "favicon.svg"), join(to, "favicon.svg"));
