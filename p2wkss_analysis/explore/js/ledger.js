// The ledger as the impact wing computed it: the change at the sites, its parts end to end, and the interval of the last.
const SHADES = { common: "#9aa5b1", rebound: "#e0a458", effect: "#0b5c63", observed: "#1d2733" };

function drawLedgers() {
  if (page.ledgers.length) element("ledger").replaceChildren(...page.ledgers.map(drawLedger));
}

function drawLedger(ledger) {
  const box = make(
    "article",
    { className: "one-ledger" },
    make("h3", { textContent: ledger.outcome }),
    make("p", { className: "finding", textContent: ledger.sentence }),
  );
  if (ledger.bars.length) {
    const keys = [...ledger.bars[0].parts.map((part) => part.key), "observed"];
    box.append(
      make(
        "p",
        { className: "legend" },
        ...keys.map((key) => {
          const chip = draw(
            "svg",
            { width: 22, height: 12, "aria-hidden": "true" },
            draw("rect", { width: 22, height: 12, fill: SHADES[key] }),
          );
          return make(
            "span",
            { className: "entry" },
            chip,
            key === "observed" ? words.ledger_observed : ledger.names[key],
          );
        }),
      ),
    );
    const span = spanOf(ledger.bars);
    const drawn = ledger.bars.map((bar) => ledgerBar(ledger, bar, span)),
      open = drawn.slice(0, drawn.length > 4 ? 1 : 4),
      folded = drawn.slice(open.length);
    box.append(make("ol", { className: "bars" }, ...open));
    if (folded.length)
      box.append(
        make(
          "details",
          {},
          make("summary", { textContent: say("ledger_each", { n: number(folded.length) }) }),
          make("ol", { className: "bars" }, ...folded),
        ),
      );
  }
  if (ledger.limits.length)
    box.append(make("ul", { className: "limits" }, ...ledger.limits.map((text) => make("li", { textContent: text }))));
  return box;
}

// The ends of all bars and intervals; an interval that would dwarf the bars is cut at the edge.
function spanOf(bars) {
  const ends = [0];
  bars.forEach((bar) => {
    let at = 0;
    bar.parts.forEach((part, n) => {
      if (n === bar.parts.length - 1)
        ends.push(...[bar.low, bar.high].filter((end) => end !== null).map((end) => at + end));
      at += part.value || 0;
      ends.push(at);
    });
  });
  const low = Math.min(...ends),
    high = Math.max(...ends),
    edge = (high - low) * 0.04 || 1;
  return [low - edge, high + edge];
}

function ledgerBar(ledger, bar, [low, high]) {
  const width = 480,
    height = 16 + 22 * (bar.parts.length + 1),
    x = (value) => ((value - low) / (high - low)) * width;
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": barWords(ledger, bar) });
  svg.append(draw("line", { x1: x(0), x2: x(0), y1: 0, y2: height, class: "zero" }));
  let at = 0;
  bar.parts.forEach((part, n) => {
    const value = part.value || 0,
      left = Math.min(x(at), x(at + value)),
      top = 5 + 22 * n;
    svg.append(
      draw("rect", {
        x: left,
        y: top,
        width: Math.max(1.5, Math.abs(x(at + value) - x(at))),
        height: 15,
        fill: SHADES[part.key],
      }),
    );
    if (n === bar.parts.length - 1 && bar.low !== null && bar.high !== null) {
      svg.append(
        draw("line", { x1: x(at + bar.low), x2: x(at + bar.high), y1: top + 7.5, y2: top + 7.5, class: "interval" }),
      );
      for (const end of [bar.low, bar.high])
        svg.append(draw("line", { x1: x(at + end), x2: x(at + end), y1: top + 2, y2: top + 13, class: "interval" }));
    }
    at += value;
    svg.append(draw("line", { x1: x(at), x2: x(at), y1: top, y2: top + 37, class: "step" }));
  });
  svg.append(
    draw("rect", {
      x: Math.min(x(0), x(at)),
      y: 5 + 22 * bar.parts.length,
      width: Math.max(1.5, Math.abs(x(at) - x(0))),
      height: 15,
      fill: SHADES.observed,
    }),
  );
  const count = bar.n === 1 ? words.ledger_site : say("ledger_sites", { n: number(bar.n) });
  const parts = bar.parts.map(
    (part) => `${ledger.names[part.key]} ${number(part.value === null ? NaN : part.value, ledger.digits, true)}`,
  );
  return make(
    "li",
    {},
    make(
      "p",
      { className: "bar-head" },
      make("strong", { textContent: bar.label }),
      ` · ${count} · ` + say("ledger_total", { value: number(bar.observed, ledger.digits, true) }),
    ),
    svg,
    make("p", { className: "note", textContent: parts.join("; ") + "." }),
    make("p", { className: "note", textContent: bar.said }),
  );
}

function barWords(ledger, bar) {
  const parts = bar.parts.map(
    (part) => `${ledger.names[part.key]} ${number(part.value === null ? NaN : part.value, ledger.digits, true)}`,
  );
  return `${bar.label}: ${say("ledger_total", { value: number(bar.observed, ledger.digits, true) })}; ${parts.join("; ")}`;
}
