#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Looks at the page of figures as people will: on a telephone and a screen, by day and by night, and on A4.

check.py PAGE FOLDER: leaves the pictures in FOLDER, and fails if the page asks for anything, complains, is wider
than its screen, hides text behind the edge, or has too little contrast.
"""

import base64
import pathlib
import re
import subprocess
import shutil
import sys

import browser

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")

# Elements that reach over the edge, but for those in a part of the page that scrolls by itself.
OVER_THE_EDGE = """
(() => { const wide = document.documentElement.clientWidth, found = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.scroll, svg, .unseen')) continue;
    const box = element.getBoundingClientRect();
    if (box.width && (box.right > wide + 1 || box.left < -1)) found.push(
      element.tagName + '.' + element.className + ': ' + element.textContent.slice(0, 40)); }
  return found.slice(0, 5); })()
"""

# Texts with a contrast under 4.5 (3 if they are large) to the colour behind them.
CONTRAST = """
(() => { const found = [];
  const parts = colour => { const n = (colour.match(/[\\d.]+/g) || []).map(Number);
    return n.length > 3 && n[3] === 0 ? null : n; };
  const light = n => { const l = n.slice(0, 3).map(v => { v /= 255;
    return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * l[0] + .7152 * l[1] + .0722 * l[2]; };
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || element.closest('.unseen')) continue;
    const style = getComputedStyle(element);
    const isDrawn = element.namespaceURI.endsWith('svg');
    const front = parts(isDrawn ? style.fill : style.color);
    let behind = null;
    for (let up = element; up && !behind; up = up.parentElement)
      behind = parts(getComputedStyle(up).backgroundColor);
    behind = behind || [255, 255, 255];
    const [a, b] = [light(front), light(behind)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    const large = parseFloat(style.fontSize) >= 24;
    if (ratio < (large ? 3 : 4.5)) found.push(
      ratio.toFixed(2) + ': ' + element.textContent.trim().slice(0, 40)); }
  return found.slice(0, 5); })()
"""

# What a reader of screens needs: names for drawings that mean something, heads in tables, one title.
ACCESS = """
(() => { const found = [];
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  if (!document.documentElement.lang) found.push('no language');
  for (const drawing of document.querySelectorAll('svg'))
    if (!drawing.closest('[aria-hidden="true"]') && !(drawing.getAttribute('aria-label') || '').trim())
      found.push('a drawing without words');
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption) found.push('a table without caption');
    if ([...table.querySelectorAll('th')].some(h => !h.scope)) found.push('a head without scope'); }
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.querySelector(link.getAttribute('href'))) found.push('a link to nowhere: ' + link.href);
  const names = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(names).size !== names.length) found.push('an identifier used twice');
  return found; })()
"""


def look(window, address, width, scheme, folder, faults):
    where = f"{width} px, {scheme}"
    window.open(address, width, 900, scheme)
    height = window.evaluate("document.documentElement.scrollHeight")
    scroll = window.evaluate("document.documentElement.scrollWidth")
    if scroll > width:
        faults.append(f"{where}: the page is {scroll} px wide")
    for fault in window.evaluate(OVER_THE_EDGE):
        faults.append(f"{where}: over the edge: {fault}")
    for fault in window.evaluate(CONTRAST):
        faults.append(f"{where}: contrast {fault}")
    for url in window.requests():
        faults.append(f"{where}: asks for {url}")
    for text in window.complaints():
        faults.append(f"{where}: says {text}")
    picture = window.call(
        "Page.captureScreenshot", captureBeyondViewport=True,
        clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})
    name = folder / f"{width}-{scheme}.png"
    name.write_bytes(base64.b64decode(picture["data"]))
    print(f"  {where}: {height} px high, {name}")


def print_out(window, address, folder, faults):
    """Also from a dark screen paper is white, and A4 has no room for more than A4."""
    window.open(address, 1280, 900, "dark", media="print")
    colour = window.evaluate("getComputedStyle(document.body).backgroundColor")
    if colour != "rgb(255, 255, 255)":
        faults.append(f"print: the paper is {colour}")
    # A4 less its margins, in pixels of CSS.
    window.call(
        "Emulation.setDeviceMetricsOverride", width=680, height=1000, deviceScaleFactor=1, mobile=False)
    for box in window.evaluate(OVER_THE_EDGE.replace(".scroll, ", "")):
        faults.append(f"print: cut at the edge: {box}")
    answer = window.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
    document = base64.b64decode(answer["data"])
    name = folder / "print.pdf"
    name.write_bytes(document)
    boxes = set(re.findall(rb"/MediaBox \[([^\]]*)\]", document))
    if not boxes:
        faults.append("print: no pages")
    for box in boxes:
        width, height = (float(n) for n in box.split()[2:])
        if abs(width - 595) > 2 or abs(height - 842) > 2:
            faults.append(f"print: a page of {width} × {height} is not A4")
    pages = len(re.findall(rb"/Type /Page\b", document))
    print(f"  print: {pages} pages, {name}")
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "60", "-png", name, folder / "print"], check=True)


def main():
    page = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2])
    program = browser.find()
    if program is None:
        print("stats-page: skipped, there is no Chromium here (Debian: apt-get install chromium)")
        return 0
    text = page.read_text(encoding="utf-8")
    faults = [f"the page has {word}" for word in ("<script", "http://", "@import", "url(") if word in text]
    window = browser.Browser(program)
    try:
        address = page.as_uri()
        for width in WIDTHS:
            for scheme in SCHEMES:
                look(window, address, width, scheme, folder, faults)
        faults += window.evaluate(ACCESS)
        print_out(window, address, folder, faults)
    finally:
        window.close()
    for fault in faults:
        print(f"  FAULT {fault}")
    print("stats-page: " + ("nothing to mend" if not faults else f"{len(faults)} faults"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
