# SPDX-License-Identifier: EUPL-1.2
"""Drives a headless Chromium over its debugging pipe: no port, no library."""

import json
import os
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find():
    """The path of a Chromium; None if there is none."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One browser with one page; everything that the page asks for or complains of is kept."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(prefix="recours-stats-")
        to_browser, self.out = os.pipe()
        self.back, from_browser = os.pipe()
        arguments = [
            program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
            "--no-first-run", "--hide-scrollbars", "--disable-background-networking",
            "--disable-dev-shm-usage", f"--user-data-dir={self.folder.name}", "about:blank",
        ]

        def place():
            # The browser reads descriptor 3 and writes descriptor 4.
            os.dup2(to_browser, 30)
            os.dup2(from_browser, 31)
            os.dup2(30, 3)
            os.dup2(31, 4)

        self.process = subprocess.Popen(
            arguments, preexec_fn=place, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.pending = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def close(self):
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()

    def call(self, method, **parameters):
        """One command and its result; events that come meanwhile are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") != self.number:
                self.events.append(answer)
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            return answer["result"]

    def receive(self):
        while b"\0" not in self.pending:
            chunk = os.read(self.back, 1 << 16)
            if not chunk:
                raise RuntimeError("the browser has gone")
            self.pending += chunk
        line, self.pending = self.pending.split(b"\0", 1)
        return json.loads(line)

    def open(self, address, width, height, scheme, media=""):
        """Loads a page as a screen of so many pixels and of this colour scheme shows it."""
        self.events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=width < 600)
        self.call(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Page.navigate", url=address)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if self.evaluate("document.readyState") == "complete":
                return
        raise RuntimeError(f"{address} does not load")

    def evaluate(self, expression):
        """The value of an expression, in the debugger's own world."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']['text']}")
        return result["result"].get("value")

    def requests(self):
        """Addresses that the page has asked for, but for itself and what it carries."""
        found = [e["params"]["request"]["url"] for e in self.events
                 if e.get("method") == "Network.requestWillBeSent"]
        return [url for url in found if not url.startswith(("data:", "file:"))]

    def complaints(self):
        """What the page's console says."""
        texts = [e["params"]["entry"]["text"] for e in self.events
                 if e.get("method") == "Log.entryAdded"]
        return texts + [str(e["params"]) for e in self.events
                        if e.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown")]
