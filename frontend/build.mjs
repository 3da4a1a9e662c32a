// What the workbench takes from npm, into ascribe/serve/built: htmx, the map, charts, the world, and the licences of all of it.
import { build } from "esbuild";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { outline, world } from "./world.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "..", "ascribe", "serve", "built");
const modules = join(here, "node_modules");
const read = (path) => readFileSync(join(here, path), "utf-8");
const json = (path) => JSON.parse(read(path));
const put = (name, text) => writeFileSync(join(built, name), text);

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });

const bundle = (entry, name) =>
  build({
    absWorkingDir: here,
    entryPoints: [entry],
    outfile: join(built, name),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });

const bundles = await Promise.all([
  bundle("map.mjs", "map.js"),
  bundle("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", "map-worker.js"),
  bundle("chart.mjs", "chart.js"),
]);

put("htmx.js", read("node_modules/htmx.org/dist/htmx.min.js").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));

const known = json("disputed.json");
put("world.json", JSON.stringify(world(json("node_modules/world-atlas/countries-50m.json"), known)));
put("outline.json", JSON.stringify(outline(json("node_modules/world-atlas/countries-110m.json"), known)));

// Licences: of every package that any byte of a bundle came from.
const packageOf = (path) => path.match(/^(?:.*?node_modules\/)+((?:@[^/]+\/)?[^/]+)\//)?.[1];
const used = new Set(["htmx.org", "world-atlas", ...bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs).map(packageOf).filter(Boolean))]);
// MapLibre comes bundled: what is in its bundle is what it depends on.
for (const name of Object.keys(json("node_modules/maplibre-gl/package.json").dependencies))
  if (!name.startsWith("@types/")) used.add(name);

const licence = (name) => {
  const folder = join(modules, name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8"));
  const files = readdirSync(folder).filter((each) => /^(licen[cs]e|copying|notice)/i.test(each));
  const words = files.map((each) => readFileSync(join(folder, each), "utf-8").trim()).join("\n\n");
  return `${name} ${about.version}: ${about.license ?? "see below"}\n${"-".repeat(72)}\n${words || `(no text of the licence came with it; ${about.homepage ?? name})`}\n`;
};
put(
  "LICENSES.txt",
  `What the workbench's pages carry from other projects, and under which terms.\n\nThe world: Natural Earth, public domain.\n\n${[...used].sort().map(licence).join("\n\n")}`,
);
