// The map: tiles, true boundaries or cells around points, coloured as chosen, with the chosen outlined and the sites marked.
const map = openCanvas("map", (width) => Math.max(240, Math.min(width * mapShape(), width < 500 ? 360 : 520)));
const NAMED = 90; // names are written on so many places at most
const MANY = 1500; // more shapes than this are drawn without their edges
const NUMBERED = 19; // pixels of a tile's radius below which it carries its rank and not its name
const TYPE = [[10.5], [9], [9, true], [8, true]]; // sizes of names in tiles, and whether long words are divided
const mapFrame = { scale: 1, left: 0, top: 0, paths: [], outlines: [], named: new Set(), numbered: false };

// The part of the grid that is shown, as [west, north, east, south].
function mapBox() {
  const { layer } = state,
    view = now.view || { from: 0, to: layer.size };
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = view.from; i < view.to; i += 1) {
    for (const ring of layer.rings[i]) {
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
  const { layer } = state,
    [west, north, east, south] = mapBox(),
    edge = 4;
  const scale = Math.min(
    (map.width - 2 * edge) / Math.max(1, east - west),
    (map.height - 2 * edge) / Math.max(1, south - north),
  );
  mapFrame.scale = scale;
  mapFrame.left = (map.width - (east - west) * scale) / 2 - west * scale;
  mapFrame.top = (map.height - (south - north) * scale) / 2 - north * scale;
  const { from, to } = now.view;
  map.places = Array.from({ length: to - from }, (_, n) => from + n).filter((i) =>
    Number.isFinite(layer.centres[2 * i]),
  );
  map.spots = Float64Array.from(map.places.flatMap((i) => mapPoint(layer.centres[2 * i], layer.centres[2 * i + 1])));
  mapFrame.paths = map.places.map((i) => mapPath(layer.rings[i]));
  mapFrame.outlines = state.scope < 0 ? layer.outlines.map(mapPath) : [];
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
  const at = mapFrame.paths.findIndex((path) => map.pen.isPointInPath(path, x * map.zoom, y * map.zoom, "evenodd"));
  return at < 0 ? -1 : map.places[at];
}

function drawMap() {
  mapFrame.named.clear();
  mapFrame.numbered = false;
  const { pen } = map,
    { layer } = state;
  map.begin();
  drawRings(pen);
  map.places.forEach((place, at) => {
    const sites = layer.sitesOf.get(place);
    if (!sites) return;
    siteMark(
      pen,
      map.spots[2 * at],
      map.spots[2 * at + 1] + siteDrop(),
      4.2,
      sites.some((site) => site.year === layer.years[state.year]),
    );
  });
  map.places.forEach((place, at) => needsCare(place) && careMark(pen, map.spots[2 * at], map.spots[2 * at + 1]));
  drawSelected(pen);
  nameChosen(pen);
  element("map-numbers").hidden = !mapFrame.numbered;
}

// A small ring where a figure is to be read with care: in the upper right of a tile, else on the spot.
function careMark(pen, x, y) {
  const radius = state.layer.shapes.kind === "tiles" ? tileRadius() : 0;
  pen.beginPath();
  pen.arc(x + 0.56 * radius, y - 0.52 * radius, radius && radius < 9 ? 1.6 : 2.8, 0, 2 * Math.PI);
  pen.fillStyle = "#fff";
  pen.fill();
  pen.lineWidth = 1.2;
  pen.strokeStyle = "#111";
  pen.stroke();
}

// Below the name where names are written, else on the spot.
const siteDrop = () =>
  state.layer.shapes.kind === "tiles" ? tileRadius() * 0.62 : map.places.length <= NAMED ? 11 : 0;
const tileRadius = () => {
  const ring = state.layer.rings.find((rings) => rings.length);
  return ring
    ? ((Math.max(...ring[0].filter((_, c) => c % 2)) - Math.min(...ring[0].filter((_, c) => c % 2))) * mapFrame.scale) /
        2
    : 10;
};

function drawRings(pen) {
  const blank = hatch(pen),
    chosen = [],
    many = map.places.length > MANY;
  map.places.forEach((place, at) => {
    const colour = colourOf(place),
      path = mapFrame.paths[at];
    pen.fillStyle = "#fff";
    if (colour === null) pen.fill(path, "evenodd");
    pen.fillStyle = colour === null ? blank : colour;
    pen.fill(path, "evenodd");
    if (!many) {
      pen.lineWidth = 0.8;
      pen.strokeStyle = "#8b949e";
      pen.stroke(path);
    }
    if (isChosen(indexOf(place))) chosen.push([path, at]);
  });
  pen.lineWidth = many ? 1 : 1.4;
  pen.strokeStyle = "#3d4650";
  mapFrame.outlines.forEach((path) => pen.stroke(path));
  if (many) drawScopeNames(pen);
  for (const [width, colour] of [
    [5, "#fff"],
    [3, "#111"],
  ]) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    chosen.forEach(([path, at]) => (many ? ringAt(pen, at, 7) : pen.stroke(path)));
  }
  if (map.places.length <= NAMED) drawNames(pen);
}

// Where shapes are too small to be outlined, a ring stands around the spot.
function ringAt(pen, at, radius) {
  pen.beginPath();
  pen.arc(map.spots[2 * at], map.spots[2 * at + 1], radius, 0, 2 * Math.PI);
  pen.stroke();
}

// Names where they fit: in a tile, or across a true shape at its middle, and never one over another. Tiles too small for
// names carry the rank, which the list beside them resolves.
function drawNames(pen) {
  const tiles = state.layer.shapes.kind === "tiles",
    radius = tiles ? tileRadius() : 0,
    taken = [];
  mapFrame.numbered = tiles && radius < NUMBERED;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  map.places.forEach((place, at) => {
    const code = state.colour === "both" ? codeOf(place) : "",
      site = tiles && state.layer.sitesOf.has(place);
    const [x, y] = [map.spots[2 * at], map.spots[2 * at + 1] - (site ? 0.16 * radius : 0)];
    const ink = palette.ink[colourOf(place)] || "#1f2328";
    if (mapFrame.numbered) {
      const i = indexOf(place),
        rank = i >= 0 && now.ranking ? number(now.ranking.rank[i]) : "";
      pen.font = `500 ${Math.max(9, Math.min(11, radius * 0.72))}px ${FONT}`;
      pen.fillStyle = ink;
      pen.fillText(code || rank, x, y);
      return;
    }
    const name = state.layer.names[place].replace(/^Kab\. /, "");
    const [room, tall] = tiles ? [radius * 1.64, radius * 1.7] : ringRoom(state.layer.rings[place], y);
    for (const [size, split] of tiles ? TYPE : [[11], [10], [9]]) {
      pen.font = `500 ${size}px ${FONT}`;
      const lines = [...wrapped(pen, name, room, split), ...(code ? [code] : [])],
        step = size * 1.08,
        high = lines.length * step,
        wides = lines.map((line) => pen.measureText(line).width),
        wide = Math.max(...wides);
      if (lines.length > 4 || wide > room || high > (site ? 0.66 * tall : tall)) continue;
      const slant = (n) => 3.464 * (radius - Math.abs((n - (lines.length - 1) / 2) * step) - 0.2 * size);
      if (tiles && wides.some((w, n) => w > slant(n))) continue;
      if (taken.some((box) => Math.abs(box[0] - x) < (box[2] + wide) / 2 && Math.abs(box[1] - y) < (box[3] + high) / 2))
        continue;
      taken.push([x, y, wide, high]);
      mapFrame.named.add(place);
      pen.fillStyle = ink;
      lines.forEach((line, n) => pen.fillText(line, x, y + (n - (lines.length - 1) / 2) * step));
      return;
    }
  });
}

// Width of a shape at the height of its label, and its whole height, in pixels.
function ringRoom(rings, y) {
  let left = Infinity,
    right = -Infinity,
    top = Infinity,
    bottom = -Infinity;
  for (const ring of rings) {
    for (let c = 0; c < ring.length; c += 2) {
      const py = mapPoint(0, ring[c + 1])[1],
        next = (c + 2) % ring.length,
        qy = mapPoint(0, ring[next + 1])[1];
      top = Math.min(top, py);
      bottom = Math.max(bottom, py);
      if (py <= y === qy <= y) continue;
      const px = mapPoint(ring[c] + ((ring[next] - ring[c]) * (y - py)) / (qy - py), 0)[0];
      left = Math.min(left, px);
      right = Math.max(right, px);
    }
  }
  return [0.86 * (right - left), 0.6 * (bottom - top)];
}

// A name in lines no wider than `room`; with `split` a word too long for a line is divided between two syllables.
function wrapped(pen, text, room, split) {
  const lines = [],
    width = (line) => pen.measureText(line).width;
  for (let word of text.split(" ")) {
    const trial = lines.length ? lines[lines.length - 1] + " " + word : word;
    if (lines.length && width(trial) <= room) {
      lines[lines.length - 1] = trial;
      continue;
    }
    while (split && width(word) > room) {
      const cut = syllables(word).filter((at) => width(word.slice(0, at) + "-") <= room).pop();
      if (!cut) break;
      lines.push(word.slice(0, cut) + "-");
      word = word.slice(cut);
    }
    lines.push(word);
  }
  return lines;
}

// Where an Indonesian word may be divided: before a consonant and its vowel, ng, ny, kh and sy being one consonant
// (Leu-wi-nang-gung, Pe-nga-si-nan), with two letters or more before and three after.
function syllables(word) {
  const cuts = [],
    low = word.toLowerCase();
  for (let at = 2; at <= low.length - 3; at += 1) {
    const inside = /^(ng|ny|kh|sy)[aiueo]/.test(low.slice(at - 1));
    if (!inside && /^(ng|ny|kh|sy|[^aiueo])[aiueo]/.test(low.slice(at)) && /[aiueo]/.test(low.slice(0, at))) cuts.push(at);
  }
  return cuts;
}

// Names of the kabupaten at the middle of their villages, on a light band.
function drawScopeNames(pen) {
  if (map.width < 420) return;
  pen.font = `600 10.5px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const taken = [];
  state.layer.scopes.forEach(([, name, from, to]) => {
    let x = 0,
      y = 0;
    for (let i = from; i < to; i += 1) {
      x += state.layer.centres[2 * i] / (to - from);
      y += state.layer.centres[2 * i + 1] / (to - from);
    }
    const [px, py] = mapPoint(x, y),
      text = name.replace(/^Kab\. /, ""),
      half = pen.measureText(text).width / 2 + 3;
    if (taken.some(([ox, oy, other]) => Math.abs(ox - px) < half + other && Math.abs(oy - py) < 13)) return;
    taken.push([px, py, half]);
    pen.lineWidth = 3.5;
    pen.strokeStyle = "rgba(255,255,255,0.9)";
    pen.strokeText(text, px, py);
    pen.fillStyle = "#1f2328";
    pen.fillText(text, px, py);
  });
}

// The selected place and the first of the chosen are named above their shape where no name stood in it; among ranks
// only the selected, or names would cover them.
function nameChosen(pen) {
  const wanted = [state.place],
    taken = [];
  if (now.ranking && !mapFrame.numbered)
    for (let n = 0; n < Math.min(state.k, 5); n += 1) wanted.push(now.view.places[now.ranking.order[n]]);
  pen.font = `600 11px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  [...new Set(wanted)].forEach((place) => {
    const at = map.places.indexOf(place);
    if (at < 0 || mapFrame.named.has(place)) return;
    const name = state.layer.names[place],
      half = pen.measureText(name).width / 2 + 3;
    const rise = state.layer.shapes.kind === "tiles" ? tileRadius() + 8 : 17;
    const x = Math.max(half, Math.min(map.width - half, map.spots[2 * at])),
      y = Math.max(8, map.spots[2 * at + 1] - rise);
    if (taken.some(([ox, oy, other]) => Math.abs(ox - x) < half + other && Math.abs(oy - y) < 13)) return;
    taken.push([x, y, half]);
    halo(pen, name, x, y);
  });
}

function drawSelected(pen) {
  const at = map.places.indexOf(state.place);
  if (at < 0) return;
  for (const [width, colour] of [
    [7, "#fff"],
    [3.5, "#0b5c63"],
  ]) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    if (map.places.length > MANY) ringAt(pen, at, 9);
    else pen.stroke(mapFrame.paths[at]);
  }
}
