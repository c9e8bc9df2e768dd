// Words in the text: found as a reader types them, picked by a selection, shown in the document.

const ALIKE = { "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "ﬁ": "fi", "ﬂ": "fl", "…": "..." };
const MOST_PLACES = 200;
const textView = byId("text");

/** A text as it is compared: small letters, one space for any white space, plain marks; and where each sign came from. */
function folded(text) {
  const signs = [];
  const at = [];
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    const space = /\s/.test(sign);
    if (sign === "\u00ad" || (space && (signs.at(-1) === " " || !signs.length))) continue;
    const small = sign.toLowerCase();
    for (const one of space ? " " : ALIKE[sign] ?? (small.length === 1 ? small : sign)) {
      signs.push(one);
      at.push(place);
    }
  }
  return { words: signs.join(""), at };
}

let foldedText;

/** Every place of words in the text, whole words before parts of words: { start, quote, occurrence }. */
function placesOf(words) {
  foldedText ??= folded(held.text);
  const wanted = folded(words).words.trim();
  const whole = [];
  const parts = [];
  const letter = /[\p{L}\p{N}]/u;
  for (let at = wanted ? foldedText.words.indexOf(wanted) : -1; at >= 0; at = foldedText.words.indexOf(wanted, at + 1)) {
    const cut = (letter.test(wanted[0]) && letter.test(foldedText.words[at - 1] ?? ""))
      || (letter.test(wanted.at(-1)) && letter.test(foldedText.words[at + wanted.length] ?? ""));
    (cut ? parts : whole).push(at);
    if (whole.length === MOST_PLACES) break;
  }
  return (whole.length ? whole : parts).slice(0, MOST_PLACES).map((at) => {
    const start = foldedText.at[at];
    const quote = held.text.slice(start, foldedText.at[at + wanted.length - 1] + 1);
    return { start, quote, occurrence: occurrence(quote, start) };
  });
}

/** Which of its places in the text a quote is, from 1. */
function occurrence(quote, start) {
  let count = 0;
  for (let at = held.text.indexOf(quote); at >= 0 && at <= start; at = held.text.indexOf(quote, at + 1)) count += 1;
  return count;
}

/** Where a quote of an occurrence begins; -1 where the text does not have it. */
function startOf(quote, wanted) {
  let at = quote ? held.text.indexOf(quote) : -1;
  for (let count = 1; at >= 0 && count < wanted; count += 1) at = held.text.indexOf(quote, at + 1);
  return at;
}

/** The longest beginning of words that the text has. */
function knownBeginning(words) {
  const all = words.trim().split(/\s+/);
  let least = 0;
  let most = all.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (placesOf(all.slice(0, middle).join(" ")).length) least = middle;
    else most = middle - 1;
  }
  return all.slice(0, least).join(" ");
}

/** What the last of the pairs [start, what] before a place says. */
const lastBefore = (pairs, start) => pairs.filter(([from]) => from <= start).at(-1)?.[1] ?? null;

function placeName(start) {
  const page = lastBefore(held.pages, start);
  return page === null ? "in the text" : `on page ${page}`;
}

// The document as text

function showText(on) {
  if (!textView || textView.hidden !== on) return;
  textView.hidden = !on;
  for (const page of pane.querySelectorAll(".page")) page.hidden = on;
  byId("as-text").setAttribute("aria-pressed", String(on));
}

const textNodes = () => {
  const nodes = [];
  for (const stretch of pane.querySelectorAll(".stretch")) {
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
  }
  return nodes;
};

/** The words selected in the text, and about where they begin; null where none are. */
function selectedWords() {
  const selection = getSelection();
  const words = String(selection);
  if (!words.trim() || !pane.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  let near = 0;
  for (const node of textNodes()) {
    if (range.comparePoint(node, node.length) >= 0) {
      near += node === range.startContainer ? range.startOffset : 0;
      break;
    }
    near += node.length;
  }
  return { words, near };
}

/** Bring words into view: their page, or themselves in the text, marked where the browser can. */
function showWords(start, quote) {
  const page = lastBefore(held.pages, start);
  if (page !== null && !(textView && !textView.hidden)) {
    byId(`page-${page}`)?.scrollIntoView({ block: "start" });
    return;
  }
  let left = start;
  for (const node of textNodes()) {
    if (left < node.length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, Math.min(node.length, left + quote.length));
      if (globalThis.CSS?.highlights) CSS.highlights.set("found", new Highlight(range));
      const box = range.getBoundingClientRect();
      pane.scrollTop += box.top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
      return;
    }
    left -= node.length;
  }
}

byId("as-text")?.addEventListener("click", () => {
  const on = textView.hidden;
  showText(on);
  say(on ? "The document is shown as text." : "The document is shown as pages.");
});
