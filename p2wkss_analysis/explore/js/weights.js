// One slider for each aspect; the others give way in proportion, so that the weights always sum to one.
function movedWeights(weights, moved, share) {
  const others = weights.reduce((sum, weight, a) => (a === moved ? sum : sum + weight), 0);
  return weights.map((weight, a) => {
    if (a === moved) return share;
    return others > 1e-9 ? (weight / others) * (1 - share) : (1 - share) / (weights.length - 1);
  });
}

function laySliders() {
  const box = element("sliders");
  box.replaceChildren();
  const several = state.layer.aspects.length > 1;
  document.querySelector(".area-weights").hidden = !several;
  if (!several) return;
  state.layer.aspects.forEach((aspect, a) => {
    const input = make("input", { type: "range", min: 0, max: 100, step: 1, id: `weight-${a}` });
    input.addEventListener("input", () =>
      change({ weights: movedWeights(state.weights, a, Number(input.value) / 100) }),
    );
    const parts = aspect.columns.map((j) => state.layer.columns[j].label);
    const small =
      parts.length > 1 || parts[0] !== aspect.label ? make("small", { textContent: parts.join("; ") }) : null;
    box.append(
      make(
        "div",
        { className: "slider" },
        make("label", { htmlFor: input.id }, aspect.label, small || ""),
        make("output", { id: `share-${a}`, htmlFor: input.id }),
        input,
      ),
    );
  });
}

function moveSliders() {
  if (state.layer.aspects.length < 2) return;
  state.weights.forEach((weight, a) => {
    const input = element(`weight-${a}`),
      text = number(100 * weight) + "%";
    if (Math.abs(Number(input.value) - 100 * weight) >= 0.5 || document.activeElement !== input)
      input.value = Math.round(100 * weight);
    input.setAttribute("aria-valuetext", `${text} (${weightWords()})`);
    element(`share-${a}`).textContent = text;
  });
}
