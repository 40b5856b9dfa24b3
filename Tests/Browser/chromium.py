"""A headless Chromium, driven over a pair of pipes by the DevTools protocol."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class BrowserProblem(Exception):
    """The browser did not do what it was asked."""


class Browser:
    """One page of one browser. Commands are JSON texts, each ended by a zero byte."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="check-pages-")
        command_out, self.commands = os.pipe()
        self.answers, answer_in = os.pipe()
        flags = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--no-first-run", "--disable-background-networking", "--remote-debugging-pipe",
            f"--user-data-dir={self.profile}",
        ]
        # Chromium reads commands from descriptor 3 and writes answers to 4.
        redirect = f'exec "$0" "$@" 3<&{command_out} 4>&{answer_in}'
        self.process = subprocess.Popen(
            ["/bin/bash", "-c", redirect, program, *flags, "about:blank"],
            pass_fds=(command_out, answer_in),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(command_out)
        os.close(answer_in)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None

    def __enter__(self):
        target = self.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        answer = self.ask("Target.attachToTarget", {"targetId": target, "flatten": True})
        self.session = answer["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log"]:
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *problem):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.profile, ignore_errors=True)

    def emulate(self, width, scheme, media="screen", script=True):
        self.ask("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
        self.ask("Emulation.setEmulatedMedia", {
            "media": media,
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        self.ask("Emulation.setScriptExecutionDisabled", {"value": not script})

    def load(self, address):
        """Loads a page; gives what the console said and which requests failed. All that happened is in `seen`."""
        self.ask("Page.navigate", {"url": "about:blank"})
        self.wait_for("Page.loadEventFired")
        self.events.clear()
        answer = self.ask("Page.navigate", {"url": address})
        if "errorText" in answer:
            return [answer["errorText"]]
        seen = self.wait_for("Page.loadEventFired")
        self.evaluate("document.fonts.ready.then(() => null)")
        self.seen = seen + self.events
        return [text for event in self.seen for text in complaint(event)]

    def evaluate(self, script):
        answer = self.ask("Runtime.evaluate", {
            "expression": script, "awaitPromise": True, "returnByValue": True})
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserProblem(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def screenshot(self, width):
        """The whole page, as PNG."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        answer = self.ask("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": width, "height": size["height"], "scale": 1}})
        return base64.b64decode(answer["data"])

    def print(self):
        """The page on paper, as PDF."""
        self.ask("Emulation.setEmulatedMedia", {"media": "", "features": []})
        answer = self.ask("Page.printToPDF", {"preferCSSPageSize": True})
        return base64.b64decode(answer["data"])

    def ask(self, method, parameters=None):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.commands, data):]
        while True:
            answer = self.receive()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise BrowserProblem(f"{method}: {answer['error']['message']}")
            else:
                return answer["result"]

    def wait_for(self, method):
        """Takes events up to one of that name; gives those before it."""
        seen = []
        while True:
            event = self.events.pop(0) if self.events else self.receive()
            if event.get("method") == method:
                return seen
            seen.append(event)

    def receive(self, seconds=30):
        deadline = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.answers], [], [], deadline - time.monotonic())
            data = os.read(self.answers, 1 << 20) if ready else b""
            if not data:
                raise BrowserProblem("no answer in time" if not ready else "it ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)


def complaint(event):
    """What an event complains about, if it does."""
    details = event.get("params", {})
    match event.get("method"):
        case "Runtime.consoleAPICalled":
            yield "console: " + " ".join(str(a.get("value", "")) for a in details["args"])
        case "Runtime.exceptionThrown":
            yield "exception: " + details["exceptionDetails"]["text"]
        case "Log.entryAdded":
            entry = details["entry"]
            yield f"{entry['level']}: {entry['text']} {entry.get('url', '')}"
        case "Network.loadingFailed" if not details.get("canceled"):
            yield "request failed: " + details["errorText"]
        case "Network.responseReceived" if details["response"]["status"] >= 400:
            yield f"status {details['response']['status']}: {details['response']['url']}"
