// What a page gains by a script: a switch between light and dark, buttons that copy code, a mark at the
// section that is being read, a way by keyboard to all that scrolls, and a shorter one past the names in
// code. All else is there without it.
//
// It stands in the head and is not deferred: a reader's choice of colours must hold before the first
// of the page is painted.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = "neuronbook-scheme";
  const schemes = { auto: "Auto", light: "Light", dark: "Dark" };

  // Reading and writing throw where a browser keeps nothing, as in a sandboxed frame.
  const saved = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const save = (scheme) => {
    try {
      localStorage.setItem(key, scheme);
    } catch {
      // The choice holds for this page.
    }
  };
  const apply = (scheme) => {
    root.dataset.scheme = Object.hasOwn(schemes, scheme) ? scheme : "auto";
  };
  apply(saved());

  const button = (classes, press) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = classes;
    button.addEventListener("click", press);
    return button;
  };

  function addSwitch(say) {
    const place = document.querySelector("header.site") ?? document.querySelector("header");
    if (!place) return;
    const show = () => {
      toggle.textContent = schemes[root.dataset.scheme];
      toggle.setAttribute("aria-label", `Colours: ${toggle.textContent}`);
    };
    const toggle = button("scheme", () => {
      const names = Object.keys(schemes);
      apply(names[(names.indexOf(root.dataset.scheme) + 1) % names.length]);
      save(root.dataset.scheme);
      show();
      say(`Colours: ${toggle.textContent}`);
    });
    show();
    place.append(toggle);
  }

  // Where there is no clipboard, as on a page over plain HTTP, the browser copies what is selected.
  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.innerText);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  }

  function addCopyButtons(say) {
    for (const code of document.querySelectorAll(".code > pre > code, .in > pre > code")) {
      const press = button("copy", async () => {
        const text = (await copy(code)) ? "Copied" : "Selected";
        press.textContent = text;
        say(text);
        setTimeout(() => (press.textContent = "Copy"), 2000);
      });
      press.textContent = "Copy";
      const cell = code.closest(".cell")?.getAttribute("aria-label");
      press.setAttribute("aria-label", cell ? `Copy the code of ${cell}` : "Copy the code");
      code.parentElement.parentElement.prepend(press);
    }
  }

  // What is wider than the window can be scrolled by keyboard too.
  function reachWide() {
    for (const box of document.querySelectorAll("pre, .table, .katex-display")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  }

  // The names in a box of code are one stop of the Tab key; the arrow keys go on from there.
  function joinNames() {
    for (const box of document.querySelectorAll(".in > pre")) {
      const names = [...box.querySelectorAll("a[href]")];
      for (const name of names.slice(1)) name.tabIndex = -1;
      box.addEventListener("keydown", (event) => {
        const here = names.indexOf(event.target);
        const next = names[here + ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? NaN)];
        if (here < 0 || !next) return;
        event.preventDefault();
        names[here].tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
    }
  }

  function followSections() {
    const links = new Map();
    for (const link of document.querySelectorAll(".contents a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    let current;
    const mark = () => {
      const line = innerHeight * 0.3;
      const link = links.get(headings.findLast((h) => h.getBoundingClientRect().top < line));
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      const box = link?.closest("details");
      box?.scrollTo({ top: link.offsetTop - box.clientHeight / 2 });
      current = link;
    };
    // A jump passes headings that an observer of what comes into view would not report.
    addEventListener("scroll", mark, { passive: true });
    addEventListener("resize", mark);
    mark();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const status = document.createElement("p");
    status.className = "unseen";
    status.setAttribute("role", "status");
    document.body.append(status);
    const say = (text) => (status.textContent = text);
    addSwitch(say);
    addCopyButtons(say);
    joinNames();
    followSections();
  });
  addEventListener("load", reachWide);
  addEventListener("resize", reachWide);
})();
