// The map: tiles, true boundaries or dots, coloured as chosen, with the chosen outlined and the sites marked.
const map = openCanvas("map", (width) => Math.max(240, Math.min(width * mapShape(), width < 500 ? 360 : 520)));
const mapFrame = { scale: 1, left: 0, top: 0, paths: [], radius: 3 };

// The part of the grid that is shown, as [west, north, east, south].
function mapBox() {
  const { layer } = state, view = now.view || { from: 0, to: layer.size };
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = view.from; i < view.to; i += 1) {
    const corners = layer.rings ? layer.rings[i] : [layer.centres.subarray(2 * i, 2 * i + 2)];
    for (const ring of corners) {
      for (let c = 0; c < ring.length; c += 2) {
        box[0] = Math.min(box[0], ring[c]);
        box[1] = Math.min(box[1], ring[c + 1]);
        box[2] = Math.max(box[2], ring[c]);
        box[3] = Math.max(box[3], ring[c + 1]);
      }
    }
  }
  return box;
}

function mapShape() {
  const [west, north, east, south] = mapBox();
  return Math.min(1.1, Math.max(0.5, (south - north) / Math.max(1, east - west)));
}

function layMap() {
  map.resize();
  const { layer } = state, [west, north, east, south] = mapBox(), edge = layer.rings ? 4 : 12;
  const scale = Math.min((map.width - 2 * edge) / Math.max(1, east - west), (map.height - 2 * edge) / Math.max(1, south - north));
  mapFrame.scale = scale;
  mapFrame.left = (map.width - (east - west) * scale) / 2 - west * scale;
  mapFrame.top = (map.height - (south - north) * scale) / 2 - north * scale;
  const { from, to } = now.view;
  map.places = Array.from({ length: to - from }, (_, n) => from + n).filter((i) => Number.isFinite(layer.centres[2 * i]));
  map.spots = Float64Array.from(map.places.flatMap((i) => mapPoint(layer.centres[2 * i], layer.centres[2 * i + 1])));
  mapFrame.paths = layer.rings ? map.places.map((i) => mapPath(layer.rings[i])) : [];
  mapFrame.outlines = state.scope < 0 ? layer.outlines.map(mapPath) : [];
  mapFrame.radius = Math.max(1.7, Math.min(8, (state.scope < 0 ? 0.42 : 0.34) * Math.sqrt((map.width * map.height) / (to - from))));
}

const mapPoint = (x, y) => [mapFrame.left + x * mapFrame.scale, mapFrame.top + y * mapFrame.scale];

function mapPath(rings) {
  const path = new Path2D();
  for (const ring of rings) {
    for (let c = 0; c < ring.length; c += 2) path[c ? "lineTo" : "moveTo"](...mapPoint(ring[c], ring[c + 1]));
    path.closePath();
  }
  return path;
}

function findOnMap(x, y) {
  if (!state.layer.rings) return nearest(map, x, y, Math.max(8, mapFrame.radius));
  const at = mapFrame.paths.findIndex((path) => map.pen.isPointInPath(path, x * map.zoom, y * map.zoom, "evenodd"));
  return at < 0 ? -1 : map.places[at];
}

function drawMap() {
  const { pen } = map, { layer } = state;
  map.begin();
  if (layer.rings) drawRings(pen);
  else drawDots(pen);
  map.places.forEach((place, at) => {
    const sites = layer.sitesOf.get(place);
    if (!sites) return;
    const [x, y] = [map.spots[2 * at], map.spots[2 * at + 1]], size = layer.rings ? 4.2 : Math.max(3.4, mapFrame.radius * 0.8);
    siteMark(pen, x, layer.rings ? y + siteDrop() : y, size, sites.some((site) => site.year === layer.years[state.year]));
  });
  drawSelected(pen);
}

const siteDrop = () => (state.layer.shapes.kind === "tiles" ? tileRadius() * 0.62 : 11);
const tileRadius = () => {
  const ring = state.layer.rings.find((rings) => rings.length);
  return ring ? (Math.max(...ring[0].filter((_, c) => c % 2)) - Math.min(...ring[0].filter((_, c) => c % 2))) * mapFrame.scale / 2 : 10;
};

function drawRings(pen) {
  const blank = hatch(pen), chosen = [], many = map.places.length > 1500;
  map.places.forEach((place, at) => {
    const colour = colourOf(place), path = mapFrame.paths[at];
    pen.fillStyle = "#fff";
    if (colour === null) pen.fill(path, "evenodd");
    pen.fillStyle = colour === null ? blank : colour;
    pen.fill(path, "evenodd");
    if (!many) {
      pen.lineWidth = 0.8;
      pen.strokeStyle = "#8b949e";
      pen.stroke(path);
    }
    if (isChosen(indexOf(place))) chosen.push(path);
  });
  pen.lineWidth = many ? 0.4 : 1.4;
  pen.strokeStyle = many ? "#fff" : "#3d4650";
  mapFrame.outlines.forEach((path) => pen.stroke(path));
  for (const [width, colour] of [[5, "#fff"], [3, "#111"]]) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    chosen.forEach((path) => pen.stroke(path));
  }
  if (map.places.length <= 90) drawNames(pen);
}

// Names where they fit: in a tile, or across a true shape at its middle, and never one over another.
function drawNames(pen) {
  const tiles = state.layer.shapes.kind === "tiles", radius = tiles ? tileRadius() : 0, taken = [];
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  map.places.forEach((place, at) => {
    const name = state.layer.names[place].replace(/^Kab\. /, ""), code = state.colour === "both" ? codeOf(place) : "";
    const [x, y] = [map.spots[2 * at], map.spots[2 * at + 1]];
    const [room, tall] = tiles ? [radius * 1.66, radius * 1.5] : ringRoom(state.layer.rings[place], y);
    for (const size of tiles ? [11, 10, 9, 8] : [11, 10, 9]) {
      pen.font = `500 ${size}px ${FONT}`;
      const lines = [...wrapped(pen, name, room), ...(code ? [code] : [])], high = lines.length * size * 1.08;
      const wide = Math.max(...lines.map((line) => pen.measureText(line).width));
      if (lines.length > 3 || wide > room || high > (tiles && state.layer.sitesOf.has(place) ? 0.7 * tall : tall)) continue;
      if (taken.some((box) => Math.abs(box[0] - x) < (box[2] + wide) / 2 && Math.abs(box[1] - y) < (box[3] + high) / 2)) continue;
      taken.push([x, y, wide, high]);
      pen.fillStyle = palette.ink[colourOf(place)] || "#1f2328";
      lines.forEach((line, n) => pen.fillText(line, x, y + (n - (lines.length - 1) / 2) * size * 1.08));
      return;
    }
  });
}

// Width of a shape at the height of its label, and its whole height, in pixels.
function ringRoom(rings, y) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const ring of rings) {
    for (let c = 0; c < ring.length; c += 2) {
      const py = mapPoint(0, ring[c + 1])[1], next = (c + 2) % ring.length, qy = mapPoint(0, ring[next + 1])[1];
      top = Math.min(top, py);
      bottom = Math.max(bottom, py);
      if ((py <= y) === (qy <= y)) continue;
      const px = mapPoint(ring[c] + ((ring[next] - ring[c]) * (y - py)) / (qy - py), 0)[0];
      left = Math.min(left, px);
      right = Math.max(right, px);
    }
  }
  return [0.86 * (right - left), 0.6 * (bottom - top)];
}

function wrapped(pen, text, room) {
  const lines = [];
  for (const word of text.split(" ")) {
    const trial = lines.length ? lines[lines.length - 1] + " " + word : word;
    if (lines.length && pen.measureText(trial).width <= room) lines[lines.length - 1] = trial;
    else lines.push(word);
  }
  return lines;
}

// Thousands of dots: one path for each colour, in a dozen interleaved rounds so that no colour lies over all others.
function drawDots(pen) {
  const { radius } = mapFrame, chosen = [], rounds = Array.from({ length: 12 }, () => new Map());
  map.places.forEach((place, at) => {
    const colour = colourOf(place) || "", group = rounds[at % 12];
    if (!group.has(colour)) group.set(colour, []);
    group.get(colour).push(at);
    if (isChosen(indexOf(place))) chosen.push(at);
  });
  const circle = (at, r) => {
    pen.moveTo(map.spots[2 * at] + r, map.spots[2 * at + 1]);
    pen.arc(map.spots[2 * at], map.spots[2 * at + 1], r, 0, 2 * Math.PI);
  };
  pen.lineWidth = 0.7;
  rounds.forEach((groups) => groups.forEach((spots, colour) => {
    pen.beginPath();
    spots.forEach((at) => circle(at, radius));
    pen.fillStyle = colour || "#fff";
    pen.fill();
    if (radius <= 3 && colour) return;
    pen.strokeStyle = colour ? "#6e7781" : palette.missing;
    pen.stroke();
  }));
  pen.beginPath();
  chosen.forEach((at) => circle(at, radius + 2.2));
  pen.lineWidth = 2.4;
  pen.strokeStyle = "#111";
  pen.stroke();
  if (state.scope < 0) drawScopeNames(pen);
}

// Names of the kabupaten at the middle of their dots, on a light band.
function drawScopeNames(pen) {
  if (map.width < 420) return;
  pen.font = `600 10.5px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const taken = [];
  state.layer.scopes.forEach(([, name, from, to]) => {
    let x = 0, y = 0;
    for (let i = from; i < to; i += 1) {
      x += state.layer.centres[2 * i] / (to - from);
      y += state.layer.centres[2 * i + 1] / (to - from);
    }
    const [px, py] = mapPoint(x, y), text = name.replace(/^Kab\. /, ""), half = pen.measureText(text).width / 2 + 3;
    if (taken.some(([ox, oy, other]) => Math.abs(ox - px) < half + other && Math.abs(oy - py) < 13)) return;
    taken.push([px, py, half]);
    pen.lineWidth = 3.5;
    pen.strokeStyle = "rgba(255,255,255,0.9)";
    pen.strokeText(text, px, py);
    pen.fillStyle = "#1f2328";
    pen.fillText(text, px, py);
  });
}

function drawSelected(pen) {
  const at = map.places.indexOf(state.place);
  if (at < 0) return;
  for (const [width, colour] of [[7, "#fff"], [3.5, "#0b5c63"]]) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    if (state.layer.rings) pen.stroke(mapFrame.paths[at]);
    else {
      pen.beginPath();
      pen.arc(map.spots[2 * at], map.spots[2 * at + 1], mapFrame.radius + 4, 0, 2 * Math.PI);
      pen.stroke();
    }
  }
}
