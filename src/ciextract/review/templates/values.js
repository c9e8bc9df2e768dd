// The list's side: which values are shown, in which groups, and which one is current.

const held = JSON.parse(byId("held").textContent);
const list = byId("list");
const live = byId("live");
const search = byId("search");
const filters = { kind: byId("by-kind"), verdict: byId("by-verdict"), statement: byId("by-statement"), section: byId("by-section") };

/** The items of the list by their number. */
const items = [];
for (const item of list.querySelectorAll(".value")) items[Number(item.dataset.number)] = item;
const searched = items.map((item) => item.textContent.toLowerCase());
let current = -1;

function say(text) {
  live.textContent = text;
}

function make(name, text, className) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

const ordered = () => [...list.querySelectorAll(".value")].filter((item) => !item.hidden);

/** Make a value the current one: open it, mark its place, bring both into view. */
function select(number, { focus = true } = {}) {
  if (number === undefined) return;
  if (current !== number) closeCorrection();
  items[current]?.removeAttribute("aria-current");
  for (const item of list.querySelectorAll(".value[tabindex='0']")) item.tabIndex = -1;
  current = number;
  const item = items[number];
  item.setAttribute("aria-current", "true");
  item.tabIndex = 0;
  item.querySelector(".state").after(byId("judge"), byId("correction"));
  byId("judge").hidden = false;
  byId("find").hidden = !places.has(number);
  showVerdict(number);
  showPlace(number);
  if (focus) item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

/** Go so many values on; the ends of the list hold. */
function move(step) {
  const shown = ordered();
  const at = shown.indexOf(items[current]);
  const next = at < 0 ? shown[0] : shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
  if (next) select(Number(next.dataset.number));
}

function moveToUnjudged() {
  const shown = ordered();
  const from = shown.indexOf(items[current]) + 1;
  const next = [...shown.slice(from), ...shown.slice(0, from)].find((item) => !verdicts.has(Number(item.dataset.number)));
  if (next) select(Number(next.dataset.number));
  else say("Every value in the list has a verdict.");
}

function fits(item) {
  const number = Number(item.dataset.number);
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return (!filters.kind.value || item.dataset.kind === filters.kind.value)
    && (!filters.statement.value || item.dataset.statement === filters.statement.value)
    && (!filters.section.value || item.dataset.section === filters.section.value)
    && (!filters.verdict.value || (verdicts.get(number)?.verdict ?? "none") === filters.verdict.value)
    && words.every((word) => searched[number].includes(word));
}

function filter() {
  let count = 0;
  for (const item of items) {
    item.hidden = !fits(item);
    if (!item.hidden) count += 1;
  }
  for (const group of list.querySelectorAll(".group")) {
    const shown = group.querySelectorAll(".value:not([hidden])").length;
    group.hidden = !shown;
    group.querySelector(".count").textContent = shown;
  }
  byId("shown").textContent = count === items.length ? `${count} values` : `${count} of ${items.length} values`;
  if (items[current]?.hidden !== false) makeFirstReachable();
}

function makeFirstReachable() {
  for (const item of list.querySelectorAll(".value[tabindex='0']")) item.tabIndex = -1;
  const first = ordered()[0];
  if (first) first.tabIndex = 0;
}

function clearFilters() {
  search.value = "";
  for (const choice of Object.values(filters)) choice.value = "";
  filter();
}

const ORDERS = {
  kind: (item) => [item.dataset.kind, kinds.indexOf(item.dataset.kind), item.dataset.kindName],
  statement: (item) => [item.dataset.statement, Number(item.dataset.statementOrder), item.dataset.statementName],
  section: (item) => [item.dataset.section, Number(item.dataset.sectionOrder), item.dataset.sectionName],
  order: () => ["all", 0, "In the order of the text"],
};
const kinds = [...new Set([...list.querySelectorAll(".value")].map((item) => item.dataset.kind))];

/** Put the items under the heads of their groups, each group in the order of the text. */
function regroup() {
  const by = ORDERS[byId("group").value];
  const sorted = [...items].map((item) => ({ item, group: by(item) })).sort((one, other) =>
    one.group[1] - other.group[1] || one.item.dataset.start - other.item.dataset.start
    || one.item.dataset.number - other.item.dataset.number);
  const groups = [];
  for (const { item, group } of sorted) {
    const last = groups.at(-1);
    const same = last && last.key[0] === group[0] && last.key[1] === group[1];
    if (same) last.list.append(item);
    else groups.push(madeGroup(item, group));
  }
  list.replaceChildren(...groups.map((group) => group.section));
  filter();
}

function madeGroup(item, key) {
  const section = make("section", "", "group");
  section.setAttribute("aria-label", key[2]);
  const head = make("h3", `${key[2]} `);
  head.append(make("span", "", "count"));
  const own = make("ol");
  own.append(item);
  section.append(head, own);
  return { key, section, list: own };
}

/** Fill a choice with the statements or sections that values stand in, in the order of the text. */
function fillChoice(choice, name) {
  const known = new Map(items.map((item) => [item.dataset[name], item]));
  const sorted = [...known.values()].sort((one, other) => one.dataset[`${name}Order`] - other.dataset[`${name}Order`]);
  for (const item of sorted) choice.append(new Option(item.dataset[`${name}Name`], item.dataset[name]));
}

list.addEventListener("click", (event) => {
  const item = event.target.closest(".value");
  const kept = event.target.closest("button, input, select, textarea, label, .rows");
  if (item && !kept && !String(getSelection())) select(Number(item.dataset.number));
});
