// Builds wwwroot/dist: two stylesheets, two scripts, one sprite of the icons that are used, the mark, and the font of the desk.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { compile } from "sass";

const out = "wwwroot/dist";
const target = ["chrome109", "firefox115", "safari15.6"];

const styles = {
  name: "sass",
  setup(builder) {
    builder.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = compile(path, {
        loadPaths: ["node_modules"],
        style: "expanded",
        // Bootstrap 5.3 is written for Sass before modules; its own warnings are not ours to fix.
        quietDeps: true,
        silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
      });
      return { contents: css, loader: "css", resolveDir: process.cwd(), watchFiles: loadedUrls.map((url) => url.pathname) };
    });
  },
};

async function icons() {
  const names = JSON.parse(await readFile("assets/ikon.json", "utf8"));
  const symbols = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(`node_modules/lucide-static/icons/${name}.svg`, "utf8");
      const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "").replaceAll(" />", "/>");
      return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
    }),
  );
  const legal = "<!-- Icons: Lucide, ISC License, https://lucide.dev/license -->";
  await writeFile(`${out}/ikon.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${legal}${symbols.join("")}</svg>\n`);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await Promise.all([
  build({
    entryPoints: ["assets/scss/publik.scss", "assets/scss/meja.scss", "assets/js/publik.js", "assets/js/meja.js"],
    outdir: out,
    entryNames: "[name]",
    assetNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "iife",
    target,
    legalComments: "linked",
    loader: { ".woff2": "file" },
    plugins: [styles],
    logLevel: "warning",
  }),
  icons(),
]);
await writeFile(`${out}/tanda.svg`, await readFile("assets/tanda.svg", "utf8"));
