// All weights of three aspects as a triangle. Dark where the selected place is chosen; dots are weights the chance draws from.
const CORNERS = [
  [160, 26],
  [20, 254],
  [300, 254],
]; // first aspect on top, second left, third right
const ROWS = 22,
  CLOUD = 140;
const triangle = { cells: [], dots: [], handle: null };

const inTriangle = (weights) =>
  [0, 1].map((axis) => weights.reduce((sum, weight, a) => sum + weight * CORNERS[a][axis], 0));

// Weights of a point; outside the triangle those of the nearest point of it, by pulling negative weights to nothing.
function weightsAt(x, y) {
  const [[ax, ay], [bx, by], [cx, cy]] = CORNERS,
    whole = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
  const a = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / whole,
    b = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / whole;
  const held = [a, b, 1 - a - b].map((weight) => Math.max(0, weight)),
    total = held[0] + held[1] + held[2];
  return held.map((weight) => weight / total);
}

function layTriangle() {
  const svg = element("triangle");
  svg.replaceChildren();
  const three = state.layer.aspects.length === 3;
  element("triangle-box").hidden = element("triangle-help").hidden = !three;
  triangle.cells = [];
  if (!three) return;
  const point = (i, j) =>
    inTriangle([1 - i / ROWS, (i - j) / ROWS, j / ROWS])
      .map((v) => v.toFixed(2))
      .join(",");
  const cell = (corners) => {
    const weights = [0, 1, 2].map(
      (a) => corners.reduce((sum, [i, j]) => sum + [1 - i / ROWS, (i - j) / ROWS, j / ROWS][a], 0) / 3,
    );
    const shape = draw("polygon", { points: corners.map(([i, j]) => point(i, j)).join(" ") });
    triangle.cells.push({ weights, shape });
    svg.append(shape);
  };
  for (let i = 0; i < ROWS; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      cell([
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
      ]);
      if (j < i)
        cell([
          [i, j],
          [i, j + 1],
          [i + 1, j + 1],
        ]);
    }
  }
  svg.append(draw("polygon", { class: "edge", points: CORNERS.map((corner) => corner.join(",")).join(" ") }));
  const anchors = ["middle", "start", "end"],
    places = [
      [160, 15],
      [4, 273],
      [316, 273],
    ];
  state.layer.aspects.forEach((aspect, a) =>
    svg.append(
      draw("text", { x: places[a][0], y: places[a][1], "text-anchor": anchors[a], class: "corner" }, aspect.label),
    ),
  );
  triangle.dots = Array.from({ length: CLOUD }, () => {
    const dot = draw("circle", { r: 1.9, class: "draw" });
    svg.append(dot);
    return dot;
  });
  triangle.handle = draw("circle", {
    r: 9,
    class: "handle",
    tabindex: 0,
    role: "slider",
    "aria-label": words.triangle,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
  });
  svg.append(triangle.handle);
}

// Whether the selected place is among the k at given weights of the aspects, for many weights at once.
function chosenAt(list) {
  const { layer } = state,
    view = now.view,
    i = indexOf(state.place);
  if (i < 0) return list.map(() => false);
  const parts = summands(layer, view, statedWay(layer)),
    n = view.places.length;
  const aspects = layer.aspects.map((aspect) => {
    const sum = new Float64Array(n);
    aspect.columns.forEach((j, c) => {
      for (let p = 0; p < n; p += 1) sum[p] += parts[j][p] * aspect.shares[c];
    });
    return sum;
  });
  return list.map((weights) => {
    const score = (p) => weights[0] * aspects[0][p] + weights[1] * aspects[1][p] + weights[2] * aspects[2][p];
    const own = score(i);
    let ahead = 0;
    for (let p = 0; p < n && ahead < state.k; p += 1) {
      const gap = score(p) - own;
      if (gap > 1e-10 || (p < i && gap > -1e-10)) ahead += 1;
    }
    return ahead < state.k;
  });
}

function shadeTriangle() {
  if (!triangle.cells.length) return;
  const ready = Boolean(now.ranking),
    inside = ready ? chosenAt(triangle.cells.map((cell) => cell.weights)) : [];
  triangle.cells.forEach((cell, n) => cell.shape.setAttribute("class", inside[n] ? "cell in" : "cell"));
  element("triangle-help").textContent = say(state.k === 1 ? "triangle_help_one" : "triangle_help", {
    place: state.layer.names[state.place],
    k: number(state.k),
  });
}

function moveTriangle() {
  if (!triangle.cells.length) return;
  const { layer, weights } = state,
    [x, y] = inTriangle(weights);
  triangle.handle.setAttribute("cx", x);
  triangle.handle.setAttribute("cy", y);
  triangle.handle.setAttribute("aria-valuenow", Math.round(100 * weights[0]));
  triangle.handle.setAttribute("aria-valuetext", say("triangle_now", { weights: weightWords() }));
  const drawn = drawWeights(layer, weights, 0, CLOUD),
    width = layer.ranked.length;
  triangle.dots.forEach((dot, n) => {
    const [dx, dy] = inTriangle(
      layer.aspects.map((aspect) => aspect.columns.reduce((sum, j) => sum + drawn[n * width + j], 0)),
    );
    dot.setAttribute("cx", dx.toFixed(1));
    dot.setAttribute("cy", dy.toFixed(1));
  });
}

function listenToTriangle() {
  const svg = element("triangle");
  let held = false;
  const follow = (event) => {
    const box = svg.getBoundingClientRect(),
      scale = 320 / box.width;
    change({ weights: weightsAt((event.clientX - box.left) * scale, (event.clientY - box.top) * scale) });
  };
  svg.addEventListener("pointerdown", (event) => {
    held = true;
    svg.setPointerCapture(event.pointerId);
    follow(event);
    triangle.handle.focus({ preventScroll: true });
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => held && follow(event));
  for (const end of ["pointerup", "pointercancel"])
    svg.addEventListener(end, () => {
      held = false;
    });
  svg.addEventListener("keydown", (event) => {
    if (!(event.key in ARROWS)) return;
    event.preventDefault();
    const [dx, dy] = ARROWS[event.key],
      step = event.shiftKey ? 28 : 5.6,
      [x, y] = inTriangle(state.weights);
    change({ weights: weightsAt(x + dx * step, y + dy * step) });
  });
}
