// The chance of being among the k chosen, as `Ranking.stability`: weights drawn around the present ones, ways of computing
// in equal parts. Draws are evenly spread (R-sequence) through the inverse of the gamma distribution, so that the same
// weights always give the same chance and a small step of a slider a small step of the chance.
const DRAWS = 2000;

// ln of the gamma function (Lanczos 1964, g = 7, nine terms).
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
function lnGamma(a) {
  let sum = 0.99999999999980993;
  LANCZOS.forEach((factor, i) => {
    sum += factor / (a + i);
  });
  const t = a + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (a - 0.5) * Math.log(t) - t + Math.log(sum);
}

// Share of a gamma distribution of shape a that lies below x: power series, or Lentz's continued fraction on the far side.
function gammaBelow(x, a, ln) {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - ln);
  if (x < a + 1) {
    let term = 1 / a,
      sum = term;
    for (let n = 1; n < 500 && term > sum * 1e-16; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - a,
    c = 1e300,
    d = 1 / b,
    fraction = d;
  for (let n = 1; n < 500; n += 1) {
    const step = n * (a - n);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * fraction;
}

// The value below which a share p lies: Wilson and Hilferty's start, or the power law of small shapes, then Halley steps.
function gammaQuantile(p, a, ln = lnGamma(a)) {
  if (a === 0) return 0;
  let x;
  if (a > 1) {
    const t = Math.sqrt(-2 * Math.log(p < 0.5 ? p : 1 - p));
    let z = (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481)) - t;
    if (p < 0.5) z = -z;
    x = Math.max(1e-3, a * (1 - 1 / (9 * a) - z / (3 * Math.sqrt(a))) ** 3);
  } else {
    const t = 1 - a * (0.253 + a * 0.12);
    x = p < t ? (p / t) ** (1 / a) : 1 - Math.log(1 - (p - t) / (1 - t));
  }
  for (let n = 0; n < 20 && x > 0; n += 1) {
    const density = Math.exp((a - 1) * Math.log(x) - x - ln);
    if (density === 0) break;
    const u = (gammaBelow(x, a, ln) - p) / density;
    const step = u / (1 - 0.5 * Math.min(1, u * ((a - 1) / x - 1)));
    x = x - step > 0 ? x - step : x / 2;
    if (Math.abs(step) < 1e-12 * x) break;
  }
  return x;
}

// Point n of the R-sequence in d dimensions (Roberts 2018): evenly spread, and the same every time.
function evenlySpread(dimensions) {
  let root = 2;
  for (let n = 0; n < 60; n += 1) root = (1 + root) ** (1 / (dimensions + 1));
  const steps = Array.from({ length: dimensions }, (_, j) => root ** -(j + 1));
  return (n, j) => Math.min(1 - 1e-12, Math.max(1e-12, (0.5 + (n + 1) * steps[j]) % 1));
}

// Families of weights that sum to one: the aspects, and the columns within each aspect that has several.
function families(layer, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const made = [weights.map((weight) => weight / total)];
  for (const aspect of layer.aspects) if (aspect.columns.length > 1) made.push(aspect.shares);
  return made.map((shares) =>
    shares.map((share) => ({ shape: layer.concentration * share, ln: lnGamma(layer.concentration * share) })),
  );
}

// Draws `first` to `last` of the weights of every column, rows summing to one.
function drawWeights(layer, weights, first, last) {
  const made = families(layer, weights);
  const point = evenlySpread(made.reduce((sum, family) => sum + family.length, 0));
  const width = layer.ranked.length,
    out = new Float64Array((last - first) * width);
  for (let n = first; n < last; n += 1) {
    let j = 0;
    const drawn = made.map((family) => {
      const parts = family.map(({ shape, ln }) => gammaQuantile(point(n, j++), shape, ln));
      const sum = parts.reduce((a, b) => a + b, 0);
      return parts.map((part) => part / sum);
    });
    let inner = 1;
    layer.aspects.forEach((aspect, a) => {
      const within = aspect.columns.length > 1 ? drawn[inner++] : [1];
      aspect.columns.forEach((column, i) => {
        out[(n - first) * width + column] = drawn[0][a] * within[i];
      });
    });
  }
  return out;
}

// Summands with their column means taken off and scaled to 1, as targeting/firmness/topk.py: a change of neither order nor ties.
function centred(parts) {
  let most = Number.MIN_VALUE;
  const out = parts.map((part) => {
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const off = part.map((value) => value - mean);
    for (const value of off) most = Math.max(most, Math.abs(value));
    return off;
  });
  return out.map((part) => part.map((value) => value / most));
}

// The k-th largest of `values`, which is reordered (Hoare's selection).
function kthLargest(values, k) {
  let left = 0,
    right = values.length - 1;
  const target = k - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1];
    let i = left,
      j = right;
    while (i <= j) {
      while (values[i] > pivot) i += 1;
      while (values[j] < pivot) j -= 1;
      if (i <= j) {
        const held = values[i];
        values[i] = values[j];
        values[j] = held;
        i += 1;
        j -= 1;
      }
    }
    if (target <= j) right = j;
    else if (target >= i) left = i;
    else break;
  }
  return values[target];
}

const TIED = 1e-12;

// Adds to `counts` the places among the k highest of one draw; places tied at the cut share what is left.
function countDraw(counts, parts, draw, at, k, scores, spare) {
  const width = parts.length,
    n = scores.length;
  scores.fill(0);
  for (let j = 0; j < width; j += 1) {
    const part = parts[j],
      weight = draw[at + j];
    for (let i = 0; i < n; i += 1) scores[i] += part[i] * weight;
  }
  spare.set(scores);
  const cut = kthLargest(spare, k);
  let above = 0,
    tied = 0;
  for (let i = 0; i < n; i += 1) {
    if (scores[i] > cut + TIED) above += 1;
    else if (scores[i] >= cut - TIED) tied += 1;
  }
  const share = (k - above) / tied;
  for (let i = 0; i < n; i += 1) {
    if (scores[i] > cut + TIED) counts[i] += 1;
    else if (scores[i] >= cut - TIED) counts[i] += share;
  }
}

// The whole count in short steps, so that a slider is never kept waiting. The last value is the result.
function* chanceSteps(layer, view, weights, k, total = DRAWS) {
  const n = view.places.length,
    counts = new Float64Array(n),
    scores = new Float64Array(n),
    spare = new Float64Array(n);
  const width = layer.ranked.length;
  for (let w = 0; w < layer.ways.length; w += 1) {
    const first = Math.floor((total * w) / layer.ways.length),
      last = Math.floor((total * (w + 1)) / layer.ways.length);
    const parts = centred(summands(layer, view, layer.ways[w]));
    for (let start = first; start < last; start += 40) {
      const end = Math.min(last, start + 40),
        block = drawWeights(layer, weights, start, end);
      for (let at = 0; at < block.length; at += width) countDraw(counts, parts, block, at, k, scores, spare);
      yield null;
    }
  }
  return counts.map((count) => count / total);
}

function chancesNow(layer, view, weights, k, total = DRAWS) {
  const steps = chanceSteps(layer, view, weights, k, total);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
