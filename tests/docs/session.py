"""The blocks of one page are run in a folder of their own, one after the other; what they print is held to the page.

Commands run as a reader would run them in a clone, ``fixtures`` beside them, with the interpreter's own programs first on
the path, the program itself by a process on standby. Python runs in this process, all blocks of a page in one namespace. A line that is ``…`` stands for any number of
lines, and ``…`` within a line for anything.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.docs.blocks import ROOT, commands
from tests.docs.standby import programs

TOOLS = {"jq", "sqlite3", "Rscript", "man"}
"""Programs that may be lacking. What takes one of them is not run there, and the test says so."""
_END = "\x1e"
_ANYTHING = "…"


class Session:
    def __init__(self, folder):
        self.folder, self.names, self.printed, self.lacking = folder, {}, None, []
        (folder / "fixtures").symlink_to(ROOT / "fixtures")
        path = [programs(), Path(sys.executable).parent, os.environ["PATH"]]
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("CIEXTRACT")},
            "PATH": os.pathsep.join(map(str, path)), "HOME": str(folder), "LC_ALL": "C.UTF-8",
            "COLUMNS": "100", "NO_COLOR": "1", "MPLBACKEND": "agg", "MPLCONFIGDIR": str(programs() / "matplotlib"),
        }  # fmt: skip

    def run(self, block):
        if block.file:
            (self.folder / block.file).write_text(block.text, "utf-8")
        elif not block.left_alone_because and not self.takes_what_lacks(block):
            assert block.language in _WAYS, (
                f"{block.language} blocks are not run: write ```console with '$ command' and what it prints, or"
                " <!-- file: name --> or <!-- not run: reason --> before the block (tests/docs/blocks.py)"
            )
            _WAYS[block.language](self, block)

    def takes_what_lacks(self, block):
        words = {"Rscript"} if block.language == "r" else set(re.findall(r"[\w-]+", block.text))
        lacking = [tool for tool in sorted(TOOLS & words) if shutil.which(tool) is None]
        if lacking and block.language in {"console", "r", "setup"}:
            self.lacking.append(f"line {block.line}: {', '.join(lacking)}")
            self.printed = None
        return bool(lacking) and block.language in {"console", "r", "setup"}

    def shell(self, lines, **options):
        return subprocess.run(
            ["bash", "-c", lines], cwd=self.folder, env=self.environment, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, **options,
        )  # fmt: skip

    def setup(self, block):
        ended = self.shell(f"set -e\n{block.text}")
        assert ended.returncode == 0, f"setup: {ended.stdout}"

    def console(self, block):
        """A command may fail only where the next one shows its exit code."""
        told = commands(block.text)
        script = "".join(f"{command}\ncode=$?; printf '{_END}%s{_END}' $code; (exit $code)\n" for command, _ in told)
        printed = self.shell(script).stdout.split(_END)
        assert len(printed) == 2 * len(told) + 1, f"the commands did not come to their end: {printed}"
        for place, (command, shown) in enumerate(told):
            output, code = printed[2 * place : 2 * place + 2]
            held(output, "\n".join(shown), f"$ {command}")
            shows_code = place + 1 < len(told) and told[place + 1][0].startswith("echo $?")
            assert code == "0" or shows_code, f"$ {command}\nended with exit code {code}"

    def python(self, block):
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(block.text, f"<line {block.line}>", "exec"), self.names)
        self.printed = printed.getvalue()

    def r(self, block):
        (self.folder / "block.R").write_text(block.text, "utf-8")
        ended = self.shell("Rscript --vanilla block.R")
        assert ended.returncode == 0, ended.stdout
        self.printed = ended.stdout

    def output(self, block):
        """What the block before it prints."""
        if self.printed is not None:
            held(self.printed, block.text, "the block before")

    def indented(self, block):
        """Lines of usage, which tests/cli/test_documented.py holds to `--help`."""
        assert all(re.fullmatch(r"ciextract( [a-z]+)* \[OPTIONS\].*", line) for line in block.text.splitlines()), (
            "indented blocks are for usage alone; write ```console with '$ command' and what it prints"
        )


_WAYS = {name: getattr(Session, name) for name in ("setup", "console", "python", "r", "output", "indented")}


def held(printed, shown, by):
    """White space at the ends of lines does not count."""
    printed, shown = (re.sub(r"[ \t]+$", "", text.strip("\n"), flags=re.MULTILINE) for text in (printed, shown))
    pattern = "".join(_line(line) for line in shown.splitlines())
    assert re.fullmatch(pattern, f"{printed}\n" if printed else ""), f"{by}\nprints\n\n{printed}\n\nand not\n\n{shown}"


def _line(shown):
    if shown.strip() == _ANYTHING:
        return r"(?:.*\n)*"
    return ".*".join(map(re.escape, shown.split(_ANYTHING))) + r"\n"
