// The years: marks below the slider, playing them, and what is said of the year shown.
const EDGE_OF_SLIDER = 8; // pixels from the slider's end to the middle of its handle there
const LABEL = 34; // pixels for the label of a year

// Years in which the series of a column begins anew for most places, with the reason.
const spanStarts = (column) => column.spans.slice(1);
const yearsAnew = () => new Set(columnsOfMode().flatMap((j) => spanStarts(state.layer.columns[j]).map(([first]) => first)));

// How many of the places in view have all the figures that the colours stand for.
function knownIn(year) {
  const columns = columnsOfMode();
  let known = 0;
  for (let i = now.view.from; i < now.view.to; i += 1)
    if (columns.every((j) => Number.isFinite(valueOf(j, i, year)))) known += 1;
  return known;
}

// A mark a year: full where most places have a figure, hollow where few or none; a bar where the series begins anew.
function layYears() {
  const { layer } = state,
    anew = yearsAnew(),
    last = layer.years.length - 1,
    all = now.view.to - now.view.from;
  const apart = LABEL / Math.max(1, element("year-marks").clientWidth - 2 * EDGE_OF_SLIDER); // share of the slider that a label needs
  let before = 0;
  element("year-marks").replaceChildren(
    ...layer.years.flatMap((label, year) => {
      const begins = anew.has(label),
        marks = [make("span", { className: (2 * knownIn(year) >= all ? "known" : "few") + (begins ? " anew" : "") })];
      const share = last ? year / last : 0.5;
      const fits = begins && share - before >= apart && 1 - share >= apart;
      if (year === 0 || year === last || fits) marks.push(make("small", { textContent: String(label) }));
      if (fits) before = share;
      for (const mark of marks) mark.style.left = `calc(${EDGE_OF_SLIDER * (1 - 2 * share)}px + ${100 * share}%)`;
      return marks;
    }),
  );
}

// What cannot be compared with this year, how many places have a figure, and how sure the figures are.
function yearWords() {
  const { layer } = state,
    label = layer.years[state.year],
    told = [];
  columnsOfMode().forEach((j) => {
    const column = layer.columns[j],
      at = column.spans.findIndex(([first, last]) => first <= label && label <= last);
    if (at < 0) return;
    const [first, last, reason] = column.spans[at],
      next = column.spans[at + 1];
    const span = first === last ? String(first) : `${first}–${last}`;
    if (reason) told.push(say("year_since", { label: column.label, span, reason }));
    if (next) told.push(say("year_until", { label: column.label, span, next: next[0], reason: next[2] }));
  });
  const all = now.view.to - now.view.from,
    known = knownIn(state.year);
  if (known < all) told.push(say("year_known", { year: label, n: number(known), all: number(all) }));
  const cares = new Map();
  let single = 0,
    shown = 0;
  columnsOfMode().forEach((j) => {
    for (let i = now.view.from; i < now.view.to; i += 1) {
      const mark = markOf(j, i);
      if (Number.isFinite(valueOf(j, i))) shown += 1;
      if (mark === 1) single += 1;
      else if (mark > 1) {
        const reason = layer.columns[j].cares[mark - 2];
        cares.set(reason, (cares.get(reason) || new Set()).add(layer.names[i]));
      }
    }
  });
  cares.forEach((names, reason) => {
    const some = [...names].slice(0, 4);
    if (names.size > 4) some.push(say("few_rival", { n: number(names.size - 4) }));
    told.push(say("year_care", { names: join(some), reason }));
  });
  if (single) told.push(say("year_single", { n: number(single), all: number(shown) }));
  return told.join(" ");
}

function drawYears(changed) {
  const has = (...names) => names.some((name) => changed.has(name)),
    shown = has("layer", "scope", "colour", "x", "y", "lang");
  if (shown || has("size")) layYears();
  if (shown || has("year")) element("year-note").textContent = yearWords();
}

function listenToYears() {
  let playing = 0;
  const show = (key) => {
    element("play").dataset.say = key;
    element("play").textContent = words[key];
    element("play").setAttribute("aria-pressed", String(key === "stop"));
  };
  const stop = () => {
    clearInterval(playing);
    playing = 0;
    show("play");
  };
  element("year").addEventListener("input", (event) => {
    if (playing) stop(); // a hand on the slider takes over
    change({ year: Number(event.target.value) });
  });
  element("play").addEventListener("click", () => {
    if (playing) {
      stop();
      return;
    }
    show("stop");
    if (state.year === state.layer.years.length - 1) change({ year: 0 });
    playing = setInterval(
      () => {
        if (state.year >= state.layer.years.length - 1) stop();
        else change({ year: state.year + 1 });
      },
      calm.matches ? 2000 : 900,
    );
  });
}
