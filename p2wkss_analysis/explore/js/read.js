// Reading what the page was given: words, numbers as the language writes them, packed columns.
const page = JSON.parse(document.getElementById("data").textContent);
const words = page.words;
const element = (id) => document.getElementById(id);

function say(key, parts = {}) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => (name in parts ? String(parts[name]) : whole));
}

const formats = new Map(); // of the language that is spoken
function format(name, options) {
  if (!formats.has(name)) formats.set(name, new Intl.NumberFormat(words.locale, options));
  return formats.get(name);
}

function number(value, digits = 0, sign = false) {
  if (!Number.isFinite(value)) return words.no_data;
  const rounded = Number(value.toFixed(digits));
  const text = format(digits, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(rounded === 0 ? 0 : rounded)
    .replace("-", "\u2212");
  return sign && rounded > 0 ? "+" + text : text;
}

// A chance in whole percent; never "0%" for what happens or "100%" for what does not always.
function percent(share) {
  if (!Number.isFinite(share)) return words.no_data;
  if (share > 0 && share < 0.005) return "<1%";
  if (share < 1 && share >= 0.995) return ">99%";
  return number(100 * share) + "%";
}

const withUnit = (column, value) =>
  number(value, column.digits) +
  (Number.isFinite(value) && column.unit ? (column.unit === "%" ? "%" : " " + column.unit) : "");

// "A, B, dan C" / "A, B and C", as `language.join`.
function join(items) {
  if (items.length < 2) return items.join("");
  return (
    items.slice(0, -1).join(", ") + (items.length > 2 ? words.last_comma : "") + ` ${words.and} ` + items[items.length - 1]
  );
}

function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed.b), (sign) => sign.charCodeAt(0));
  const raw = new { i2: Int16Array, i4: Int32Array, f8: Float64Array }[packed.t](bytes.buffer);
  if (packed.t === "f8") return raw;
  const missing = packed.t === "i2" ? -32768 : -2147483648;
  const scale = 10 ** packed.d; // a whole number over a power of ten is the very float that was packed
  return Float64Array.from(raw, (whole) => (whole === missing ? NaN : whole / scale));
}

// Rings as arrays of flat coordinates, one list of rings for each place.
function unpackRings(shapes) {
  const xy = unpack(shapes.xy),
    points = unpack(shapes.points),
    rings = unpack(shapes.rings);
  let at = 0,
    ring = 0;
  return Array.from(rings, (count) => {
    const own = [];
    for (let i = 0; i < count; i += 1, ring += 1) {
      own.push(xy.subarray(at, at + 2 * points[ring]));
      at += 2 * points[ring];
    }
    return own;
  });
}

// The layer as it was given, with what the program works with beside it.
function openLayer(layer) {
  layer.size = layer.codes.length;
  layer.parent = unpack(layer.parent);
  layer.views = new Map();
  for (const column of layer.columns) {
    column.cube = unpack(column.values);
    column.marked = column.marks && unpack(column.marks);
  }
  layer.marked = layer.columns.some((column) => column.marked);
  layer.ranked = layer.columns.slice(0, layer.weighed); // those of the index stand first
  layer.bare = layer.names.map(bare);
  layer.out = new Set(layer.barred);
  layer.stated = layer.aspects.map((aspect) => aspect.weight);
  layer.rings = unpackRings(layer.shapes);
  layer.outlines = unpackRings(layer.shapes.outlines);
  layer.sitesOf = new Map();
  for (const site of layer.sites) {
    if (!layer.sitesOf.has(site.place)) layer.sitesOf.set(site.place, []);
    layer.sitesOf.get(site.place).push(site);
  }
  layer.centres = unpack(layer.shapes.spots);
  return layer;
}

// A name by its letters and digits alone, as people type it: "Kabupaten Serang", "KAB SERANG" and "Kab. Serang" are one.
const bare = (name) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/^\s*kabupaten\b/, "kab")
    .replace(/[^a-z0-9]/g, "");

function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made && name !== "role") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
function draw(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
