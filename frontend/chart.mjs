// Charts from Vega-Lite specifications, without eval: every `[data-chart]` that holds its specification as JSON is drawn in place.
import { parse, View, Warn, loader } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";

/** No chart loads anything. */
const closed = loader();
closed.load = closed.sanitize = () => Promise.reject(new Error("a chart loads nothing"));

/** The colours of the page as it is now. */
const look = () => {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const [ink, soft, line] = [value("--ink"), value("--soft"), value("--line")];
  return {
    background: "transparent",
    font: getComputedStyle(document.body).fontFamily,
    view: { stroke: null },
    axis: { labelColor: soft, titleColor: soft, domainColor: line, tickColor: line, gridColor: line, labelFontSize: 11, titleFontSize: 11, titleFontWeight: "normal" },
    legend: { labelColor: ink, titleColor: soft },
    title: { color: ink },
    text: { color: ink },
    mark: { color: value("--accent") },
  };
};

export const draw = async (place, spec) => {
  const { spec: vega } = compile({ ...spec, config: { ...look(), ...spec.config } });
  const view = new View(parse(vega, undefined, { ast: true }), {
    renderer: "svg",
    loader: closed,
    logLevel: Warn,
    expr: expressionInterpreter,
    container: place,
    hover: true,
  });
  await view.runAsync();
  return view;
};

const drawn = new WeakMap();

const drawAll = async () => {
  for (const figure of document.querySelectorAll("[data-chart]")) {
    const spec = figure.querySelector('script[type="application/json"]');
    if (!spec) continue;
    drawn.get(figure)?.finalize();
    let place = figure.querySelector(".chart-drawn");
    if (!place) {
      place = document.createElement("div");
      place.className = "chart-drawn";
      figure.append(place);
    }
    drawn.set(figure, await draw(place, JSON.parse(spec.textContent)));
    figure.classList.add("is-drawn");
  }
};

if (typeof document !== "undefined") {
  drawAll();
  new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  document.addEventListener("htmx:after:swap", drawAll);
}
