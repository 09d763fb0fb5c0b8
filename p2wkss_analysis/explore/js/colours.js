// Which colour a place has, and what the legend says of it. One rule serves map, plane and list.
const { palette } = page;

function colourModes(layer) {
  const [y, x] = [layer.columns[state.y], layer.columns[state.x]];
  const modes = [
    { key: "rank", label: words.colour_rank },
    { key: "chance", label: words.colour_chance },
  ];
  if (layer.columns.length > 1 && y && x && y.need && x.need) {
    modes.push({ key: "both", label: say("colour_both", { y: y.label, x: x.label }) });
  }
  layer.columns.forEach((column) => modes.push({ key: "column:" + column.key, label: column.label }));
  return modes;
}

const BARRED = "#d3d9df"; // a place that may not be chosen now has no rank and so no shade
const isBarred = (place) => !state.everyone && state.layer.out.has(place);

// The columns that the colours stand for: one, two, or those of the index.
function columnsOfMode() {
  const j = columnOfMode();
  if (j >= 0) return [j];
  return state.colour === "both" ? [state.y, state.x] : state.layer.ranked.map((_, at) => at);
}

// Whether a figure behind the colour of a place is to be read with care.
const needsCare = (place) => state.layer.marked && columnsOfMode().some((j) => markOf(j, place) > 1);

const columnOfMode = () => state.layer.columns.findIndex((column) => "column:" + column.key === state.colour);

function classOf(value, limits) {
  let at = 0;
  while (at < limits.length && value >= limits[at]) at += 1;
  return at;
}

// Terciles of a column over all years: the same classes whatever the year.
function thirds(column) {
  if (!column.thirds) {
    const known = Float64Array.from(column.cube.filter(Number.isFinite)).sort();
    column.thirds = [1 / 3, 2 / 3].map((share) =>
      Number(known[Math.floor(share * (known.length - 1))].toFixed(column.digits)),
    );
  }
  return column.thirds;
}

// 0 the least need to 2 the greatest, -1 without a figure.
function third(j, place) {
  const column = state.layer.columns[j],
    value = valueOf(j, place);
  if (!Number.isFinite(value)) return -1;
  const [low, high] = thirds(column);
  const at = value >= high ? 2 : value >= low ? 1 : 0;
  return column.need === "higher" ? at : 2 - at;
}

// Fifths of the ranking: 4 for the neediest fifth.
const fifth = (rank, n) => 4 - Math.min(4, Math.floor((5 * (rank - 1)) / n));

// The colour of a place, or null where there is nothing to show.
function colourOf(place) {
  if (state.colour === "both") {
    const [a, b] = [third(state.y, place), third(state.x, place)];
    return a < 0 || b < 0 ? null : palette.both[a][b];
  }
  const j = columnOfMode();
  if (j >= 0) {
    const value = valueOf(j, place),
      column = state.layer.columns[j];
    if (!Number.isFinite(value)) return null;
    const at = classOf(value, column.limits),
      last = column.limits.length;
    return palette.figure[spread(column.need === "lower" ? last - at : at, last + 1)];
  }
  const i = indexOf(place);
  if (i < 0) return isBarred(place) ? BARRED : null;
  if (state.colour === "chance")
    return now.chance ? palette.chance[classOf(now.chance[i], palette.chance_limits)] : palette.chance[0];
  return palette.need[fifth(now.ranking.rank[i], now.view.places.length)];
}

// With fewer classes than shades, the classes keep the whole range from light to dark.
const spread = (at, classes) => (classes < 2 ? 2 : Math.round((at * 4) / (classes - 1)));

// The code of both classes, A to C and 1 to 3, which a grey print keeps.
function codeOf(place) {
  const [a, b] = [third(state.y, place), third(state.x, place)];
  return a < 0 || b < 0 ? "" : "ABC"[a] + (b + 1);
}

function drawLegend() {
  const box = element("legend"),
    { layer } = state;
  box.replaceChildren();
  const swatch = (colour, text, kind = "") => {
    const chip = draw("svg", { width: 22, height: 14, "aria-hidden": "true", class: "chip " + kind });
    chip.append(draw("rect", { x: 0.5, y: 0.5, width: 21, height: 13, fill: colour || "#fff", stroke: "#8b949e" }));
    if (colour === null)
      for (let x = -8; x < 22; x += 6)
        chip.append(draw("line", { x1: x, y1: 14, x2: x + 14, y2: 0, stroke: palette.missing, "stroke-width": 1.4 }));
    box.append(make("span", { className: "entry" }, chip, text));
  };
  const scale = (colours, texts) => colours.forEach((colour, i) => swatch(colour, texts[i]));
  if (state.colour === "both") {
    const [y, x] = [layer.columns[state.y], layer.columns[state.x]];
    const square = draw("svg", { width: 66, height: 48, "aria-hidden": "true" });
    palette.both.forEach((row, a) =>
      row.forEach((shade, b) => {
        square.append(draw("rect", { x: 22 * b, y: 16 * (2 - a), width: 22, height: 16, fill: shade, stroke: "#fff" }));
        square.append(
          draw(
            "text",
            {
              x: 22 * b + 11,
              y: 16 * (2 - a) + 12,
              "text-anchor": "middle",
              "font-size": 10,
              fill: palette.ink[shade],
            },
            "ABC"[a] + (b + 1),
          ),
        );
      }),
    );
    box.append(
      make(
        "span",
        { className: "entry wide" },
        square,
        say("legend_both", { letters: "A–C", digits: "1–3", y: y.label, x: x.label }),
      ),
    );
  } else if (columnOfMode() >= 0) {
    const column = layer.columns[columnOfMode()],
      texts = classTexts(column.limits, column.limit_digits, column.unit === "%" ? "%" : "");
    const colours = texts.map(
      (_, at) => palette.figure[spread(column.need === "lower" ? column.limits.length - at : at, texts.length)],
    );
    scale(colours, texts);
  } else if (state.colour === "chance") {
    const texts = classTexts(
      palette.chance_limits.map((limit) => 100 * limit),
      0,
      "%",
    );
    scale(palette.chance, texts);
  } else if (now.ranking) {
    const n = now.view.places.length,
      edges = [0, 1, 2, 3, 4].map((f) => Math.ceil((f * n) / 5) + 1);
    const texts = edges.map((a, f) => say("legend_rank", { a: number(a), b: number(f < 4 ? edges[f + 1] - 1 : n) }));
    scale([...palette.need].reverse(), texts);
  }
  swatch(null, words.legend_missing);
  if (!state.everyone && layer.out.size && (state.colour === "rank" || state.colour === "chance"))
    swatch(BARRED, words.legend_barred);
  if (map.places.some(needsCare))
    markEntry(box, draw("circle", { cx: 11, cy: 7, r: 3.2, fill: "#fff", stroke: "#111", "stroke-width": 1.4 }), words.legend_care);
  if (now.ranking)
    markEntry(
      box,
      draw("rect", { x: 2, y: 1.5, width: 18, height: 11, fill: "none", stroke: "#111", "stroke-width": 2.5 }),
      say(state.k === 1 ? "legend_chosen_one" : "legend_chosen", { k: number(state.k) }),
    );
  if (layer.sitesOf.size) {
    const diamond = (fill) =>
      draw("path", { d: "M11 1.5 L16.5 7 L11 12.5 L5.5 7 Z", fill, stroke: "#111", "stroke-width": 1.4 });
    markEntry(box, diamond("#111"), say("legend_site", { year: layer.years[state.year] }));
    markEntry(box, diamond("#fff"), words.legend_other_site);
  }
}

function markEntry(box, mark, text) {
  box.append(
    make("span", { className: "entry" }, draw("svg", { width: 22, height: 14, "aria-hidden": "true" }, mark), text),
  );
}

function classTexts(limits, digits, unit) {
  if (!limits.length) return [words.legend_missing];
  const shown = limits.map((limit) => number(limit, digits) + unit);
  const between = shown.slice(1).map((b, i) => say("legend_between", { a: shown[i], b }));
  return [say("legend_below", { a: shown[0] }), ...between, say("legend_above", { a: shown[shown.length - 1] })];
}
