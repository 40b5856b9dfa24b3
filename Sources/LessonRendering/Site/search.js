// The search over all lessons: a box in the element with `data-search`, which is empty without a script,
// and below it links to the places that have the words. The index is a script too, so that it loads
// where the page is a file, and not before somebody uses the box. How it is written is told where it is
// made, in SearchIndex.swift.
"use strict";
(() => {
  // In a page that holds the script itself, both stand in the folder of all pages.
  const { src } = document.currentScript;
  const root = src ? new URL("../", src) : new URL(".", location.href);
  const mostResults = 30;

  // MARK: Words

  const ideograph = "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const wordPattern = new RegExp(`${ideograph}|(?:(?!${ideograph})[\\p{L}\\p{N}\\p{Pc}])+`, "gu");
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const wordsOf = (text) => fold(text).match(wordPattern) ?? [];

  /** 2 for the word itself, 1 for its beginning or that of a part of a name, else 0. */
  const fit = (word, term) =>
    word === term ? 2 : word.startsWith(term) || word.includes("_" + term) ? 1 : 0;
  const bestFit = (words, term) => Math.max(0, ...words.map((word) => fit(word, term)));

  // MARK: The index

  function bitReader(text) {
    const bytes = atob(text);
    let position = 0;
    const bit = () => (bytes.charCodeAt(position >> 3) >> (7 - (position++ & 7))) & 1;
    return {
      unary: () => { let count = 0; while (bit()) count++; return count; },
      number: (bits, value = 0) => { while (bits--) value = value * 2 + bit(); return value; },
    };
  }

  function sectionsOf(lessons) {
    const plainAnchor = (text) =>
      text.replace(/[^A-Za-z0-9_ -]/g, "").replace(/ /g, "-").toLowerCase();
    return lessons.flatMap(([path, title, ...headings]) => {
      const page = path.split("/").map(encodeURIComponent).join("/") + ".html";
      const titleWords = wordsOf(title);
      const section = (heading, anchor, isFirst) =>
        ({ title, titleWords, heading, words: wordsOf(heading), isFirst,
           address: new URL(page + (isFirst ? "" : "#" + encodeURIComponent(anchor)), root) });
      return [section("", "", true), ...headings.map((heading) =>
        Array.isArray(heading) ? section(...heading) : section(heading, plainAnchor(heading)))];
    });
  }

  function entriesOf(words, places, total) {
    const bits = bitReader(places);
    let last = "";
    return Array.from(words.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
      last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
      const count = bits.number(bits.unary(), 1);
      const low = Math.max(0, 31 - Math.clz32(Math.floor(total * 11 / (16 * count))));
      const found = [];
      for (let place = -1; found.length < count;) {
        place += 1 + bits.number(low, bits.unary());
        found.push(place);
      }
      return { word: fold(last), places: found };
    });
  }

  function decoded({ lessons, words, places }) {
    const sections = sectionsOf(lessons);
    return { sections, entries: entriesOf(words, places, sections.length) };
  }

  /** The sections with most of the terms, the best first: a title counts more than a heading, and that
      more than the text. The title stands for a term in all sections that have another. */
  function search({ sections, entries }, terms) {
    const found = sections.map((section, number) => ({ section, number, terms: 0, weight: 0 }));
    for (const term of terms) {
      const weights = sections.map(({ titleWords, words, isFirst }) =>
        Math.max(bestFit(titleWords, term) * (isFirst ? 100 : 0.01), bestFit(words, term) * 10));
      for (const { word, places } of entries) {
        const weight = fit(word, term);
        if (weight) for (const place of places) weights[place] = Math.max(weights[place], weight);
      }
      weights.forEach((weight, number) => {
        found[number].terms += weight > 0;
        found[number].weight += weight;
      });
    }
    const matches = found.filter(({ weight }) => weight >= 1);
    const most = Math.max(0, ...matches.map(({ terms }) => terms));
    return { most, results: matches.filter(({ terms }) => terms === most)
      .sort((a, b) => b.weight - a.weight || a.number - b.number).map(({ section }) => section) };
  }

  let loading;
  const index = () => loading ??= new Promise((resolve, reject) => {
    if (globalThis.neuronbookIndex) return resolve(decoded(globalThis.neuronbookIndex));
    const script = document.createElement("script");
    script.src = new URL("assets/search-index.js", root);
    script.onload = () => resolve(decoded(globalThis.neuronbookIndex));
    script.onerror = () => { loading = undefined; reject(); };
    document.head.append(script);
  });

  // MARK: The box

  const box = document.querySelector("[data-search]");
  if (!box) return;

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const input = make("input", { type: "search", placeholder: "Search", autocomplete: "off",
    spellcheck: "false", enterkeyhint: "go", "aria-label": "Search the lessons",
    "aria-keyshortcuts": "/" });
  const status = make("p", { role: "status" });
  const list = make("ol");
  const panel = make("div", { class: "found", hidden: "" }, status, list);
  box.setAttribute("role", "search");
  box.append(input, panel);

  const links = () => Array.from(list.querySelectorAll("a"));
  const close = () => { panel.hidden = true; };

  const item = ({ title, heading, address }) =>
    make("li", {}, make("a", { href: address },
      make("b", {}, heading || title), ...heading ? [make("span", {}, title)] : []));

  function told(count, most, terms) {
    if (!count) return "Nothing found";
    const places = count === 1 ? "1 place" : `${count} places`;
    return most < terms ? `${places} with ${most} of ${terms} words` : places;
  }

  async function show() {
    const query = input.value;
    const terms = wordsOf(query);
    if (!terms.length) return close();
    try {
      const { most, results } = search(await index(), terms);
      if (query !== input.value) return;
      status.textContent = told(results.length, most, terms.length);
      list.replaceChildren(...results.slice(0, mostResults).map(item));
    } catch {
      status.textContent = "The index of this site could not be loaded";
      list.replaceChildren();
    }
    panel.hidden = false;
  }

  input.addEventListener("focus", () => index().catch(() => {}));
  input.addEventListener("input", show);
  input.addEventListener("click", show);
  list.addEventListener("click", close);

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const stops = [input, ...(panel.hidden ? [] : links())];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = stops.indexOf(document.activeElement) + step;
      stops[(next + stops.length) % stops.length].focus();
    } else if (event.key === "Enter" && event.target === input) {
      stops[1]?.click();
    } else if (event.key === "Escape") {
      if (panel.hidden) input.value = "";
      close();
      input.focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => { if (!box.contains(event.target)) close(); });
  }
})();
