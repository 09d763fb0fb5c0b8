// The plane: two figures face to face, linked to the map by colour and by the place selected, whose path over the years is drawn.
const plane = openCanvas("plane", (width) => Math.max(250, Math.min(width * 0.8, 430)));
const EDGE = { left: 46, right: 14, top: 12, bottom: 34 };
let planeScale = null;

function ticks(low, high, wanted) {
  const rough = (high - low) / wanted,
    power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough);
  const out = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n += 1) out.push(n * step);
  return { at: out, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

// The same axes in every year, so that places move and not the scale.
function range(j) {
  const { layer } = state,
    view = now.view;
  let low = Infinity,
    high = -Infinity;
  for (let year = 0; year < layer.years.length; year += 1) {
    for (let i = view.from; i < view.to; i += 1) {
      const value = valueOf(j, i, year);
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const edge = (high - low) * 0.05 || 1;
  return Number.isFinite(low) ? [low - edge, high + edge] : [0, 1];
}

function layPlane() {
  plane.resize();
  const x = range(state.x),
    y = range(state.y);
  planeScale = {
    x,
    y,
    px: (value) => EDGE.left + ((value - x[0]) / (x[1] - x[0])) * (plane.width - EDGE.left - EDGE.right),
    py: (value) =>
      plane.height - EDGE.bottom - ((value - y[0]) / (y[1] - y[0])) * (plane.height - EDGE.top - EDGE.bottom),
  };
}

function drawPlane() {
  const { pen } = plane,
    { layer } = state,
    { px, py } = planeScale;
  plane.begin();
  drawAxes(pen);
  plane.places = [];
  for (let i = now.view.from; i < now.view.to; i += 1) {
    if (Number.isFinite(valueOf(state.x, i)) && Number.isFinite(valueOf(state.y, i))) plane.places.push(i);
  }
  plane.spots = Float64Array.from(plane.places.flatMap((i) => [px(valueOf(state.x, i)), py(valueOf(state.y, i))]));
  const radius = plane.places.length > 700 ? 2.4 : plane.places.length > 120 ? 3.6 : 5;
  const groups = new Map(),
    late = [];
  plane.places.forEach((place, at) => {
    const chosen = isChosen(indexOf(place));
    const site = (layer.sitesOf.get(place) || []).some(({ year }) => year === layer.years[state.year]);
    if (chosen || site) late.push([place, at, chosen, site]);
    if (!chosen) {
      const colour = colourOf(place) || "#fff";
      if (!groups.has(colour)) groups.set(colour, []);
      groups.get(colour).push(at);
    }
  });
  const circle = (at, r) => {
    pen.moveTo(plane.spots[2 * at] + r, plane.spots[2 * at + 1]);
    pen.arc(plane.spots[2 * at], plane.spots[2 * at + 1], r, 0, 2 * Math.PI);
  };
  groups.forEach((spots, colour) => {
    pen.beginPath();
    spots.forEach((at) => circle(at, radius));
    pen.fillStyle = colour;
    pen.fill();
    if (radius < 3) return;
    pen.lineWidth = 0.7;
    pen.strokeStyle = "#6e7781";
    pen.stroke();
  });
  late
    .sort((a, b) => a[2] - b[2])
    .forEach(([place, at, chosen, site]) => {
      if (chosen) {
        pen.beginPath();
        circle(at, radius + 1);
        pen.fillStyle = colourOf(place) || "#fff";
        pen.fill();
        pen.lineWidth = 2.4;
        pen.strokeStyle = "#111";
        pen.stroke();
      }
      if (site) siteMark(pen, plane.spots[2 * at], plane.spots[2 * at + 1], Math.max(2.6, radius * 0.7), true);
    });
  const ends = drawPath(pen, radius),
    taken = [];
  namePlaces(pen, radius, [state.place], taken);
  nameYears(pen, radius, ends, taken);
  const first = now.ranking ? Array.from(now.ranking.order.subarray(0, Math.min(state.k, 8))) : [];
  namePlaces(
    pen,
    radius,
    first.map((i) => now.view.places[i]).filter((place) => place !== state.place),
    taken,
  );
}

function drawAxes(pen) {
  const { px, py, x, y } = planeScale,
    { layer } = state,
    bottom = plane.height - EDGE.bottom;
  pen.font = `11px ${FONT}`;
  pen.fillStyle = "#57606a";
  pen.strokeStyle = "#e4e8ec";
  pen.lineWidth = 1;
  const across = ticks(...x, plane.width < 380 ? 4 : 6),
    up = ticks(...y, 5);
  pen.textAlign = "center";
  pen.textBaseline = "top";
  across.at.forEach((value) => {
    line(pen, px(value), EDGE.top, px(value), bottom);
    pen.fillText(shortNumber(value, across.digits), px(value), bottom + 4);
  });
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  up.at.forEach((value) => {
    line(pen, EDGE.left, py(value), plane.width - EDGE.right, py(value));
    pen.fillText(shortNumber(value, up.digits), EDGE.left - 5, py(value));
  });
  pen.fillStyle = "#1f2328";
  pen.font = `600 11px ${FONT}`;
  pen.textBaseline = "bottom";
  pen.fillText(heading(layer.columns[state.x]) + " →", plane.width - EDGE.right, plane.height - 1, plane.width - EDGE.right);
  pen.textAlign = "left";
  pen.textBaseline = "top";
  const title = "↑ " + heading(layer.columns[state.y]);
  pen.fillStyle = "rgba(255,255,255,0.85)";
  pen.fillRect(EDGE.left + 2, EDGE.top - 11, pen.measureText(title).width + 6, 14);
  pen.fillStyle = "#1f2328";
  pen.fillText(title, EDGE.left + 4, EDGE.top - 10);
  pen.setLineDash([4, 3]);
  pen.strokeStyle = "#8b949e";
  const [mx, my] = [state.x, state.y].map(medianNow);
  if (Number.isFinite(mx)) line(pen, px(mx), EDGE.top, px(mx), bottom);
  if (Number.isFinite(my)) line(pen, EDGE.left, py(my), plane.width - EDGE.right, py(my));
  pen.setLineDash([]);
}

const heading = (column) => (column.unit ? `${column.label} (${column.unit})` : column.label);
const COMPACT = { notation: "compact", maximumSignificantDigits: 3 };
const shortNumber = (value, digits) => (Math.abs(value) >= 1e5 ? format("compact", COMPACT).format(value) : number(value, digits));

function medianNow(j) {
  const known = [];
  for (let i = now.view.from; i < now.view.to; i += 1) if (Number.isFinite(valueOf(j, i))) known.push(valueOf(j, i));
  return known.length ? median(known) : NaN;
}

function line(pen, x1, y1, x2, y2) {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

// The path of the selected place over the years; gives its ends, the last first: x, y and year.
function drawPath(pen, radius) {
  const { layer, place } = state,
    { px, py } = planeScale,
    points = [];
  layer.years.forEach((label, year) => {
    const [x, y] = [valueOf(state.x, place, year), valueOf(state.y, place, year)];
    if (Number.isFinite(x) && Number.isFinite(y)) points.push([px(x), py(y), label]);
  });
  pen.strokeStyle = "#0b5c63";
  pen.lineWidth = 1.6;
  pen.beginPath();
  const cuts = [state.x, state.y].flatMap((j) => cutsOf(layer.columns[j], place));
  points.forEach(([x, y], n) => pen[beginsAnew(points, n, cuts, 2) ? "moveTo" : "lineTo"](x, y));
  pen.stroke();
  pen.fillStyle = "#0b5c63";
  points.forEach(([x, y]) => {
    pen.beginPath();
    pen.arc(x, y, 2, 0, 2 * Math.PI);
    pen.fill();
  });
  const at = plane.places.indexOf(place);
  if (at >= 0) {
    for (const [width, colour] of [
      [5.5, "#fff"],
      [3, "#0b5c63"],
    ]) {
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.beginPath();
      pen.arc(plane.spots[2 * at], plane.spots[2 * at + 1], radius + 3.5, 0, 2 * Math.PI);
      pen.stroke();
    }
  }
  return points.length > 1 ? [points[points.length - 1], points[0]] : [];
}

// The years at the two ends of the path: above, below or beside their dot, where nothing else is written.
function nameYears(pen, radius, ends, taken) {
  pen.font = `10px ${FONT}`;
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  ends.forEach(([x, y, label]) => {
    const half = pen.measureText(String(label)).width / 2 + 1,
      gap = radius + 10,
      side = radius + 6 + half;
    const at = [
      [x, y - gap],
      [x, y + gap],
      [x - side, y],
      [x + side, y],
    ].find(
      ([cx, cy]) =>
        cy > EDGE.top + 8 &&
        cy < plane.height - EDGE.bottom - 6 &&
        cx - half > EDGE.left &&
        cx + half < plane.width &&
        isFree(taken, cx - half, cy, cx + half),
    );
    if (!at) return;
    taken.push([at[0] - half, at[1], at[0] + half]);
    halo(pen, String(label), ...at);
  });
}

const isFree = (taken, left, y, right) => !taken.some(([a, b, c]) => Math.abs(b - y) < 13 && left < c && right > a);

// Names of places beside their dots, where there is room.
function namePlaces(pen, radius, wanted, taken) {
  pen.font = `600 11px ${FONT}`;
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  wanted.forEach((place) => {
    const at = plane.places.indexOf(place);
    if (at < 0) return;
    const name = state.layer.names[place],
      width = pen.measureText(name).width;
    const [x, y] = [plane.spots[2 * at], plane.spots[2 * at + 1]],
      left = x + width + radius + 8 > plane.width;
    const start = left ? x - radius - 7 - width : x + radius + 7;
    if (!isFree(taken, start, y, start + width)) return;
    taken.push([start, y, start + width]);
    halo(pen, name, start, y);
  });
}

function halo(pen, text, x, y) {
  pen.lineWidth = 3.5;
  pen.strokeStyle = "rgba(255,255,255,0.92)";
  pen.strokeText(text, x, y);
  pen.fillStyle = "#1f2328";
  pen.fillText(text, x, y);
}

function planeWords() {
  const { layer } = state,
    up = layer.columns[state.y].need === "higher" ? "upper" : "lower",
    side = layer.columns[state.x].need === "higher" ? "right" : "left";
  const year = layer.years[state.year],
    needs = layer.columns[state.y].need && layer.columns[state.x].need;
  element("plane-note").textContent = needs
    ? say("plane_note", { year, corner: words[`corner_${up}_${side}`] })
    : say("plane_medians", { year });
  element("plane").setAttribute(
    "aria-label",
    say("plane_label", {
      y: layer.columns[state.y].label,
      x: layer.columns[state.x].label,
      n: number(plane.places.length),
      noun: layer.noun,
      place: layer.names[state.place] || "",
    }),
  );
}
