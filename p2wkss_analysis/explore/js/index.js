// The need index, step by step as the library's targeting/: screen, normalise, weighted mean, rank.

// What can be ranked of one year and area: `places` with all figures, or `cannot`, which says why not.
// Places that may not be chosen are left out, as if they were not in the table, unless `everyone` takes part.
function viewOf(layer, scope, year, everyone) {
  const key = `${scope}/${year}/${everyone}`;
  if (!layer.views.has(key)) layer.views.set(key, makeView(layer, scope, year, everyone));
  return layer.views.get(key);
}

function makeView(layer, scope, year, everyone) {
  const [from, to] = scope < 0 ? [0, layer.size] : layer.scopes[scope].slice(2);
  const start = year * layer.size,
    label = layer.years[year];
  const rows = Array.from({ length: to - from }, (_, n) => from + n).filter((i) => everyone || !layer.out.has(i));
  const places = rows.filter((i) => layer.ranked.every((c) => Number.isFinite(c.cube[start + i])));
  const view = { from, to, rows: rows.length, places: Int32Array.from(places), cannot: null, ways: new Map() };
  view.columns = layer.ranked.map((c) => Float64Array.from(places, (i) => c.cube[start + i]));
  for (const column of layer.ranked) {
    const known = rows.reduce((count, i) => count + Number.isFinite(column.cube[start + i]), 0);
    if (known === 0 || known / rows.length < layer.coverage[0]) {
      const [n, all] = [known, rows.length];
      view.cannot = () => say("cannot_coverage", { year: label, label: column.label, n: number(n), all: number(all) });
      return view;
    }
  }
  if (places.length < 2) {
    view.cannot = () => say("cannot_few", { year: label, n: number(places.length) });
    return view;
  }
  layer.ranked.forEach((column, j) => {
    if (!view.cannot && view.columns[j].every((value) => value === view.columns[j][0])) {
      view.cannot = () => say("cannot_spread", { year: label, label: column.label });
    }
  });
  return view;
}

// One column on its scale, more being needier.
function normalised(values, need, way) {
  const sign = need === "higher" ? 1 : -1;
  const x = Float64Array.from(values, (value) => sign * value);
  const [low, high] = way.scale;
  if (way.normalise === "minmax") {
    let least = Infinity,
      most = -Infinity;
    for (const value of x) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return x.map((value) => low + ((high - low) * (value - least)) / (most - least));
  }
  if (way.normalise === "z") {
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
    const spread = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - 1));
    return x.map((value) => (value - mean) / spread);
  }
  return middleRanks(x); // "rank": 1 for the least need, ties share the mean
}

function middleRanks(x) {
  const order = Int32Array.from(x, (_, i) => i).sort((a, b) => x[a] - x[b]);
  const out = new Float64Array(x.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && x[order[last + 1]] === x[order[first]]) last += 1;
    for (let i = first; i <= last; i += 1) out[order[i]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return out;
}

// What the weights multiply: values, or their logarithms, or minus their inverses.
const toSum = { arithmetic: (x) => x, geometric: Math.log, harmonic: (x) => -1 / x };
const fromSum = { arithmetic: (x) => x, geometric: Math.exp, harmonic: (x) => -1 / x };

const statedWay = (layer) => ({ normalise: layer.normalise, aggregate: layer.aggregate, scale: layer.scale });

function summands(layer, view, way) {
  const key = `${way.normalise}/${way.aggregate}`;
  if (!view.ways.has(key)) {
    view.ways.set(
      key,
      layer.ranked.map((column, j) => normalised(view.columns[j], column.need, way).map(toSum[way.aggregate])),
    );
  }
  return view.ways.get(key);
}

// Weight of every column in the whole, from the weights of the aspects and the shares within each.
function leafShares(layer, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new Float64Array(layer.ranked.length);
  layer.aspects.forEach((aspect, a) =>
    aspect.columns.forEach((j, i) => {
      shares[j] = (weights[a] / total) * aspect.shares[i];
    }),
  );
  return shares;
}

function scoresOf(parts, shares, mean) {
  const scores = new Float64Array(parts[0].length);
  parts.forEach((part, j) => {
    for (let i = 0; i < scores.length; i += 1) scores[i] += part[i] * shares[j];
  });
  return scores.map(fromSum[mean]);
}

// Ten decimals, halves to even, as numpy rounds: what differs less is a tie.
function rounded(score) {
  const scaled = score * 1e10,
    below = Math.floor(scaled),
    rest = scaled - below;
  return (rest > 0.5 || (rest === 0.5 && below % 2) ? below + 1 : below) / 1e10;
}

// Positions in `view.places` from the neediest, ties by area code (the order of the places); ranks with ties equal.
function rankPlaces(layer, view, weights) {
  const score = scoresOf(summands(layer, view, statedWay(layer)), leafShares(layer, weights), layer.aggregate);
  const level = score.map(rounded);
  const order = Int32Array.from(level, (_, i) => i).sort((a, b) => level[b] - level[a] || a - b);
  const rank = new Int32Array(level.length);
  order.forEach((i, at) => {
    rank[i] = at && level[i] === level[order[at - 1]] ? rank[order[at - 1]] : at + 1;
  });
  const position = new Int32Array(level.length);
  order.forEach((i, at) => {
    position[i] = at;
  });
  return { score, level, order, rank, position };
}

// Differences of two scores by column, from the summands of both, as targeting/firmness/explain.py splits them.
function differences(own, other, shares, mean) {
  const parts = shares.map((share, j) => share * (own[j] - other[j]));
  if (mean === "arithmetic") return parts;
  const total = parts.reduce((sum, part) => sum + part, 0);
  const whole = (side) => fromSum[mean](shares.reduce((sum, share, j) => sum + share * side[j], 0));
  const score = whole(own);
  const factor = Math.abs(total) > 1e-12 ? (score - whole(other)) / total : mean === "geometric" ? score : score ** 2;
  return parts.map((part) => part * factor);
}

function median(values) {
  const sorted = Float64Array.from(values).sort(),
    half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// What lifts one place above the median, and above the place at the edge of the list.
function explain(layer, view, ranking, weights, i, k) {
  const way = statedWay(layer),
    parts = summands(layer, view, way),
    shares = leafShares(layer, weights);
  const onList = ranking.position[i] < k;
  const rival = ranking.order[onList ? k : k - 1];
  const of = (place) => parts.map((part) => part[place]);
  const scaled = layer.ranked.map((column, j) => normalised(view.columns[j], column.need, way));
  const centre = scaled.map((column) => toSum[layer.aggregate](median(column)));
  return {
    onList,
    rival,
    againstMedian: differences(of(i), centre, shares, layer.aggregate),
    againstRival: differences(of(i), of(rival), shares, layer.aggregate),
  };
}
