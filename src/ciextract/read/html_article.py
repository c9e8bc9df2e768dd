"""A page's tree in; which of its nodes are the article, a flag a node. No text is read, joined or changed here.

First the content roots: the page's own landmarks where they hold the running text, else everything. Then furniture is
taken out of them. In doubt a block stays: a menu line in the text does less harm than a lost paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from ciextract.frozen import frozen
from ciextract.read import html_names
from ciextract.read.html_tree import BLOCKS, HEADINGS, TEXT, Tree, Weights, weigh, words

DENSE = 0.7  # share of a block's letters in links, from which it is a menu; breadcrumbs with the page's name: 0.75
DENSE_LINKS = 3  # fewer links are a reference, not a menu
MAIN_SHARE, ARTICLE_SHARE = 0.5, 0.7  # of the running text outside furniture, for a landmark to be believed
FEW = 16  # letters of links at the most that are taken out with the heading of furniture behind them
HOLDER = 400  # letters of a block around a headline (headline, standfirst, date), above which it is more than that
LINKED = 0.9  # share of the letters of a heading in links, from which it is a link

_CONTROLS = words("button select textarea option optgroup label input datalist object video audio canvas svg")
_LANDMARKS = frozenset({"nav", "aside", "footer", "dialog", "search"})
_ROLES = words("navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip")
_STORY_TYPES = ("/article", "/newsarticle", "/reportagenewsarticle", "/blogposting")
_LISTS = words("ul ol dl menu dir div section p table tbody tr td form center fieldset span")
_UNNAMED = frozenset({"html", "body", "main", *HEADINGS})


@frozen
class Page:
    """A tree with what furniture is known by; every sequence has an entry a node, sums one more."""

    tree: Tree
    weights: Weights
    headline: int | None
    headings: tuple[int, ...]
    linked_headings: tuple[int, ...]
    in_story: tuple[bool, ...]
    in_heading: tuple[bool, ...]
    in_quotation: tuple[bool, ...]

    def count(self, sums: tuple[int, ...], index: int) -> int:
        """What an element weighs."""
        return sums[self.tree.end[index]] - sums[index]

    def letters(self, index: int) -> int:
        return self.count(self.weights.letters, index)

    def prose(self, index: int) -> int:
        return self.count(self.weights.prose, index)

    def links(self, index: int) -> float:
        """Share of the element's letters that are links."""
        return self.count(self.weights.linked, index) / max(self.letters(index), 1)

    def holds(self, outer: int, inner: int | None) -> bool:
        return inner is not None and outer <= inner < self.tree.end[outer]

    def role(self, index: int) -> str:
        return self.tree.attributes[index].get("role", "").strip().lower()


@frozen
class Choice:
    """The nodes that are kept, a flag a node, and whether running text was left out because the page hides it."""

    kept: bytes
    hid_prose: bool = False


def choose(tree: Tree, tables: frozenset[int]) -> Choice:
    """The article of the page, ``tables`` being the elements that are tables of results rather than layout."""
    page = _page(tree, tables)
    roots = _roots(page)
    total, marked = sum(map(page.prose, roots)), roots != (0,)
    kept, hid_prose = bytearray(len(tree)), False
    for root in roots:
        kept[root : tree.end[root]] = b"\1" * (tree.end[root] - root)
        for index in _furniture(page, root, total, marked):
            kept[index : tree.end[index]] = bytes(tree.end[index] - index)
            hid_prose |= page.prose(index) > 0 and _is_hidden(page, index) and not _is_named(page, index)
    _drop_dangling(page, roots[-1], kept)
    return Choice(bytes(kept), hid_prose)


def _drop_dangling(page: Page, root: int, kept: bytearray) -> None:
    """Take out headings that end the article with nothing but furniture after them, 'Related news' and its links, and
    the few words of links before them, 'Back to top'."""
    while _drop_last_heading(page, root, kept):
        while _drop_last_link(page, root, kept):
            pass


def _drop_last_heading(page: Page, root: int, kept: bytearray) -> bool:
    tree, sums = page.tree, page.weights.letters
    texts = _last_texts(page, root, kept)
    index = next(texts, None)
    while index is not None and index != root and tree.tag[index] not in HEADINGS:
        index = tree.parent[index]
    if index is None or index in (root, page.headline) or page.in_heading[index]:
        return False
    end = tree.end[index]
    if next(texts, root) <= root or sums[tree.end[root]] <= sums[end]:
        return False
    kept[index:end] = bytes(end - index)
    return True


def _drop_last_link(page: Page, root: int, kept: bytearray) -> bool:
    index = next(_last_texts(page, root, kept), root)
    while index != root and page.tree.tag[index] not in BLOCKS:
        index = page.tree.parent[index]
    if index == root or page.letters(index) > FEW or page.links(index) < 1:
        return False
    kept[index : page.tree.end[index]] = bytes(page.tree.end[index] - index)
    return True


def _last_texts(page: Page, root: int, kept: bytearray) -> Iterator[int]:
    """The nodes with letters of their own that are kept, from the last one back."""
    sums = page.weights.letters
    return (i for i in range(page.tree.end[root] - 1, root, -1) if kept[i] and sums[i + 1] > sums[i])


def everything(tree: Tree) -> bytes:
    """All that is no form control: for pages of which ``choose`` leaves nothing."""
    kept = bytearray(b"\1" * len(tree))
    for index, tag in enumerate(tree.tag):
        if tag in _CONTROLS:
            kept[index : tree.end[index]] = bytes(tree.end[index] - index)
    return bytes(kept)


def _page(tree: Tree, tables: frozenset[int]) -> Page:
    weights = weigh(tree, tables)
    headings = [0] * len(tree)
    linked = [0] * len(tree)
    for index, tag in enumerate(tree.tag):
        if tag in HEADINGS:
            headings[index] = 1
            linked[index] = int(_is_link(tree, weights, index))
    in_story = tree.inside(frozenset({"main", "article", "section"}))
    return Page(
        tree=tree,
        weights=weights,
        headline=_headline(tree, headings, linked, in_story),
        headings=tuple(accumulate(headings, initial=0)),
        linked_headings=tuple(accumulate(linked, initial=0)),
        in_story=in_story,
        in_heading=tree.inside(frozenset(HEADINGS)),
        in_quotation=tree.inside(frozenset({"blockquote", "figure"})),
    )


def _is_link(tree: Tree, weights: Weights, index: int) -> bool:
    """Whether nearly all of a heading is a link to another page; its own permalink ('#') does not count."""
    end = tree.end[index]
    letters, linked, away = (sums[end] - sums[index] for sums in (weights.letters, weights.linked, weights.away))
    return away > 0 and linked > LINKED * letters


def _headline(tree: Tree, headings: list[int], linked: list[int], in_story: tuple[bool, ...]) -> int | None:
    """The first h1 that is no link, one inside the story before one in the page's head bar, none from other bars."""
    aside, bar = tree.inside(_LANDMARKS), tree.inside(frozenset({"header"}))
    ranked = [
        (not in_story[index], bar[index], index)
        for index, tag in enumerate(tree.tag)
        if tag == "h1" and headings[index] > linked[index] and not aside[index] and tree.end[index] > index + 1
    ]
    return min(ranked)[2] if ranked else None


def _roots(page: Page) -> tuple[int, ...]:
    """The elements that hold the article, in order; (0,), the whole page, where no landmark can be believed."""
    skipped = list(_furniture(page, 0, None, True))
    weigh_one = page.prose if page.prose(0) - sum(map(page.prose, skipped)) > 0 else page.letters
    running = weigh_one(0) - sum(map(weigh_one, skipped))
    mains, stories = _mains(page, weigh_one), _stories(page, weigh_one, skipped)
    for candidates, share in ((mains, MAIN_SHARE), (stories, ARTICLE_SHARE)):
        if candidates and sum(map(page.letters, candidates)) and sum(map(weigh_one, candidates)) >= share * running:
            return _with_headline(page, candidates)
    return (0,)


def _mains(page: Page, weigh_one: Callable[[int], int]) -> tuple[int, ...]:
    mains = [i for i, tag in enumerate(page.tree.tag) if tag == "main" or (tag != TEXT and page.role(i) == "main")]
    return (max(mains, key=weigh_one),) if mains else ()


def _stories(page: Page, weigh_one: Callable[[int], int], skipped: list[int]) -> tuple[int, ...]:
    """The outermost articles outside furniture that are not dwarfed by the largest of them."""
    found: list[int] = []
    past, left_out = 0, {index: page.tree.end[index] for index in skipped}
    for index in range(len(page.tree)):
        past = max(past, left_out.get(index, 0))
        if index >= past and _is_story(page, index):
            found.append(index)
            past = page.tree.end[index]
    least = max(map(weigh_one, found), default=0) / 4
    return tuple(index for index in found if weigh_one(index) >= least)


def _is_story(page: Page, index: int) -> bool:
    attributes = page.tree.attributes[index]
    typed = attributes.get("itemtype", "").strip().lower().endswith(_STORY_TYPES) if attributes else False
    return page.tree.tag[index] == "article" or typed or bool(attributes and page.role(index) == "article")


def _with_headline(page: Page, roots: tuple[int, ...]) -> tuple[int, ...]:
    """The roots, and before them the headline that the page sets above its main part, with what stands around it."""
    index, first, tree = page.headline, roots[0], page.tree
    if index is None or index > first or any(page.holds(root, index) for root in roots):
        return roots
    holder, titled = index, _opens_with_heading(page, first)
    while not page.holds(tree.parent[holder], first) and page.letters(tree.parent[holder]) < HOLDER:
        holder = tree.parent[holder]
        if tree.tag[holder] == "header" and titled:
            return roots  # the bar's h1 is the name of the site
    return (holder, *roots)


def _opens_with_heading(page: Page, root: int) -> bool:
    """Whether a heading stands in the root before any running text."""
    tree, sums = page.tree, page.weights.prose
    return any(tree.tag[index] in HEADINGS and sums[index] == sums[root] for index in range(root, tree.end[root]))


def _furniture(page: Page, root: int, total: int | None, marked: bool) -> Iterator[int]:
    """The outermost furniture inside a root; ``total`` is its running text, None to spare nothing for its text."""
    index, end = root + 1, page.tree.end[root] if len(page.tree) else 0
    while index < end:
        if page.tree.tag[index] != TEXT and _is_furniture(page, index, total, marked):
            yield index
            index = page.tree.end[index]
        else:
            index += 1


def _is_furniture(page: Page, index: int, total: int | None, marked: bool) -> bool:
    if page.tree.tag[index] in _CONTROLS:
        return not page.in_heading[index] and not page.count(page.headings, index)
    if not any(rule(page, index) for rule in RULES):
        return False
    if total is None or not page.letters(index):
        return True
    if page.holds(index, page.headline):
        return False
    firm = (marked and _is_landmark(page, index)) or _is_named(page, index, html_names.consent)
    return firm or 2 * page.prose(index) <= total


def _is_landmark(page: Page, index: int) -> bool:
    """Bars and boxes beside the article. An article's own header is none, nor is the footer of a quotation."""
    tag = page.tree.tag[index]
    if tag == "header":
        return not page.in_story[index]
    if tag == "footer":
        return not page.in_quotation[index]
    return tag in _LANDMARKS or page.role(index) in _ROLES


def _is_named(page: Page, index: int, known: Callable[[str], bool] = html_names.furniture) -> bool:
    attributes = page.tree.attributes[index]
    if not attributes or page.tree.tag[index] in _UNNAMED:
        return False
    return any(map(known, [*attributes.get("class", "").split(), attributes.get("id", "")]))


def _is_hidden(page: Page, index: int) -> bool:
    attributes = page.tree.attributes[index]
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = page.tree.style(index) if "style" in attributes else {}
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith("hidden")
        or style.get("mso-hide") == "all"
    )


def _is_link_list(page: Page, index: int) -> bool:
    """Several links and little else, no running text: a menu, a breadcrumb, a list of other articles."""
    return (
        page.tree.tag[index] in _LISTS
        and page.count(page.weights.links, index) >= DENSE_LINKS
        and page.links(index) >= DENSE
        and not page.prose(index)
        and not (page.tree.tag[index] == "p" and _ends_sentence(page, index))
    )


def _ends_sentence(page: Page, index: int) -> bool:
    """Whether the last text of an element ends a sentence outside a link."""
    tree, weights = page.tree, page.weights
    for last in range(tree.end[index] - 1, index, -1):
        if tree.text[last].strip():
            return weights.linked[last] == weights.linked[last + 1] and tree.text[last].rstrip().endswith(
                (".", "!", "?")
            )
    return False


def _is_teaser(page: Page, index: int) -> bool:
    """Headings that all lead elsewhere: cards of other articles. One such heading is enough for an ``article``."""
    tag, headings = page.tree.tag[index], page.count(page.headings, index)
    least = 1 if tag == "article" else 2
    return tag in BLOCKS and headings >= least and page.count(page.linked_headings, index) == headings


RULES = (_is_landmark, _is_named, _is_hidden, _is_link_list, _is_teaser)
