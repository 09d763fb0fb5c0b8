// What is shown now, in one object; every change goes through `change`, and everything is drawn from it once a frame.
const layers = page.layers.map(openLayer);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const state = {
  lang: page.lang,
  layer: layers[0],
  scope: -1,
  year: 0,
  weights: [],
  k: 1,
  place: -1,
  colour: layers[0].colour,
  x: 0,
  y: 0,
  everyone: false,
};
const now = { view: null, ranking: null, first: null, chance: null }; // worked out from the state
const drawers = []; // called once a frame: (changed: Set of names, or "chance" alone)
let waiting = null,
  counting = 0;

function openState(layer) {
  const plane = layer.plane.map((key) => layer.columns.findIndex((column) => column.key === key));
  Object.assign(state, {
    layer,
    scope: -1,
    weights: [...layer.stated],
    k: layer.k,
    asked: layer.k,
    place: -1,
    x: plane[0],
    y: plane[1],
    everyone: false,
  });
  state.year = layer.years.length - 1;
  while (state.year > 0 && viewOf(layer, -1, state.year, false).cannot) state.year -= 1;
  if (!colourModes(layer).some((mode) => mode.key === state.colour)) state.colour = layer.colour;
}

function change(patch) {
  if (patch.layer && patch.layer !== state.layer) openState(patch.layer);
  Object.assign(state, patch);
  if (!waiting) {
    waiting = new Set();
    requestAnimationFrame(drawAll);
  }
  Object.keys(patch).forEach((name) => waiting.add(name));
}

function drawAll() {
  const changed = waiting;
  waiting = null;
  workOut(changed);
  drawers.forEach((drawer) => drawer(changed));
  keepInAddress();
}

const PLACING = ["layer", "scope", "year", "weights", "k", "everyone"]; // what changes who is chosen

function workOut(changed) {
  if (!colourModes(state.layer).some((mode) => mode.key === state.colour)) state.colour = state.layer.colour;
  if (!PLACING.some((name) => changed.has(name))) return;
  const { layer, scope, year, weights, everyone } = state;
  now.view = viewOf(layer, scope, year, everyone);
  const ready = !now.view.cannot;
  if (changed.has("k")) state.asked = state.k; // a year or a scope with fewer places does not change what was asked for
  if (ready) state.k = Math.max(1, Math.min(state.asked, now.view.places.length - 1 || 1));
  now.ranking = ready ? rankPlaces(layer, now.view, weights) : null;
  if (ready && (!now.first || ["layer", "scope", "year", "everyone"].some((name) => changed.has(name)))) {
    now.first = rankPlaces(layer, now.view, layer.stated);
  }
  if (!ready) now.first = null;
  const inside = state.place >= now.view.from && state.place < now.view.to;
  if (!inside || changed.has("scope")) {
    if (!inside) state.place = ready ? now.view.places[now.ranking.order[0]] : now.view.from;
    changed.add("place");
  }
  now.chance = null;
  countChances();
}

const REST = 60; // milliseconds without a change after which chances are counted: while a slider moves, it has the computer
// Counts in slices of a few milliseconds between frames; a newer change stops an older count.
function countChances() {
  counting += 1;
  if (!now.ranking) return;
  const mine = counting,
    steps = chanceSteps(state.layer, now.view, state.weights, state.k);
  const slice = () => {
    if (mine !== counting) return;
    const until = performance.now() + 10;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (!step.done) {
      setTimeout(slice, 0);
      return;
    }
    now.chance = step.value;
    requestAnimationFrame(() => mine === counting && drawers.forEach((drawer) => drawer(new Set(["chance"]))));
  };
  setTimeout(slice, REST);
}

// Where a place stands in the ranking's arrays, -1 without a score.
function indexOf(place) {
  if (!now.ranking) return -1;
  const places = now.view.places;
  let low = 0,
    high = places.length - 1;
  while (low <= high) {
    const at = (low + high) >> 1;
    if (places[at] === place) return at;
    if (places[at] < place) low = at + 1;
    else high = at - 1;
  }
  return -1;
}

const isChosen = (i) => i >= 0 && now.ranking.position[i] < state.k;
const valueOf = (j, place, year = state.year) => state.layer.columns[j].cube[year * state.layer.size + place];
// 0, 1 where the figure is of a single copy, 2 and more where it is to be read with care.
const markOf = (j, place, year = state.year) => {
  const { marked } = state.layer.columns[j];
  return marked ? marked[year * state.layer.size + place] : 0;
};
const weightWords = () =>
  join(state.layer.aspects.map((aspect, a) => `${aspect.label} ${number(100 * state.weights[a])}%`));

function rankWords(place) {
  const i = indexOf(place);
  return i < 0
    ? words.no_data
    : say("card_rank", { rank: number(now.ranking.rank[i]), n: number(now.view.places.length) });
}

// The view in the page's address, so that it can be kept and shared.
let addressTimer = 0;
function keepInAddress() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    const { lang, layer, scope, year, weights, k, place, colour, x, y } = state;
    const parts = {
      lang,
      layer: layer.key,
      year: layer.years[year],
      k,
      colour,
      weights: weights.map((w) => (100 * w).toFixed(2)).join(","),
      place: layer.codes[place],
      axes: [y, x].map((j) => layer.columns[j].key).join(","),
    };
    if (state.everyone) parts.everyone = 1;
    if (scope >= 0) parts.scope = layer.scopes[scope][0];
    history.replaceState(null, "", "#" + new URLSearchParams(parts));
  }, 500);
}

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (["id", "en"].includes(asked.get("lang"))) state.lang = asked.get("lang");
  const layer = layers.find((one) => one.key === asked.get("layer")) || layers[0];
  openState(layer);
  const scope = layer.scopes.findIndex(([code]) => code === asked.get("scope"));
  if (scope >= 0) state.scope = scope;
  state.everyone = asked.get("everyone") === "1";
  const year = layer.years.indexOf(Number(asked.get("year")));
  if (year >= 0) state.year = year;
  const weights = (asked.get("weights") || "").split(",").map(Number);
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (weights.length === layer.aspects.length && weights.every((w) => w >= 0) && total > 0)
    state.weights = weights.map((w) => w / total);
  const k = Number(asked.get("k"));
  if (Number.isInteger(k) && k > 0) state.k = state.asked = k;
  const place = layer.codes.indexOf(asked.get("place"));
  if (place >= 0) state.place = place;
  const axes = (asked.get("axes") || "").split(",").map((key) => layer.columns.findIndex((column) => column.key === key));
  if (axes.length === 2 && axes.every((j) => j >= 0)) [state.y, state.x] = axes;
  if (colourModes(layer).some((mode) => mode.key === asked.get("colour"))) state.colour = asked.get("colour");
}
