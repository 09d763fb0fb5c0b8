// The figures as a table, places by years: what map and lines show, for eyes and for screen readers, and to take away.
const MOST_ROWS = 600; // more places than this are not written at once

const shownColumn = () => (columnOfMode() >= 0 ? columnOfMode() : state.y);

// The years of a column with any figure in view.
function yearsOf(j) {
  const { layer } = state;
  return layer.years.map((_, year) => year).filter((year) => {
    for (let i = now.view.from; i < now.view.to; i += 1) if (Number.isFinite(valueOf(j, i, year))) return true;
    return false;
  });
}

function drawFigures() {
  const j = shownColumn(),
    column = state.layer.columns[j];
  element("figures-title").textContent = say("figures", { label: heading(column) });
  element("figures-box").setAttribute("aria-label", element("figures-title").textContent);
  if (!element("figures").open) return;
  const years = yearsOf(j),
    last = Math.min(now.view.to, now.view.from + MOST_ROWS);
  const head = make("tr", {}, make("th", { scope: "col", textContent: words.place }));
  years.forEach((year) =>
    head.append(
      make("th", {
        scope: "col",
        className: "figure" + (year === state.year ? " now" : ""),
        textContent: String(state.layer.years[year]),
      }),
    ),
  );
  const body = make("tbody");
  for (let i = now.view.from; i < last; i += 1) body.append(figuresRow(j, i, years));
  const table = make("table", {}, make("thead", {}, head), body);
  table.setAttribute("aria-describedby", "figures-help");
  element("figures-box").replaceChildren(table);
  element("figures-more").textContent = last < now.view.to ? say("figures_more", { n: number(last - now.view.from) }) : "";
}

function figuresRow(j, place, years) {
  const { layer } = state,
    column = layer.columns[j],
    cuts = cutsOf(column, place);
  const row = make("tr", { className: place === state.place ? "selected" : "" }, make("th", { scope: "row", textContent: layer.names[place] }));
  let before = null;
  years.forEach((year) => {
    const value = valueOf(j, place, year),
      mark = markOf(j, place, year),
      label = layer.years[year];
    const known = Number.isFinite(value);
    const anew = known && before !== null && cuts.some((cut) => before < cut && cut <= label);
    if (known) before = label;
    row.append(
      make("td", {
        className: "figure" + (anew ? " anew" : "") + (year === state.year ? " now" : ""),
        textContent: (anew ? "| " : "") + (known ? number(value, column.digits) : "–") + (known ? ["", "°"][mark] ?? "*" : ""),
      }),
    );
  });
  return row;
}

// One line a place and year, with the mark in a column of its own, so that it can be computed with.
function figuresFile() {
  const j = shownColumn(),
    { layer } = state,
    column = layer.columns[j],
    rows = [];
  for (let i = now.view.from; i < now.view.to; i += 1)
    yearsOf(j).forEach((year) => {
      const mark = markOf(j, i, year),
        value = valueOf(j, i, year);
      if (!Number.isFinite(value)) return;
      const remark = mark > 1 ? column.cares[mark - 2] : mark ? words.single_copy : "";
      const anew = cutsOf(column, i).includes(layer.years[year]) ? words.series_anew : "";
      rows.push([layer.codes[i], layer.names[i], layer.years[year], value, [anew, remark].filter(Boolean).join("; ")]);
    });
  const head = [words.file_code, words.file_name, words.year, heading(column), words.file_remark];
  return inFile([head, ...rows]);
}

function listenToFigures() {
  element("figures").addEventListener("toggle", drawFigures);
  element("figures-file").addEventListener("click", () =>
    takeAway(figuresFile(), `p2wkss-${state.layer.key}-${state.layer.columns[shownColumn()].key}.csv`),
  );
}
