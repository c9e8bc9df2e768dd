"""The files of words that the package ships, and the functions and models that read them, found and not listed."""

import importlib
import inspect
import pkgutil
import sys
from functools import cached_property
from pathlib import Path

import pytest

import ciextract
import ciextract.vocabulary
from ciextract.pipeline import parse
from ciextract.quantities.scales import scale, shipped_scales
from ciextract.vocabulary import files

PACKAGE = Path(ciextract.__file__).parent
FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = sorted(PACKAGE.glob("*/*.toml"))


def name_of(path):
    """The name under which errors speak of a file."""
    return f"{path.parent.name}/{path.name}"


def modules():
    """The library's modules, those of the vocabulary among them whether or not anything has used them yet."""
    for module in pkgutil.iter_modules(ciextract.vocabulary.__path__, "ciextract.vocabulary."):
        importlib.import_module(module.name)
    return [module for name, module in sorted(sys.modules.items()) if name.split(".")[0] == "ciextract"]


def load_all():
    """Read every file anew: have everything made that is made when it is first asked for, and parse the fixtures."""
    loaders = {word: None for module in modules() for word in vars(module).values() if hasattr(word, "cache_clear")}
    for loader in loaders:
        loader.cache_clear()
    for loader in loaders:
        if not inspect.signature(loader).parameters:
            touch(loader())
    for name in shipped_scales():
        scale(name)
    for source in sorted(FIXTURES.glob("*/document.txt")):
        parse(source)


def touch(words):
    for name, word in vars(type(words)).items():
        if isinstance(word, cached_property):
            getattr(words, name)


def models_of_files():
    """The model that each file is checked against, by the file's name."""
    found = {}
    plain = files.shipped

    def note(folder, name, model):
        found[f"{folder}/{name}"] = model
        return plain(folder, name, model)

    with pytest.MonkeyPatch.context() as patch:
        for module in modules():
            if vars(module).get("shipped") is plain:
                patch.setattr(module, "shipped", note)
        load_all()
    return found
