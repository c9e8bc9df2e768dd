"""A class or id name in; whether it is one that page builders give to furniture. Knows no element and no text.

A name counts only where every word of it is known: 'related-news' is furniture, 'drug-related-harm' and 'has-sidebar'
are not. The words are those of Joomla, WordPress and Drupal templates and of their share and consent plug-ins.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ciextract.read.html_tree import words

_FURNITURE = words(
    "breadcrumb breadcrumbs crumb crumbs trail menu menus menubar submenu megamenu nav navbar navigation sidenav "
    "pathway pagenav pagenavigation pagination pager sitemap skip skiplink skiplinks offcanvas drawer toolbar "
    "share shares sharing sharer sharethis sharedaddy addthis addtoany social socials socialmedia follow actions "
    "related relatedposts relatednews recommended recommendations trending popular latest tags "
    "comment comments respond disqus footer colophon copyright sidebar sidebars masthead topbar siteheader sitefooter "
    "newsletter subscribe subscription signup login signin search searchbox feedback "
    "ad ads advert adverts advertisement adsense promo promos promoted sponsored taboola outbrain"
)
_CONSENT = words("cookie cookies cookiebar cookiebanner cookiebot cookieconsent cookienotice consent gdpr onetrust ccc")
_FILLERS = words(
    "area article articles banner bar block blocks bottom box button buttons card cards col cols column columns "
    "component container desktop entry field first form global grid group icon icons inline inner item items jp js "
    "last left link links list lists local main message mobile modal module modules moduletable more new news notice "
    "notification on outer overlay page pages panel policy popup post posts primary region right row rows second "
    "secondary section site sticky stories story tertiary third this title tools top ui ul view views widget widgets "
    "wp wrap wrapper"
)
_WHOLE = frozenset({"site-header", "global-header", "site-branding", "site-top", "page-top", "skip-to-content"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@lru_cache(maxsize=4096)
def furniture(name: str) -> bool:
    """'breadcrumb', 'related-news', 'shareTools', 'wp-block-social-links'; not 'entry-content', 'social-work'."""
    return name.lower() in _WHOLE or _made_of(name, _FURNITURE | _CONSENT)


@lru_cache(maxsize=4096)
def consent(name: str) -> bool:
    """'cookie-banner', 'onetrust-consent'; not 'cookies-page-text'."""
    return _made_of(name, _CONSENT)


def _made_of(name: str, hints: frozenset[str]) -> bool:
    parts = {word.lower() for word in _WORD.findall(name[:100])}
    return not parts.isdisjoint(hints) and parts <= hints | _FURNITURE | _FILLERS
