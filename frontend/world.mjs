// The world as the map needs it: land, borders, names of states; borders that are disputed apart from those that are not.
// Natural Earth draws who controls what; `disputed.json` names what of that we know to be disputed. Neither takes a side.
import { feature, merge, mesh } from "topojson-client";

const round = (places) => (value) => Math.round(value * 10 ** places) / 10 ** places;

/** Coordinates of any depth, rounded; points that fall on the one before are left out. */
const rounded = (shape, places) => {
  if (typeof shape[0] === "number") return shape.map(round(places));
  const parts = shape.map((each) => rounded(each, places));
  if (typeof shape[0][0] !== "number") return parts.filter((part) => part.length > 1 || typeof part[0] !== "number");
  return parts.filter((point, at) => at === 0 || point[0] !== parts[at - 1][0] || point[1] !== parts[at - 1][1]);
};

const inside = ([w, s, e, n], [x, y]) => x >= w && x <= e && y >= s && y <= n;

/** A line in runs of consecutive segments that are all, or none, disputed. */
const runs = (line, isDisputed) => {
  const found = [];
  for (let at = 1; at < line.length; at += 1) {
    const disputed = isDisputed(line[at - 1]) && isDisputed(line[at]);
    const last = found.at(-1);
    if (last && last.disputed === disputed) last.points.push(line[at]);
    else found.push({ disputed, points: [line[at - 1], line[at]] });
  }
  return found;
};

/** Every border once, in two sets: `[settled, disputed]`. */
const borders = (world, known) => {
  const sets = [[], []];
  const pairs = new Map();
  const name = (state) => state.properties.name;
  mesh(world, world.objects.countries, (a, b) => {
    if (a !== b) pairs.set([name(a), name(b)].sort().join("|"), [a, b]);
    return false;
  });
  for (const [a, b] of pairs.values()) {
    const names = [name(a), name(b)];
    const whole = names.some((each) => known.areas.includes(each));
    const boxes = known.lines.filter((line) => line.between.every((each) => names.includes(each))).map((line) => line.box);
    const isDisputed = (point) => whole || boxes.some((box) => inside(box, point));
    const between = mesh(world, world.objects.countries, (one, other) => (one === a && other === b) || (one === b && other === a));
    for (const line of between.coordinates) for (const run of runs(line, isDisputed)) sets[Number(run.disputed)].push(run.points);
  }
  return sets;
};

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => sum + x * ring[(at + 1) % ring.length][1] - ring[(at + 1) % ring.length][0] * y, 0) / 2);

const holds = (ring, [x, y]) => {
  let odd = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at], ring[before]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
};

const distance = (ring, [x, y]) => Math.min(...ring.map(([ax, ay]) => Math.hypot(ax - x, ay - y)));

/** Where a name may stand: of a grid over the largest part of a state, the point farthest from its edge; and how much room there is. */
const label = (state) => {
  const { type, coordinates } = state.geometry;
  const rings = (type === "Polygon" ? [coordinates] : coordinates).map((polygon) => polygon[0]);
  const ring = rings.reduce((best, each) => (area(each) > area(best) ? each : best));
  const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
  const [w, s, e, n] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best = { room: -1 };
  for (let i = 1; i < 24; i += 1)
    for (let j = 1; j < 24; j += 1) {
      const point = [w + ((e - w) * i) / 24, s + ((n - s) * j) / 24];
      if (!holds(ring, point)) continue;
      const room = distance(ring, point);
      if (room > best.room) best = { point, room };
    }
  return best.point && { name: state.properties.name, room: round(2)(Math.sqrt(area(ring))), point: best.point.map(round(2)) };
};

const collection = (features) => ({ type: "FeatureCollection", features });
const shape = (type, coordinates, properties = {}) => ({ type: "Feature", properties, geometry: { type, coordinates } });

/** What the map draws, as GeoJSON. */
export const world = (atlas, known) => {
  const land = merge(atlas, atlas.objects.countries.geometries.filter((each) => each.properties.name !== "Antarctica"));
  const [settled, disputed] = borders(atlas, known);
  const labels = feature(atlas, atlas.objects.countries).features.map(label).filter(Boolean);
  return {
    land: collection([shape("MultiPolygon", rounded(land.coordinates, 3))]),
    borders: collection([
      shape("MultiLineString", rounded(settled, 3), { disputed: false }),
      shape("MultiLineString", rounded(disputed, 3), { disputed: true }),
    ]),
    names: collection(labels.map(({ name, room, point }) => shape("Point", point, { name, room }))),
    disputed: { source: known.source, names: [...known.areas, ...known.lines.map((line) => line.name)] },
  };
};

/** What the server draws: rings and lines of coordinates, coarse. */
export const outline = (atlas, known) => {
  const kept = atlas.objects.countries.geometries.filter((each) => each.properties.name !== "Antarctica");
  const [settled, disputed] = borders(atlas, known);
  return { land: rounded(merge(atlas, kept).coordinates.flat(), 2), settled: rounded(settled, 2), disputed: rounded(disputed, 2) };
};
