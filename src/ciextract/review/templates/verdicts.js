// What the reviewer says: verdicts by the number of their value, corrections, and the file that keeps them.

/** number of a value: { verdict, corrected, note } */
const verdicts = new Map();
const correction = byId("correction");
const NAMED = { accepted: "Accepted", corrected: "Corrected", rejected: "Rejected" };
let unsaved = false;

const spoken = (name) => name.replace(".", ": ").replaceAll("_", " ");
const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function judge(number, verdict) {
  if (number < 0) return say("Choose a value first.");
  if (verdict === "corrected") return openCorrection(number);
  closeCorrection();
  if (verdicts.get(number)?.verdict === verdict) verdicts.delete(number);
  else verdicts.set(number, { verdict, corrected: {}, note: verdicts.get(number)?.note ?? null });
  changed(number);
}

function changed(number) {
  unsaved = true;
  showVerdict(number);
  showProgress();
  say(`${verdicts.has(number) ? NAMED[verdicts.get(number).verdict] : "Verdict taken back"}: ${items[number].querySelector("h4").textContent}`);
}

function showVerdict(number) {
  const given = verdicts.get(number);
  const item = items[number];
  if (given) item.dataset.verdict = given.verdict;
  else delete item.dataset.verdict;
  for (const place of places.get(number) ?? []) {
    if (place.dataset.place === String(number)) place.dataset.verdict = given?.verdict ?? "";
  }
  item.querySelector(".state").textContent = given ? described(given) : "";
  if (number !== current) return;
  for (const button of byId("judge").querySelectorAll("[data-verdict]")) {
    button.setAttribute("aria-pressed", String(button.dataset.verdict === given?.verdict));
  }
}

function described({ verdict, corrected, note }) {
  const fields = Object.entries(corrected).map(([name, value]) => `${spoken(name)} ${value === null ? "is not stated" : `is ${value}`}`);
  return [NAMED[verdict], ...fields, ...(note ? [`note: ${note}`] : [])].join(" · ");
}

function showProgress() {
  byId("progress").textContent = `${verdicts.size} of ${items.length} reviewed${additions.length ? `, ${additions.length} added` : ""}${unsaved ? ", not saved" : ""}`;
  byId("meter").value = items.length ? verdicts.size / items.length : 0;
}

// The form of a correction

function openCorrection(number) {
  const { kind, seen } = held.values[number];
  const corrected = verdicts.get(number)?.corrected ?? {};
  const rows = held.fields[kind].map((field) => {
    const label = make("label", spoken(field.name));
    label.append(control(field, field.name in corrected ? corrected[field.name] : seen[field.name], seen[field.name]));
    return label;
  });
  byId("fields").replaceChildren(...rows);
  byId("note").value = verdicts.get(number)?.note ?? "";
  correction.hidden = false;
  correction.querySelector("input, select, textarea").focus();
  correction.scrollIntoView({ block: "nearest" });
}

function closeCorrection() {
  correction.hidden = true;
}

/** A field's control; it keeps the text of what was seen, so that an unchanged field is left out. */
function control(field, value, seen) {
  const text = written(field, value);
  const element = field.form === "choice" || field.form === "truth" ? choice(field) : box(field, text);
  element.value = text;
  element.name = field.name;
  element.dataset.seen = written(field, seen);
  return element;
}

function choice(field) {
  const element = make("select");
  const choices = field.form === "truth" ? ["true", "false"] : field.choices;
  if (field.may_be_null) element.append(new Option("not stated", ""));
  for (const each of choices) element.append(new Option({ true: "yes", false: "no" }[each] ?? spoken(each), each));
  return element;
}

function box(field, text) {
  const long = field.form === "rows" || field.form === "words" || text.length > 60 || text.includes("\n");
  const element = make(long ? "textarea" : "input");
  if (long) element.rows = Math.min(8, 2 + Math.floor(text.length / 60));
  if (field.form === "whole" || field.form === "number") {
    element.type = "number";
    element.step = field.form === "whole" ? "1" : "any";
    element.required = !field.may_be_null;
  }
  return element;
}

function written(field, value) {
  if (value === null || value === undefined) return "";
  if (field.form === "rows") return value.map((row) => row.join("\t")).join("\n");
  return field.form === "words" ? value.join("\t") : String(value);
}

function read(field, text) {
  if (text === "" && field.may_be_null) return null;
  if (field.form === "rows") return text.split("\n").filter(Boolean).map((row) => row.split("\t"));
  if (field.form === "words") return text ? text.split("\t") : [];
  if (field.form === "whole" || field.form === "number") return Number(text);
  return field.form === "truth" ? text === "true" : text;
}

correction.addEventListener("submit", (event) => {
  event.preventDefault();
  const corrected = {};
  for (const field of held.fields[held.values[current].kind]) {
    const element = correction.elements.namedItem(field.name);
    if (element.value !== element.dataset.seen) corrected[field.name] = read(field, element.value);
  }
  if (!Object.keys(corrected).length) return say("No field is changed. Change one, or cancel.");
  verdicts.set(current, { verdict: "corrected", corrected, note: byId("note").value.trim() || null });
  closeCorrection();
  changed(current);
  items[current].focus();
});
byId("cancel").addEventListener("click", () => {
  closeCorrection();
  items[current].focus();
});
byId("judge").addEventListener("click", (event) => {
  const verdict = event.target.closest("[data-verdict]")?.dataset.verdict;
  if (verdict) judge(current, verdict);
});
byId("find").addEventListener("click", () => goToPlace());

// The file

function save() {
  const entries = [...verdicts].sort(([one], [other]) => one - other)
    .map(([number, given]) => ({ ...named(held.values[number]), ...given }));
  entries.push(...additions.map((entry) => ({ ...entry, verdict: "added", seen: {} })));
  const kept = { schema_version: held.schema_version, reviewed: held.reviewed, verdicts: entries };
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(kept, null, 2)}\n`], { type: "application/json" }));
  link.download = `${held.reviewed.record_id}.verdicts.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  unsaved = false;
  showProgress();
  say(`${entries.length} verdicts saved as ${link.download}.`);
}

function named({ kind, quote, occurrence, seen }) {
  return { kind, quote, occurrence, seen };
}

async function load(file) {
  let given;
  try {
    given = JSON.parse(await file.text());
  } catch {
    return say(`${file.name} is no JSON.`);
  }
  if (!held.known_versions.includes(given?.schema_version) || !Array.isArray(given.verdicts)) {
    return say(`${file.name} is no file of verdicts of version ${held.known_versions.join(" or ")}.`);
  }
  const lost = given.verdicts.filter((each) => !take(each));
  for (const item of items) showVerdict(Number(item.dataset.number));
  showAdditions();
  filter();
  const from = given.reviewed?.sha256 === held.reviewed.sha256 ? "" : " They are of another file.";
  const missing = lost.length ? ` ${lost.length} no longer fit: ${lost.map((each) => `“${String(each?.quote).slice(0, 40)}”`).join(", ")}.` : "";
  say(`${given.verdicts.length - lost.length} verdicts loaded from ${file.name}.${from}${missing}`);
}

/** Give a verdict to the value that it names, if that says what the reviewer saw; a correction fits in any case. */
function take(given) {
  if (given?.verdict === "added") return takeAdded(given);
  if (!given || !NAMED[given.verdict] || typeof given.seen !== "object") return false;
  const alike = held.values.map((value, number) => ({ value, number })).filter(({ value }) =>
    value.kind === given.kind && value.quote === given.quote && value.occurrence === given.occurrence);
  const corrected = given.corrected ?? {};
  const found = alike.find(({ value }) => Object.entries(given.seen).every(([name, seen]) =>
    same(value.seen[name], seen) || (name in corrected && same(value.seen[name], corrected[name]))))
    ?? (given.verdict === "corrected" ? alike[0] : undefined);
  if (!found) return false;
  verdicts.set(found.number, { verdict: given.verdict, corrected, note: given.note ?? null });
  return true;
}

/** Take up an added value whose words the text has, once. */
function takeAdded({ kind, quote, occurrence, added, note }) {
  if (!KINDS.has(kind) || typeof added !== "object" || typeof quote !== "string" || startOf(quote, occurrence) < 0) return false;
  const entry = { kind, quote, occurrence, added: added ?? {}, note: note ?? null };
  if (!additions.some((each) => same(each, entry))) additions.push(entry);
  return true;
}

byId("save").addEventListener("click", save);
byId("load").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", async ({ target }) => {
  if (target.files.length) await load(target.files[0]);
  target.value = "";
});
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
