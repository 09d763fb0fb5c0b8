// What map and plane share: a sharp canvas, the nearest place to a pointer, arrow keys, the marks of sites and of the chosen.
function openCanvas(id, shape) {
  const canvas = element(id),
    pen = canvas.getContext("2d");
  const board = { canvas, pen, width: 0, height: 0, spots: new Float64Array(0), places: [], zoom: 1 };
  board.resize = (zoom = Math.max(1, window.devicePixelRatio || 1)) => {
    const width = canvas.parentElement.clientWidth,
      height = Math.round(shape(width));
    board.zoom = zoom;
    board.width = width;
    board.height = height;
    canvas.width = Math.round(width * zoom);
    canvas.height = Math.round(height * zoom);
  };
  board.begin = () => {
    pen.setTransform(board.zoom, 0, 0, board.zoom, 0, 0);
    pen.clearRect(0, 0, board.width, board.height);
    pen.lineJoin = "round";
  };
  return board;
}

const FONT = '"Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

// The place whose spot is nearest to a point, within `reach` pixels; -1 where there is none.
function nearest(board, x, y, reach) {
  let best = reach * reach,
    found = -1;
  board.places.forEach((place, at) => {
    const dx = board.spots[2 * at] - x,
      dy = board.spots[2 * at + 1] - y,
      far = dx * dx + dy * dy;
    if (far <= best) {
      best = far;
      found = place;
    }
  });
  return found;
}

// The next place in the direction of an arrow key: near, and not far off the line.
function neighbour(board, place, dx, dy) {
  const own = board.places.indexOf(place);
  if (own < 0) return board.places.length ? board.places[0] : -1;
  let best = Infinity,
    found = -1;
  board.places.forEach((other, at) => {
    const ax = board.spots[2 * at] - board.spots[2 * own],
      ay = board.spots[2 * at + 1] - board.spots[2 * own + 1];
    const along = ax * dx + ay * dy,
      across = Math.abs(ax * dy) + Math.abs(ay * dx);
    if (along <= 0.5 || across > 2 * along) return;
    const cost = along + 2 * across;
    if (cost < best) {
      best = cost;
      found = other;
    }
  });
  return found;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function listen(board, tip, find) {
  const { canvas } = board;
  const at = (event) => {
    const box = canvas.getBoundingClientRect(),
      scale = board.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  };
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = at(event),
      place = find(x, y);
    canvas.style.cursor = place < 0 ? "default" : "pointer";
    showTip(board, tip, place, x, y);
    pointAt(place);
  });
  canvas.addEventListener("pointerleave", () => {
    showTip(board, tip, -1);
    pointAt(-1);
  });
  canvas.addEventListener("click", (event) => {
    const place = find(...at(event));
    if (place >= 0) change({ place });
  });
  canvas.addEventListener("keydown", (event) => {
    let place = -1;
    if (event.key in ARROWS) place = neighbour(board, state.place, ...ARROWS[event.key]);
    else if (event.key === "Home" && now.ranking) place = now.view.places[now.ranking.order[0]];
    else return;
    event.preventDefault();
    if (place >= 0) {
      change({ place });
      element("announce").textContent = say("announce", { place: state.layer.names[place], rank: rankWords(place) });
    }
  });
}

// A ring around one place on map and plane at once, while a pointer or the focus rests on it anywhere.
function pointAt(place) {
  for (const board of [map, plane]) {
    const ring = element(`${board.canvas.id}-ring`),
      at = place < 0 ? -1 : board.places.indexOf(place);
    ring.hidden = at < 0;
    if (at < 0) continue;
    const scale = board.canvas.clientWidth / board.width;
    ring.style.left = board.spots[2 * at] * scale + "px";
    ring.style.top = board.spots[2 * at + 1] * scale + "px";
  }
}

function showTip(board, tip, place, x = 0, y = 0) {
  tip.hidden = place < 0;
  if (place < 0) return;
  const i = indexOf(place),
    lines = [state.layer.names[place], rankWords(place)];
  if (i >= 0 && now.chance) lines.push(`${words.chance.toLowerCase()} ${percent(now.chance[i])}`);
  const shown = new Set([state.y, state.x, columnOfMode()].filter((j) => j >= 0));
  shown.forEach((j) =>
    lines.push(`${state.layer.columns[j].label}: ${withUnit(state.layer.columns[j], valueOf(j, place))}`),
  );
  tip.replaceChildren(...lines.map((line, n) => make(n ? "span" : "strong", { textContent: line })));
  const right = x > board.width / 2;
  tip.style.left = right ? "auto" : x + 14 + "px";
  tip.style.right = right ? board.width - x + 14 + "px" : "auto";
  tip.style.top = Math.max(0, y - 10) + "px";
}

// A diamond where a site is: filled in its own year, open for another year.
function siteMark(pen, x, y, size, thisYear) {
  pen.beginPath();
  pen.moveTo(x, y - size);
  pen.lineTo(x + size, y);
  pen.lineTo(x, y + size);
  pen.lineTo(x - size, y);
  pen.closePath();
  pen.fillStyle = thisYear ? "#111" : "#fff";
  pen.fill();
  pen.lineWidth = 1.2;
  pen.strokeStyle = "#111";
  pen.stroke();
}

function hatch(pen) {
  if (!hatch.tile) {
    hatch.tile = document.createElement("canvas");
    hatch.tile.width = hatch.tile.height = 8;
    const small = hatch.tile.getContext("2d");
    small.strokeStyle = palette.missing;
    small.lineWidth = 1.5;
    for (const shift of [-8, 0, 8]) {
      small.beginPath();
      small.moveTo(shift, 8);
      small.lineTo(shift + 8, 0);
      small.stroke();
    }
  }
  return pen.createPattern(hatch.tile, "repeat");
}
