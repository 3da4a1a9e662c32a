// The map of the workbench: MapLibre, which starts its worker from beside it, and nothing from anywhere else.
import { Map as Chart, AttributionControl, setWorkerUrl } from "maplibre-gl";

setWorkerUrl(new URL("./map-worker.js", import.meta.url).href);

export { Chart, AttributionControl };
