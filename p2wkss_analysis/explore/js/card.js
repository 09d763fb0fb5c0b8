// One place: where it stands, why, how it came there, and when it was a site.
const card = { open: false }; // whether the lines of the other columns are shown
function drawCard() {
  const { layer, place } = state,
    i = indexOf(place),
    box = element("card");
  element("card-title").textContent = layer.names[place];
  const parent = layer.parents[layer.parent[place]] || "";
  box.replaceChildren(
    make("p", { className: "where", textContent: [parent, layer.codes[place]].filter(Boolean).join(" · ") }),
  );
  if (i < 0) box.append(make("p", { className: "warning", textContent: cardReason() }));
  else box.append(standing(i), reasons(i));
  box.append(
    make("h3", { textContent: words.history }),
    histories(place),
    layer.marked ? make("p", { className: "note", textContent: words.history_open }) : "",
    make("h3", { textContent: words.sites }),
    siteList(place),
  );
}

function cardReason() {
  if (!now.ranking) return now.view.cannot();
  return isBarred(state.place) ? words.card_barred : say("card_unscored", { year: state.layer.years[state.year] });
}

function standing(i) {
  const chance = make("strong", { id: "card-chance", textContent: now.chance ? percent(now.chance[i]) : "…" });
  const rank = make("strong", { textContent: `${number(now.ranking.rank[i])}` });
  return make(
    "dl",
    { className: "standing" },
    make(
      "div",
      {},
      make("dt", {
        textContent: say("card_rank", { rank: "", n: number(now.view.places.length) })
          .replace(/\s+/g, " ")
          .trim(),
      }),
      make("dd", {}, rank),
    ),
    make(
      "div",
      {},
      make("dt", { textContent: words.score.toLowerCase() }),
      make("dd", {}, make("strong", { textContent: number(now.ranking.score[i], 1) })),
    ),
    make("div", {}, make("dt", { textContent: say(state.k === 1 ? "card_chance_one" : "card_chance", { k: number(state.k) }) }), make("dd", {}, chance)),
  );
}

// Two sets of bars to both sides of a middle line: above or below the median, above or below the rival.
function reasons(i) {
  const { layer } = state,
    why = explain(layer, now.view, now.ranking, state.weights, i, state.k);
  const rivalName = layer.names[now.view.places[why.rival]];
  const rival = say(why.onList ? "rival_first_off" : "rival_last_on", {
    rival: rivalName,
    rank: number(now.ranking.rank[why.rival]),
  });
  const most = Math.max(1e-9, ...[...why.againstMedian, ...why.againstRival].map(Math.abs));
  const table = (parts, caption) => {
    const order = layer.ranked.map((_, j) => j).sort((a, b) => parts[b] - parts[a]);
    const rows = order.map((j) =>
      reasonRow(layer.columns[j].label, withUnit(layer.columns[j], valueOf(j, state.place)), parts[j], most),
    );
    const total = parts.reduce((sum, part) => sum + part, 0);
    return make(
      "table",
      { className: "reasons" },
      make("caption", { textContent: caption }),
      make("tbody", {}, ...rows),
      make(
        "tfoot",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "row", textContent: words.together }),
          make("td"),
          make("td", { className: "figure", textContent: number(total, 1, true) }),
        ),
      ),
    );
  };
  return make(
    "div",
    {},
    make("h3", { textContent: words.why }),
    table(why.againstMedian, words.against_median),
    table(why.againstRival, say("against_rival", { rival })),
    make("p", { className: "note", textContent: words.why_note }),
  );
}

function reasonRow(label, value, part, most) {
  const bar = make("span", { className: "lever " + (part >= 0 ? "more" : "less") }),
    fill = make("span");
  const width = (50 * Math.abs(part)) / most;
  fill.style.width = width + "%";
  fill.style.marginLeft = (part >= 0 ? 50 : 50 - width) + "%";
  bar.append(fill);
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, label, make("small", { textContent: value })),
    make("td", {}, bar),
    make("td", { className: "figure", textContent: number(part, 1, true) }),
  );
}

// A small line for each column over the years, the median of all places behind it: first those that are shown or ranked
// by; the others can be opened.
function histories(place) {
  const { layer } = state,
    first = new Set([...columnsOfMode(), ...layer.ranked.map((_, j) => j)]);
  const box = make("div", { className: "histories" }, ...[...first].map((j) => lineOf(layer.columns[j], j, place))),
    others = layer.columns.map((_, j) => j).filter((j) => !first.has(j));
  if (!others.length) return box;
  const more = make("details", { open: card.open }, make("summary", { textContent: say("history_others", { n: number(others.length) }) }));
  more.addEventListener("toggle", () => {
    card.open = more.open;
  });
  more.append(make("div", { className: "histories" }, ...others.map((j) => lineOf(layer.columns[j], j, place))));
  return make("div", {}, box, more);
}

function lineOf(column, j, place) {
  const points = state.layer.years
    .map((label, year) => [label, valueOf(j, place, year), markOf(j, place, year)])
    .filter(([, value]) => Number.isFinite(value));
  const told = points.length
    ? points.map(([label, value]) => `${label} ${withUnit(column, value)}`).join("; ")
    : words.no_data;
  const cuts = cutsOf(column, place).filter((year) => points.length && points[0][0] < year),
    better = { higher: words.history_better, lower: words.history_worse }[column.need] || "";
  return make(
    "figure",
    {
      className: "history",
      role: "group",
      "aria-label": say("history_label", { label: column.label, values: [told, ...historyNotes(column, points, cuts)].join(". ") }),
    },
    make(
      "figcaption",
      {},
      make("span", { textContent: column.label }),
      make("small", { textContent: better }),
    ),
    points.length ? spark(column, j, points, cuts) : make("p", { className: "note", textContent: words.no_data }),
    ...historyNotes(column, points, cuts).map((text) => make("small", { className: "remark", textContent: text })),
  );
}

// Where the line breaks, and which figures are to be read with care.
function historyNotes(column, points, cuts) {
  const notes = cuts.length ? [say("history_cut", { years: join(cuts.map(String)) })] : [];
  column.cares.forEach((reason, n) => {
    const years = points.filter(([, , mark]) => mark === n + 2).map(([label]) => label);
    if (years.length) notes.push(say("history_care", { years: yearSpans(years), reason }));
  });
  return notes;
}

// Years as people write them: 2011–2014, 2017.
function yearSpans(years) {
  const runs = [];
  years.forEach((year) => {
    const run = runs[runs.length - 1];
    if (run && year === run[1] + 1) run[1] = year;
    else runs.push([year, year]);
  });
  return join(runs.map(([a, b]) => (a === b ? String(a) : `${a}–${b}`)));
}

// The years in which the series of a place begins anew: no line is drawn across.
function cutsOf(column, place) {
  return column.breaks.filter(([at]) => at === place).map(([, year]) => year);
}

// Whether the point n of [year, ...] or [..., year] begins a new part of the series.
function beginsAnew(points, n, cuts, at = 0) {
  return n === 0 || cuts.some((year) => points[n - 1][at] < year && year <= points[n][at]);
}

function spark(column, j, points, cuts) {
  const width = 300,
    height = 64,
    edge = 6,
    years = state.layer.years;
  const middles = years.map((label, year) => [label, medianOf(j, year)]).filter(([, value]) => Number.isFinite(value));
  const all = [...points, ...middles].map(([, value]) => value),
    low = Math.min(...all),
    high = Math.max(...all);
  const first = years[0],
    last = years[years.length - 1];
  const x = (label) => (last === first ? width / 2 : 44 + ((label - first) / (last - first)) * (width - 100));
  const y = (value) =>
    high === low ? height / 2 - 4 : height - 20 - ((value - low) / (high - low)) * (height - 20 - 2 * edge);
  const path = (list, cut) =>
    list.map(([label, value], n) => `${beginsAnew(list, n, cut) ? "M" : "L"}${x(label).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  if (middles.length > 1) svg.append(draw("path", { d: path(middles, spanStarts(column).map(([year]) => year)), class: "middle" }));
  svg.append(draw("path", { d: path(points, cuts), class: "own" }));
  points.forEach(([label, value, mark]) =>
    svg.append(
      draw("circle", {
        cx: x(label),
        cy: y(value),
        r: label === years[state.year] ? 4 : 2.2,
        class: "own-dot" + (label === years[state.year] ? " now" : "") + (mark ? " open" : ""),
      }),
    ),
  );
  const [start, end] = [points[0], points[points.length - 1]];
  if (points.length > 1)
    svg.append(
      draw(
        "text",
        { x: x(start[0]) - 7, y: y(start[1]) + 4, "text-anchor": "end" },
        shortNumber(start[1], column.digits),
      ),
    );
  svg.append(draw("text", { x: x(end[0]) + 7, y: y(end[1]) + 4, class: "end" }, shortNumber(end[1], column.digits)));
  if (points.length === 1 || x(end[0]) - x(start[0]) > 30) // or the two years would stand on each other
    svg.append(draw("text", { x: x(start[0]), y: height - 2, "text-anchor": "middle", class: "year" }, String(start[0])));
  if (points.length > 1)
    svg.append(draw("text", { x: x(end[0]), y: height - 2, "text-anchor": "middle", class: "year" }, String(end[0])));
  return svg;
}

function medianOf(j, year) {
  const view = now.view;
  view.medians = view.medians || new Map();
  const key = `${j}/${year}`;
  if (!view.medians.has(key)) {
    const known = [];
    for (let i = view.from; i < view.to; i += 1)
      if (Number.isFinite(valueOf(j, i, year))) known.push(valueOf(j, i, year));
    view.medians.set(key, 2 * known.length >= view.to - view.from ? median(known) : NaN);
  }
  return view.medians.get(key);
}

function siteList(place) {
  const sites = state.layer.sitesOf.get(place);
  if (!sites) return make("p", { className: "note", textContent: words.sites_none });
  return make(
    "ul",
    { className: "sites" },
    ...sites.map((site) =>
      make(
        "li",
        {},
        make("strong", { textContent: site.year ? String(site.year) : words.site_undated }),
        " " + site.text,
        site.link
          ? make("a", {
              href: site.link,
              rel: "noreferrer noopener",
              target: "_blank",
              textContent: words.source_link,
              "aria-label": `${words.source_link}: ${site.year || words.site_undated} ${site.text}`,
            })
          : "",
      ),
    ),
  );
}
