// The language of the page. A text that differs between the two stands in the data as { id, en } and is said where it stands:
// nothing else of the program knows that there are two.
const texts = []; // [what holds it, under which name, { id, en }]

function findTexts(holder) {
  for (const [name, value] of Object.entries(holder)) {
    if (value === null || typeof value !== "object") continue;
    if ("id" in value && "en" in value) texts.push([holder, name, value]);
    else findTexts(value);
  }
}

function speak(lang) {
  texts.forEach(([holder, name, both]) => {
    holder[name] = both[lang];
  });
  formats.clear();
  document.documentElement.lang = lang;
  document.title = `${words.kicker}: ${page.layers[0].title}`;
  const each = (mark, tell) => document.querySelectorAll(`[data-${mark}]`).forEach((one) => tell(one, one.dataset[mark]));
  each("say", (one, key) => (one.textContent = words[key]));
  each("label", (one, key) => one.setAttribute("aria-label", words[key]));
  each("hint", (one, key) => (one.placeholder = words[key]));
  each("layer", (one, at) => (one.textContent = page.layers[at].title));
  each("lang", (one, own) => one.setAttribute("aria-pressed", String(own === lang)));
}

findTexts(page);
speak(page.lang);
