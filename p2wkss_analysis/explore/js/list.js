// The ranking as a table, the sentence above it, and the file to take away.
const list = { shown: 12 };

function drawList() {
  const body = element("list").tBodies[0],
    { k } = state;
  const focused = document.activeElement && document.activeElement.dataset.place;
  element("list").hidden = !now.ranking;
  element("unscored").textContent = now.ranking ? unscoredWords() : now.view.cannot();
  body.replaceChildren();
  element("more").hidden = true;
  element("moved-note").hidden = true;
  if (!now.ranking) return;
  const n = now.view.places.length,
    last = Math.min(n, Math.max(list.shown, Math.min(k + 5, 400)));
  const rows = Array.from({ length: last }, (_, at) => now.ranking.order[at]);
  const own = indexOf(state.place);
  if (own >= 0 && now.ranking.position[own] >= last) rows.push(own);
  rows.forEach((i) => body.append(listRow(i)));
  const still = now.first.rank.every((rank, i) => rank === now.ranking.rank[i]);
  element("list").classList.toggle("still", still);
  element("moved-note").hidden = still;
  const left = n - last;
  element("more").hidden = left <= 0;
  element("more").textContent = say("more", { n: number(Math.min(50, left)) });
  if (focused) {
    const again = body.querySelector(`button[data-place="${CSS.escape(focused)}"]`);
    if (again) again.focus({ preventScroll: true });
  }
  drawChances();
}

function listRow(i) {
  const place = now.view.places[i],
    { position, rank, score } = now.ranking;
  const button = make("button", {
    type: "button",
    className: "name",
    textContent: state.layer.names[place],
    title: state.layer.parents[state.layer.parent[place]] || "",
  });
  button.dataset.place = state.layer.codes[place];
  if (place === state.place) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => change({ place }));
  const chip = make("span", { className: "swatch" });
  chip.style.background = colourOf(place) || "#fff";
  const moved = now.first.rank[i] - rank[i];
  const arrow = make("span", {
    textContent: moved === 0 ? "" : (moved > 0 ? "▲" : "▼") + number(Math.abs(moved)),
    className: moved > 0 ? "up" : moved < 0 ? "down" : "same",
  });
  arrow.setAttribute(
    "aria-label",
    moved === 0 ? words.moved_not : say(moved > 0 ? "moved_up" : "moved_down", { n: number(Math.abs(moved)) }),
  );
  arrow.setAttribute("role", "img");
  const bar = make("span", { className: "bar" }),
    fill = make("span");
  bar.append(fill);
  const row = make(
    "tr",
    {
      className:
        (place === state.place ? "selected " : "") +
        (position[i] < state.k ? "chosen" : "") +
        (position[i] === state.k - 1 ? " last" : ""),
    },
    make("td", { className: "figure", textContent: number(rank[i]) }),
    make("th", { scope: "row" }, chip, button),
    make("td", { className: "figure", textContent: number(score[i], 1) }),
    make("td", { className: "figure chance" }, bar, make("span", { className: "share" })),
    make("td", { className: "figure moved" }, arrow),
  );
  row.dataset.at = i;
  row.addEventListener("pointerenter", () => pointAt(place));
  row.addEventListener("pointerleave", () => pointAt(-1));
  button.addEventListener("focus", () => pointAt(place));
  button.addEventListener("blur", () => pointAt(-1));
  return row;
}

function drawChances() {
  drawMini();
  for (const row of element("list").tBodies[0].rows) {
    const i = Number(row.dataset.at),
      share = now.chance ? now.chance[i] : NaN;
    row.querySelector(".share").textContent = now.chance ? percent(share) : "…";
    row.querySelector(".bar span").style.width = now.chance ? 100 * share + "%" : "0";
  }
}

// On a phone the ranking is a screen away from the sliders: its head stands beside them.
function drawMini() {
  const top = now.ranking ? Array.from(now.ranking.order.subarray(0, Math.min(state.k + 1, 4))) : [];
  element("mini").replaceChildren(
    ...top.map((i) =>
      make(
        "span",
        { className: isChosen(i) ? "chosen" : "" },
        `${now.ranking.rank[i]} ${state.layer.names[now.view.places[i]]} ${now.chance ? percent(now.chance[i]) : "…"}`,
      ),
    ),
  );
}

function unscoredWords() {
  const left = now.view.rows - now.view.places.length;
  return left ? say("unscored", { n: number(left) }) : "";
}

// What a head of office reads first: who, how firm, who comes next.
function drawHeadline() {
  const box = element("headline"),
    { layer, k } = state;
  if (!now.ranking) {
    box.textContent = now.view.cannot();
    return;
  }
  const { order, level } = now.ranking,
    name = (i) => layer.names[now.view.places[i]];
  const top = Array.from(order.subarray(0, k)),
    named = top.slice(0, 5).map(name);
  if (k > 5) named.push(say("few_rival", { n: number(k - 5) }));
  let text = say(k === 1 ? "headline_one" : "headline", { k: number(k), noun: layer.noun, names: join(named) });
  const edge = Array.from(order).filter((i) => level[i] === level[order[k - 1]]);
  if (edge.some((i) => now.ranking.position[i] >= k)) {
    const tied = edge.slice(0, 4).map(name);
    if (edge.length > 4) tied.push(say("few_rival", { n: number(edge.length - 4) }));
    text += " " + say("headline_tie", { names: join(tied) });
  }
  if (layer.ranked.length === 1) text += " " + words.headline_one_column;
  else if (now.chance) {
    const withChance = (i) => `${name(i)} ${percent(now.chance[i])}`;
    if (k <= 5) text += " " + say("headline_chance", { names: join(top.map(withChance)) });
    else {
      const firm = top.filter((i) => now.chance[i] >= 0.95).length;
      const shaky = [...top].sort((a, b) => now.chance[a] - now.chance[b]).slice(0, 3);
      text += " " + say(firm < k ? "headline_firm" : "headline_all", {
        firm: number(firm),
        k: number(k),
        names: join(shaky.map(withChance)),
      });
    }
    let rival = -1;
    for (let at = k; at < order.length; at += 1)
      if (rival < 0 || now.chance[order[at]] > now.chance[rival]) rival = order[at];
    if (rival >= 0 && now.chance[rival] > 0) text += " " + say("headline_rival", { names: withChance(rival) });
    if (rival >= 0 && top.some((i) => now.chance[i] < now.chance[rival])) text += " " + words.headline_lots;
  }
  box.textContent = text;
  if (now.chance) announceSoon(text);
}

// Read out once the hand rests: a slider would otherwise speak at every step.
let speaking = 0,
  spoken = "";
function announceSoon(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    if (spoken && text !== spoken) element("announce").textContent = text;
    spoken = text;
  }, 900);
}

// A text that a spreadsheet would compute gets an apostrophe, as say/harmless.py says.
const RUNS =
  /(?:^|(?<=[,;\t\r\n]))(?![+-]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]+)?[ \u00a0]?%?\s*(?:[,;\t\r\n]|$))(?='*[\0-\x08\x0e-\x20\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060-\u206f\u3000\ufeff"\u201c\u201d\uff02]*[=+\-@\uff1d\uff0b\uff0d\uff20]\s*[^\s;])|^(?='*[\t\r\n])/g;
const cell = (value) => {
  if (typeof value === "number") return numberInFile(value);
  const text = value.replace(RUNS, "'");
  return /[",;\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

// As files/csv_text.py writes them: 12.345 may be twelve thousand, 12.3450 may not; a year or code is no quantity.
function numberInFile(value) {
  if (!Number.isFinite(value)) return "";
  const text = /^-?[1-9][0-9]{0,2}\.[0-9]{3}$/.test(value) ? value + "0" : String(value);
  return state.lang === "id" ? text.replace(".", ",") : text;
}

function rankingFile() {
  const { layer } = state;
  const head = [
    words.file_code,
    words.file_name,
    words.file_parent,
    words.year,
    words.file_rank,
    words.file_score,
    words.file_chance,
    ...layer.aspects.map((a) => say("file_weight", { aspect: a.label })),
    ...layer.columns.map((c) => c.label + (c.unit ? ` (${c.unit})` : "")),
  ];
  const rows = Array.from(now.ranking.order, (i) => {
    const place = now.view.places[i],
      chance = now.chance ? Number(now.chance[i].toFixed(6)) : NaN;
    return [
      layer.codes[place],
      layer.names[place],
      layer.parents[layer.parent[place]] || "",
      layer.years[state.year],
      now.ranking.rank[i],
      Number(now.ranking.score[i].toFixed(6)),
      chance,
      ...state.weights.map((w) => Number(w.toFixed(6))),
      ...layer.columns.map((_, j) => valueOf(j, place)),
    ];
  });
  return inFile([head, ...rows]);
}

function inFile(rows) {
  const notice = page.synthetic ? [[words.synthetic]] : [];
  return "\ufeff" + [...notice, ...rows].map((row) => row.map(cell).join(state.lang === "id" ? ";" : ",")).join("\r\n") + "\r\n";
}

function takeAway(text, name) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

function listenToList() {
  element("more").addEventListener("click", () => {
    list.shown += 50;
    drawList();
  });
  element("list").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key],
      buttons = [...element("list").querySelectorAll("button.name")];
    const at = buttons.indexOf(event.target);
    if (!step || at < 0 || !buttons[at + step]) return;
    event.preventDefault();
    buttons[at + step].focus();
  });
  element("download").addEventListener("click", () => {
    if (now.ranking) takeAway(rankingFile(), `p2wkss-${state.layer.key}-${state.layer.years[state.year]}.csv`);
  });
  element("print").addEventListener("click", () => window.print());
}
