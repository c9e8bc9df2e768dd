// The keyboard, and the start of it all.

function goToPlace() {
  if (current < 0) return;
  if (showPlace(current)) pane.focus({ preventScroll: true });
  else say("The document shows no place for this value.");
}

function showKeys() {
  byId("keys").showModal();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  n: moveToUnjudged,
  a: () => judge(current, "accepted"),
  c: () => judge(current, "corrected"),
  r: () => judge(current, "rejected"),
  m: () => openAdding(),
  s: save,
  "/": () => search.focus(),
  "?": showKeys,
};
const IN_LIST = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: goToPlace };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const writing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape") return leave(event, writing);
  if (writing) {
    if (event.target === search && event.key === "ArrowDown") act(event, () => move(1));
    return;
  }
  const inList = event.target === document.body || event.target.closest(".value") === event.target;
  const action = (inList && IN_LIST[event.key]) || (byId("single").checked && KEYS[event.key]);
  if (action) act(event, action);
});

function act(event, action) {
  event.preventDefault();
  action();
}

/** Escape leads back to the current value, from wherever. */
function leave(event, writing) {
  if (writing === search && search.value) {
    search.value = "";
    filter();
    return;
  }
  event.preventDefault();
  if (!adding.hidden && event.target.closest("#adding")) {
    closeAdding();
    byId("add").focus();
    return;
  }
  closeCorrection();
  (items[current] ?? ordered()[0])?.focus();
}

byId("help").addEventListener("click", showKeys);
byId("filters").addEventListener("submit", (event) => {
  event.preventDefault();
  move(0);
});
search.addEventListener("input", filter);
for (const choice of Object.values(filters)) choice.addEventListener("change", filter);
byId("group").addEventListener("change", regroup);

document.documentElement.classList.add("ready");
fillChoice(filters.statement, "statement");
fillChoice(filters.section, "section");
filter();
showProgress();
