// Controls, and the order in which things are drawn.
function fill(select, options, chosen) {
  select.replaceChildren(
    ...options.map(([value, text]) => make("option", { value, textContent: text, selected: value === chosen })),
  );
}

function drawControls(changed) {
  const { layer } = state,
    anew = changed.has("layer") || changed.has("lang");
  if (changed.has("lang")) speak(state.lang);
  if (anew || changed.has("x") || changed.has("y")) {
    fill(
      element("colour"),
      colourModes(layer).map((mode) => [mode.key, mode.label]),
      state.colour,
    );
    const columns = layer.columns.map((column, j) => [String(j), column.label]);
    fill(element("axis-x"), columns, String(state.x));
    fill(element("axis-y"), columns, String(state.y));
  }
  if (anew) {
    fill(
      element("scope"),
      [["-1", words.scope_all], ...layer.scopes.map(([, name], at) => [String(at), name])],
      String(state.scope),
    );
    element("scope-box").hidden = !layer.scopes.length;
    element("everyone-box").hidden = !layer.out.size;
    const year = element("year");
    year.min = 0;
    year.max = layer.years.length - 1;
    year.disabled = element("play").disabled = layer.years.length < 2;
    for (const radio of document.getElementsByName("layer")) radio.checked = radio.value === layer.key;
    element("map-note").textContent = layer.shapes.note;
    element("layer-note").textContent = layer.note;
    const sources = new Map();
    layer.columns.forEach((c) => sources.set(c.source, [...(sources.get(c.source) || []), c.label]));
    element("sources").textContent =
      `${words.how_sources}: ${[...sources].map(([source, labels]) => `${join(labels)} – ${source || words.no_data}`).join("; ")}.`;
    const spread = Math.sqrt(((1 / 3) * (2 / 3)) / (layer.concentration + 1));
    element("how-chance").textContent = say("how_chance", { draws: number(DRAWS), spread: number(100 * spread) });
    laySliders();
    layTriangle();
  }
  element("year").value = state.year;
  element("year").setAttribute("aria-valuetext", String(layer.years[state.year]));
  element("year-now").textContent = layer.years[state.year];
  if (document.activeElement !== element("k")) element("k").value = state.k;
  element("k").max = now.ranking ? Math.max(1, now.view.places.length - 1) : layer.codes.length;
  element("colour").value = state.colour;
  element("everyone").checked = state.everyone;
  element("scope").value = String(state.scope);
}

function redraw(changed) {
  if (changed.has("chance")) {
    drawChances();
    const own = indexOf(state.place),
      shown = element("card-chance");
    if (shown && own >= 0) shown.textContent = percent(now.chance[own]);
    if (state.colour === "chance") {
      drawMap();
      drawPlane();
      drawList();
    }
    drawHeadline();
    return;
  }
  const has = (...names) => names.some((name) => changed.has(name));
  drawControls(changed);
  if (has("layer", "scope", "size")) layMap();
  if (has("layer", "scope", "x", "y", "size")) layPlane();
  drawMap();
  drawPlane();
  moveSliders();
  moveTriangle();
  if (has("layer", "scope", "year", "k", "place", "everyone", "lang")) shadeTriangle();
  if (has(...PLACING, "colour", "x", "y", "lang")) drawLegend();
  if (has("lang")) drawLedgers();
  drawList();
  drawCard();
  drawFigures();
  drawYears(changed);
  drawHeadline();
  planeWords();
  element("map").setAttribute(
    "aria-label",
    say("map_label", { n: number(map.places.length), noun: state.layer.noun, place: state.layer.names[state.place] }),
  );
}

function listenToControls() {
  for (const radio of document.getElementsByName("layer")) {
    radio.addEventListener("change", () => change({ layer: layers.find((layer) => layer.key === radio.value) }));
  }
  element("scope").addEventListener("change", (event) => change({ scope: Number(event.target.value) }));
  element("everyone").addEventListener("change", (event) => change({ everyone: event.target.checked }));
  element("k").addEventListener("input", (event) => {
    const k = Number(event.target.value);
    if (Number.isInteger(k) && k >= 1) change({ k });
  });
  element("k").addEventListener("change", (event) => {
    event.target.value = state.k;
  });
  element("colour").addEventListener("change", (event) => change({ colour: event.target.value }));
  element("axis-x").addEventListener("change", (event) => change({ x: Number(event.target.value) }));
  element("axis-y").addEventListener("change", (event) => change({ y: Number(event.target.value) }));
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.addEventListener("click", () => change({ lang: button.dataset.lang }));
  }
  element("reset").addEventListener("click", () => change({ weights: [...state.layer.stated] }));
}

// Search by name or code, written anyhow: the first eight in the order of the alphabet, chosen by arrow keys and Enter or by a click.
function listenToSearch() {
  const input = element("find"),
    box = element("found");
  let at = -1,
    hits = [];
  const show = () => {
    box.replaceChildren(
      ...hits.map((place, n) => {
        const option = make(
          "li",
          { role: "option", id: `found-${n}`, "aria-selected": String(n === at) },
          make("span", { textContent: state.layer.names[place] }),
          make("small", { textContent: state.layer.parents[state.layer.parent[place]] || "" }),
        );
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(place);
        });
        return option;
      }),
    );
    const open = input.value.trim() !== "";
    if (open && !hits.length)
      box.append(
        make("li", {
          role: "option",
          "aria-disabled": "true",
          "aria-selected": "false",
          textContent: words.found_none,
        }),
      );
    box.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (at >= 0) input.setAttribute("aria-activedescendant", `found-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const take = (place) => {
    const outside = place < now.view.from || place >= now.view.to;
    change(outside ? { scope: -1, place } : { place });
    input.value = "";
    hits = [];
    at = -1;
    show();
    element("announce").textContent = say("announce", { place: state.layer.names[place], rank: rankWords(place) });
  };
  input.addEventListener("input", () => {
    const asked = bare(input.value.replace(/^\s*(desa|kel\.?|kelurahan)\s/i, ""));
    const { names, codes } = state.layer,
      starts = [],
      inside = [];
    state.layer.bare.forEach((name, i) => {
      if (!asked) return;
      if (name.startsWith(asked) || name.replace(/^(kab|kota)/, "").startsWith(asked) || bare(codes[i]).startsWith(asked))
        starts.push(i);
      else if (name.includes(asked)) inside.push(i);
    });
    const alphabet = (a, b) => names[a].localeCompare(names[b], state.lang) || (codes[a] < codes[b] ? -1 : 1);
    hits = [...starts.sort(alphabet), ...inside.sort(alphabet)].slice(0, 8);
    at = hits.length ? 0 : -1;
    show();
    element("announce").textContent = asked
      ? hits.length
        ? say("found", { n: number(hits.length) })
        : words.found_none
      : "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return;
      at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      show();
    } else if (event.key === "Enter" && hits[at] !== undefined) take(hits[at]);
    else if (event.key === "Escape") {
      input.value = "";
      hits = [];
      at = -1;
      show();
    } else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => {
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
  });
}

function begin() {
  readAddress();
  drawers.push(redraw);
  listen(map, element("tip"), findOnMap);
  listen(plane, element("plane-tip"), (x, y) => nearest(plane, x, y, 14));
  listenToTriangle();
  listenToList();
  listenToYears();
  listenToFigures();
  listenToControls();
  listenToSearch();
  change({
    lang: state.lang,
    layer: state.layer,
    scope: state.scope,
    year: state.year,
    weights: state.weights,
    k: state.k,
    place: state.place,
    everyone: state.everyone,
  });
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return; // a phone's address bar changes only the height
    width = innerWidth;
    change({ size: width });
  });
  addEventListener("beforeprint", () => [map, plane].forEach((board) => sharpen(board, 3)));
  addEventListener("afterprint", () => [map, plane].forEach((board) => sharpen(board)));
}

// A finer canvas for paper, the same size on the page.
function sharpen(board, zoom) {
  board.zoom = zoom || Math.max(1, devicePixelRatio || 1);
  board.canvas.width = Math.round(board.width * board.zoom);
  board.canvas.height = Math.round(board.height * board.zoom);
  if (board === map) drawMap();
  else drawPlane();
}

// For the browser's console and for tests: the same figures as on the page.
window.explorer = {
  state: () => ({
    lang: state.lang,
    layer: state.layer.key,
    scope: state.scope < 0 ? null : state.layer.scopes[state.scope][0],
    year: state.layer.years[state.year],
    weights: [...state.weights],
    k: state.k,
    place: state.layer.codes[state.place],
    colour: state.colour,
    everyone: state.everyone,
  }),
  set: (patch) => change(patch),
  open: (at) => {
    openState(layers[at]);
    change({ layer: layers[at], year: state.year });
  },
  go: (code) => change({ place: state.layer.codes.indexOf(code) }),
  triangle: () => triangle.cells.map((cell) => [cell.weights, cell.shape.classList.contains("in")]),
  cell,
  settled: () =>
    new Promise((done) => {
      const look = () => (waiting || (now.ranking && !now.chance) ? setTimeout(look, 5) : done(true));
      look();
    }),
  ranking: () =>
    now.ranking
      ? Array.from(now.ranking.order, (i) => [
          state.layer.codes[now.view.places[i]],
          now.ranking.rank[i],
          now.ranking.score[i],
        ])
      : null,
  cannot: () => now.view.cannot && now.view.cannot(),
  chances: () =>
    now.chance ? Array.from(now.view.places, (place, i) => [state.layer.codes[place], now.chance[i]]) : null,
  draws: (w) => {
    const ways = state.layer.ways.length,
      first = Math.floor((DRAWS * w) / ways),
      last = Math.floor((DRAWS * (w + 1)) / ways);
    return Array.from(drawWeights(state.layer, state.weights, first, last));
  },
  count: () => Array.from(chancesNow(state.layer, now.view, state.weights, state.k)),
  explain: () => {
    const i = indexOf(state.place),
      why = explain(state.layer, now.view, now.ranking, state.weights, i, state.k);
    return {
      rival: state.layer.codes[now.view.places[why.rival]],
      median: Array.from(why.againstMedian),
      rival_parts: Array.from(why.againstRival),
    };
  },
  quantile: (p, a) => gammaQuantile(p, a),
  names: () => ({
    written: [...mapFrame.named].map((place) => state.layer.codes[place]),
    places: map.places.length,
    numbered: mapFrame.numbered,
  }),
  syllables,
  colour: (code) => colourOf(state.layer.codes.indexOf(code)),
  spot: (code, id) => {
    const board = id === "plane" ? plane : map,
      at = board.places.indexOf(state.layer.codes.indexOf(code));
    return at < 0 ? null : [board.spots[2 * at], board.spots[2 * at + 1]];
  },
};

begin();
