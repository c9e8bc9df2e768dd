// Values that the record missed: their words, their kind, their fields.

/** { kind, quote, occurrence, added, note } */
const additions = [];
const adding = byId("adding");
const KINDS = new Map(held.adding.map((each) => [each.kind, each]));
/** The field that the words themselves are most often the value of. */
const OF_WORDS = { title: "title", publication_code: "publication_code", partners: "name", key_messages: "text", reasons: "text", quotations: "text" };
let found = [];
let changing = -1;

function openAdding(entry = null) {
  const picked = selectedWords();
  changing = entry ? additions.indexOf(entry) : -1;
  byId("add-head").textContent = entry ? "Change an added value" : "Add a missed value";
  adding.hidden = false;
  byId("words").value = entry?.quote ?? picked?.words.trim() ?? "";
  look(entry ? startOf(entry.quote, entry.occurrence) : picked?.near);
  byId("add-kind").value = entry?.kind ?? filters.kind.value;
  byId("add-note").value = entry?.note ?? "";
  ask(entry?.added);
  byId("words").focus();
  adding.scrollIntoView({ block: "nearest" });
}

function closeAdding() {
  adding.hidden = true;
  if (globalThis.CSS?.highlights) CSS.highlights.delete("found");
}

/** Look for the words in the text, and say what came of it; of several places the one nearest to where they were picked. */
function look(near) {
  const words = byId("words").value;
  const which = byId("which");
  found = placesOf(words);
  which.replaceChildren(new Option("choose the place", ""), ...found.map((place, index) => new Option(around(place), index)));
  const distance = ({ start }) => Math.abs(start - near);
  const nearest = near === undefined ? -1 : found.reduce((best, place, index) => (best < 0 || distance(place) < distance(found[best]) ? index : best), -1);
  which.value = found.length === 1 ? "0" : String(nearest < 0 ? "" : nearest);
  byId("places").hidden = found.length < 2;
  byId("found").textContent = toldOf(words);
  showChosen();
}

function toldOf(words) {
  if (!words.trim()) return "";
  if (found.length === 1) return `Found once, ${placeName(found[0].start)}.`;
  if (found.length) return `Found ${found.length === MOST_PLACES ? "very often" : `${found.length} times`}: choose the place.`;
  const beginning = knownBeginning(words);
  return `Not found in the text${beginning ? `; it has only “${beginning.slice(-60)}”` : ""}.`;
}

function around({ start, quote }) {
  const text = (from, to) => held.text.slice(Math.max(from, 0), to).replace(/\s+/g, " ");
  return `${placeName(start)}: …${text(start - 40, start)}[${text(start, start + Math.min(quote.length, 40))}]${text(start + quote.length, start + quote.length + 40)}…`;
}

const chosen = () => found[byId("which").value];

function showChosen() {
  const place = chosen();
  if (place) showWords(place.start, place.quote);
  preset();
}

/** The controls of the chosen kind. */
function ask(given) {
  const kind = KINDS.get(byId("add-kind").value);
  const rows = (kind?.fields ?? []).map((field) => {
    const label = make("label", spoken(field.name));
    const element = control(field, given?.[field.name] ?? null, null);
    if (!field.may_be_null) require(field, element, given?.[field.name]);
    if (given) element.dataset.touched = "yes";
    label.append(element);
    return label;
  });
  byId("add-fields").replaceChildren(...rows);
  preset();
}

/** A field that a value of its kind always has; what is usual stands there already, all else is to be chosen. */
function require(field, element, given) {
  const usual = { relation: "exactly", measure: "share" }[field.name] ?? "";
  if (element.localName === "select") element.prepend(new Option("choose", ""));
  element.value = given === undefined || given === null ? usual : written(field, given);
  element.required = !["rows", "words"].includes(field.form);
}

/** Fill what the words and their place tell, in controls that nobody has touched. */
function preset() {
  const place = chosen();
  if (!place) return;
  const words = place.quote.replace(/\s+/g, " ");
  const told = {
    [OF_WORDS[byId("add-kind").value]]: words,
    statement: lastBefore(held.statements, place.start) ?? "",
    sentence: sentenceAround(place),
    "area.name": held.area ?? "",
  };
  for (const [name, text] of Object.entries(told)) {
    const element = adding.elements.namedItem(name);
    if (element && !element.dataset.touched) element.value = text;
  }
}

function sentenceAround({ start, quote }) {
  const before = held.text.slice(0, start);
  const from = Math.max(...[...before.slice(-2000).matchAll(/[.?!]["')]*\s+|\n/g)].map((end) => end.index + end[0].length), 0)
    + Math.max(before.length - 2000, 0);
  const last = start + quote.length;
  const end = /[.?!]["')]*(?=\s|$)|(?=\n)|$/.exec(held.text.slice(last - 1, last + 2000));
  return held.text.slice(from, last - 1 + end.index + end[0].length).replace(/\s+/g, " ").trim();
}

function shownFields({ kind, added, quote }) {
  const told = KINDS.get(kind).fields.map(({ name }) => [name, added[name]])
    .filter(([name, leaf]) => leaf !== null && leaf !== "" && leaf !== quote && name !== "sentence" && !(Array.isArray(leaf) && !leaf.length));
  return told.map(([name, leaf]) => `${spoken(name)}: ${leaf}`).join(" · ");
}

function showAdditions() {
  byId("added").hidden = !additions.length;
  byId("added-count").textContent = additions.length;
  byId("added-list").replaceChildren(...additions.map((entry) => {
    const item = make("li", "", "own");
    const name = KINDS.get(entry.kind).name;
    const start = startOf(entry.quote, entry.occurrence);
    item.append(make("p", `${name} · ${placeName(start)}`, "meta"), make("blockquote", entry.quote), make("p", shownFields(entry), "state"));
    if (entry.note) item.append(make("p", `note: ${entry.note}`, "state"));
    const buttons = make("p", "", "judge");
    for (const [word, action] of [["Show", () => showWords(start, entry.quote)], ["Change", () => openAdding(entry)], ["Take out", () => takeOut(entry)]]) {
      const button = make("button", word);
      button.type = "button";
      button.setAttribute("aria-label", `${word}: ${name}, ${entry.quote.slice(0, 60)}`);
      button.addEventListener("click", action);
      buttons.append(button);
    }
    item.append(buttons);
    return item;
  }));
  showProgress();
}

function takeOut(entry) {
  additions.splice(additions.indexOf(entry), 1);
  unsaved = true;
  showAdditions();
  byId("add").focus();
  say("The added value is taken out.");
}

adding.addEventListener("submit", (event) => {
  event.preventDefault();
  const place = chosen();
  if (!place) {
    say(found.length ? "Choose the place of the words." : "Give words that the text has.");
    return byId(found.length ? "which" : "words").focus();
  }
  const kind = byId("add-kind").value;
  const added = {};
  for (const field of KINDS.get(kind).fields) added[field.name] = read(field, adding.elements.namedItem(field.name).value);
  const entry = { kind, quote: place.quote, occurrence: place.occurrence, added, note: byId("add-note").value.trim() || null };
  additions.splice(changing < 0 ? additions.length : changing, changing < 0 ? 0 : 1, entry);
  unsaved = true;
  closeAdding();
  showAdditions();
  byId("add").focus();
  say(`Added: ${KINDS.get(kind).name}, ${place.quote.slice(0, 60)}`);
});
for (const { kind, name } of held.adding) byId("add-kind").append(new Option(name, kind));
adding.addEventListener("input", ({ target }) => {
  target.dataset.touched = "yes";
  if (target === byId("words")) look();
});
byId("which").addEventListener("change", showChosen);
byId("add-kind").addEventListener("change", () => ask());
byId("add").addEventListener("click", () => openAdding());
byId("add-cancel").addEventListener("click", () => {
  closeAdding();
  byId("add").focus();
});
byId("pick").addEventListener("click", () => {
  const picked = selectedWords();
  if (!picked) return say("Select words in the document first, or type them.");
  byId("words").value = picked.words.trim();
  look(picked.near);
});
