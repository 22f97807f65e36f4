#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Judges a page of matches as people will, with the mouse and by keys, and reads back what it gives.

look.py PAGE FOLDER RECOURS: leaves pictures and the file of verdicts in FOLDER, and fails if the page asks for
anything, complains, obeys a seller's words, loses a verdict, or hides something from anybody.
"""

import json
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Stats"))
import browser  # noqa: E402
import check  # noqa: E402

# Buttons and pictures that say nothing to who cannot see them, and links that lead anywhere but to the web.
NAMES = """
(() => { const found = [];
  for (const button of document.querySelectorAll('button'))
    if (!button.textContent.trim()) found.push('a button without a name');
  for (const image of document.querySelectorAll('img')) {
    if (!image.alt.trim()) found.push('a picture without words');
    if (!image.src.startsWith('data:image/')) found.push('a picture from ' + image.src);
    if (!image.naturalWidth) found.push('a picture that shows nothing'); }
  for (const link of document.querySelectorAll('main a'))
    if (!/^https?:$/.test(link.protocol) || !/noopener/.test(link.rel)) found.push('a link to ' + link.href);
  for (const card of document.querySelectorAll('.match'))
    if (!document.getElementById(card.getAttribute('aria-labelledby'))) found.push('a card without a name');
  return found; })()
"""
COUNTS = "['left', 'copies', 'others'].map(id => Number(document.getElementById(id).textContent))"
CURRENT = "[...document.querySelectorAll('.match')].indexOf(document.activeElement.closest('.match'))"
SHOWN = "[...document.querySelectorAll('.match')].filter(card => card.offsetParent).length"


class Judge:
    def __init__(self, window, address, faults):
        self.window, self.address, self.faults = window, address, faults

    def open(self):
        self.window.open(self.address, 1280, 900, "light")

    def key(self, key):
        for kind in ("keyDown", "keyUp"):
            self.window.call("Input.dispatchKeyEvent", type=kind, key=key, text=key if kind == "keyDown" else "")

    def click(self, selector):
        """With the mouse, where it stands."""
        box = self.window.evaluate(
            f"(() => {{ const e = document.querySelector('{selector}'); e.scrollIntoView({{block: 'center'}});"
            "const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.window.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def expect(self, what, expression, wanted):
        found = self.window.evaluate(expression)
        if found != wanted:
            self.faults.append(f"{what}: {found} instead of {wanted}")

    def judge(self):
        """By mouse and keys: four copies and three others of a dozen, some of them taken back before."""
        self.window.evaluate("localStorage.clear()")
        self.open()
        self.expect("at first", COUNTS, [12, 0, 0])
        self.click(".match:nth-of-type(1) [data-verdict=COPY]")
        self.expect("after a click", COUNTS, [11, 1, 0])
        self.click(".match:nth-of-type(1) [data-verdict=COPY]")
        self.expect("the same again takes it back", COUNTS, [12, 0, 0])
        self.window.evaluate("document.activeElement.blur()")
        self.key("c")
        self.expect("a key judges the first, and goes on", CURRENT, 1)
        self.key("n")
        self.key("j")
        self.expect("j goes on", CURRENT, 3)
        self.key("k")
        self.expect("k goes back", CURRENT, 2)
        for key in "ccn":
            self.key(key)
        self.expect("after keys", COUNTS, [7, 3, 2])
        self.key("u")
        self.expect("what has no verdict has none to take back", COUNTS, [7, 3, 2])
        self.key("k")
        self.key("u")
        self.expect("u takes back", COUNTS, [8, 3, 1])
        self.key("c")
        self.expect("and it is judged otherwise", COUNTS, [7, 4, 1])
        self.click("#only")
        self.expect("what is judged is hidden", SHOWN, 7)
        self.key("n")
        self.key("n")
        self.expect("in the end", COUNTS, [5, 4, 3])
        self.open()
        self.expect("after a reload", COUNTS, [5, 4, 3])

    def download(self, folder):
        """The file that the page gives."""
        session, self.window.session = self.window.session, None
        self.window.call(
            "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder.resolve()), eventsEnabled=False)
        self.window.session = session
        name = folder / self.window.evaluate("document.getElementById('download').dataset.file")
        self.click("#download")
        end = time.monotonic() + 15
        while time.monotonic() < end and not name.exists():
            time.sleep(.1)
        return name

    def read_back(self, folder, program):
        file = self.download(folder)
        if not file.exists():
            self.faults.append("nothing was downloaded")
            return
        verdicts = [json.loads(line)["verdict"] for line in file.read_text(encoding="utf-8").splitlines()]
        if sorted(verdicts) != ["COPY"] * 4 + ["NO_COPY"] * 3:
            self.faults.append(f"the file says {verdicts}")
        told = subprocess.run(
            [program, "matches", "decide", file, "--dry-run", "--lang", "en"], capture_output=True, text=True)
        if told.stdout.strip() != "4 copies, 3 passed over; nothing was sent":
            self.faults.append(f"recours reads it as: {told.stdout}{told.stderr}")
        print(f"  {len(verdicts)} verdicts by mouse and keys, {file}")


def main():
    page, folder, program = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), sys.argv[3]
    chromium = browser.find()
    if chromium is None:
        print("matches-page: skipped, there is no Chromium here (Debian: apt-get install chromium)")
        return 0
    folder.mkdir(exist_ok=True)
    window, faults = browser.Browser(chromium), []
    try:
        address = page.as_uri()
        judge = Judge(window, address, faults)
        for width in check.WIDTHS:
            for scheme in check.SCHEMES:
                check.look(window, address, width, scheme, folder, faults)
        faults += window.evaluate(check.ACCESS) + window.evaluate(NAMES)
        judge.judge()
        judge.read_back(folder, program)
        # Judged ones look otherwise.
        check.look(window, address, 1281, "light", folder, faults)
        judge.expect("a seller's words were obeyed", "typeof window.evil", "undefined")
        judge.expect("the title", "document.title.includes('?')", True)
        faults += [f"asks for {url}" for url in window.requests() if not url.startswith("blob:")]
        faults += [f"says {text}" for text in window.complaints()]
    finally:
        window.close()
    for fault in faults:
        print(f"  FAULT {fault}")
    print("matches-page: " + ("nothing to mend" if not faults else f"{len(faults)} faults"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
