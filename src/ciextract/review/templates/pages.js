"use strict";
// The document's side: pictures that are decoded when they come near, and the places of values on it.

const byId = (id) => document.getElementById(id);
const pane = byId("document");

/** The elements of each value's place, by the value's number. */
const places = new Map();
for (const element of pane.querySelectorAll("[data-place]")) {
  for (const number of element.dataset.place.split(" ").map(Number)) {
    if (!places.has(number)) places.set(number, []);
    places.get(number).push(element);
  }
}

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    const picture = JSON.parse(byId(target.dataset.picture).textContent);
    target.src = `data:${target.dataset.type};base64,${picture}`;
  }
}, { root: pane, rootMargin: "120% 0px" });
for (const image of pane.querySelectorAll("img[data-picture]")) near.observe(image);

let shownPlace = [];

/** Mark a place and bring it into view; false where the document has no place for it. */
function showPlace(number) {
  for (const element of shownPlace) element.classList.remove("current");
  shownPlace = places.get(number) ?? [];
  for (const element of shownPlace) element.classList.add("current");
  if (!shownPlace.length) return false;
  showText(false);
  const box = shownPlace[0].getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const inside = box.top >= frame.top + 40 && box.bottom <= frame.bottom - 40;
  if (!inside) pane.scrollTop += box.top - frame.top - pane.clientHeight / 3;
  return true;
}

/** Numbers of the places under a point, the shortest words first. */
function placesAt(x, y) {
  const found = document.elementsFromPoint(x, y).flatMap((each) => each.dataset?.place?.split(" ") ?? []);
  return [...new Set(found.map(Number))].filter((number) => number < held.values.length)
    .sort((one, other) => held.values[one].quote.length - held.values[other].quote.length);
}

pane.addEventListener("click", (event) => {
  if (String(getSelection())) return;
  const under = placesAt(event.clientX, event.clientY);
  if (!under.length) return;
  // A click on the same spot goes to the next of the values that lie there.
  const next = under[(under.indexOf(current) + 1) % under.length];
  if (items[next].hidden) clearFilters();
  select(next);
});

for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => {
    if (showPlace(Number(button.dataset.show))) pane.focus({ preventScroll: true });
    else say("The document shows no place for this.");
  });
}
