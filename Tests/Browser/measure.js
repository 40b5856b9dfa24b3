// Evaluated in a page. Gives, for each check by name, a list of what is wrong: empty when all is well.
(() => {
  const name = (element) => {
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    const classes = [...element.classList].map((c) => "." + c).join("");
    return `<${element.tagName.toLowerCase()}${classes}> "${text}"`;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];

  // What the eye does not see: KaTeX's MathML and the skip link are clipped or out of view, the title of
  // a drawing is for those who point at it.
  const isHidden = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.display === "none" || style.visibility !== "visible") return true;
      if (style.opacity === "0" || e.matches(".katex-mathml, .skip, title, desc")) return true;
      if (e.tagName === "DETAILS" && !e.open && !element.closest("summary")) return true;
    }
    return false;
  };

  const textNodes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && !isHidden(node.parentElement)) textNodes.push(node);
  }

  // ---- Overflow

  const overflow = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    // On a phone `innerWidth` grows with the page.
    overflow.push(`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth} px`);
    for (const element of all("body *")) {
      if (!isHidden(element) && element.getBoundingClientRect().right > page.clientWidth + 1) {
        overflow.push(name(element));
      }
    }
  }
  for (const node of textNodes) {
    if (clippedRects(node).some((r) => r.left < -1)) overflow.push("left of the window: " + node.data);
  }

  // The widest number of a list, a point and a space, in halves of a letter's height.
  for (const list of all("ol")) {
    const style = getComputedStyle(list);
    if (style.overflowX === "visible" || style.listStyleType !== "decimal") continue;
    const last = list.start + list.children.length - 1;
    const width = ((String(last).length + 1) / 2) * parseFloat(style.fontSize);
    if (parseFloat(style.paddingLeft) < width) overflow.push(`number ${last} is cut off: ${name(list)}`);
  }

  // ---- Overlap: lines of text of different blocks, as far as their scrolling boxes show them

  function clippedRects(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    let rects = [...range.getClientRects()];
    for (let e = node.parentElement; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.overflowX === "visible") continue;
      const box = e.getBoundingClientRect();
      rects = rects
        .map((r) => ({
          left: Math.max(r.left, box.left), right: Math.min(r.right, box.right),
          top: Math.max(r.top, box.top), bottom: Math.min(r.bottom, box.bottom),
        }))
        .filter((r) => r.right > r.left && r.bottom > r.top);
    }
    return rects;
  }

  const blockOf = (node) => {
    let e = node.parentElement;
    while (getComputedStyle(e).display.startsWith("inline") || e.closest(".katex")) {
      e = e.parentElement;
    }
    return e;
  };
  const blocks = new Map();
  for (const node of textNodes) {
    const block = blockOf(node);
    blocks.set(block, (blocks.get(block) || []).concat(clippedRects(node)));
  }
  // A line's box is taller than its letters; the middle two thirds are what must stay free.
  const lines = [...blocks].map(([block, rects]) => [
    block,
    rects.map((r) => {
      const margin = (r.bottom - r.top) / 6;
      return { left: r.left, right: r.right, top: r.top + margin, bottom: r.bottom - margin };
    }),
  ]);
  const overlap = [];
  lines.forEach(([a, aRects], index) => {
    for (const [b, bRects] of lines.slice(index + 1)) {
      const hit = aRects.some((r) =>
        bRects.some(
          (s) =>
            Math.min(r.right, s.right) - Math.max(r.left, s.left) > 1 &&
            Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top) > 1));
      if (hit) overlap.push(`${name(a)} and ${name(b)}`);
    }
  });

  // The number of an equation and its signs, which are one block.
  const middle = ({ left, right, top, bottom }) => {
    const margin = (bottom - top) / 3;
    return { left, right, top: top + margin, bottom: bottom - margin };
  };
  for (const tag of all(".katex-html .tag")) {
    const rects = (isIn) => textNodes
      .filter((n) => tag.parentElement.contains(n) && tag.contains(n) === isIn)
      .flatMap(clippedRects).map(middle);
    const signs = rects(false);
    const hit = rects(true).some((r) => signs.some((s) =>
      Math.min(r.right, s.right) - Math.max(r.left, s.left) > 1 &&
      Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top) > 1));
    if (hit) overlap.push(`the number ${name(tag)} and its equation`);
  }

  // ---- Contrast, as WCAG 2.1 computes it

  const parse = (color) => {
    const numbers = color.match(/[\d.]+/g).map(Number);
    return { rgb: numbers.slice(0, 3), alpha: numbers.length > 3 ? numbers[3] : 1 };
  };
  const over = (top, below) => top.rgb.map((c, i) => c * top.alpha + below[i] * (1 - top.alpha));
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backgroundOf = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const layer = parse(getComputedStyle(e).backgroundColor);
      if (layer.alpha > 0) layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const contrast = new Set();
  for (const node of textNodes) {
    const element = node.parentElement;
    const background = backgroundOf(element);
    const style = getComputedStyle(element);
    const ink = over(parse(element.ownerSVGElement ? style.fill : style.color), background);
    const [high, low] = [luminance(ink), luminance(background)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) contrast.add(`${ratio.toFixed(2)} for ${name(element)}`);
  }

  // ---- Formulas and fonts

  const formulas = all(".katex-error, code.rejected, code.tex").map((e) => "not set: " + name(e));
  for (const formula of all(".katex-html")) {
    const box = formula.getBoundingClientRect();
    if (!isHidden(formula) && (box.width < 1 || box.height < 1)) {
      formulas.push("without extent: " + name(formula));
    }
  }
  for (const node of textNodes) {
    if (node.parentElement.closest("code, pre, samp, .katex")) continue;
    if (/\$(?![\d\s])|\\[([]|\\begin\{/.test(node.data)) formulas.push("raw: " + node.data.trim());
  }

  const fonts = [...document.fonts]
    .filter((font) => font.status === "error")
    .map((font) => `${font.family} was not loaded`);
  const isKaTeXLoaded = [...document.fonts].some(
    (font) => font.family.includes("KaTeX") && font.status === "loaded");
  if (all(".katex").length > 0 && !isKaTeXLoaded) fonts.push("no font of KaTeX was loaded");

  // ---- Structure

  const structure = [];
  if (!page.lang) structure.push("no language");
  if (!document.title) structure.push("no title");
  for (const tag of ["main", "h1"]) {
    const count = all(tag).length;
    if (count !== 1) structure.push(`${count} <${tag}>`);
  }
  const ids = all("[id]").map((e) => e.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => structure.push(`two of id ${id}`));
  for (const link of all('a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!document.getElementById(id)) structure.push(`no place #${id}`);
  }
  for (const image of all("img")) {
    if (!image.alt) structure.push(`no alternative: ${image.src}`);
    if (image.complete && image.naturalWidth === 0) structure.push(`no image: ${image.src}`);
  }
  for (const element of all("*")) {
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith("on")) structure.push("inline handler: " + name(element));
    }
  }
  for (const script of all("script")) {
    if (!script.getAttribute("src")) structure.push("a script in the page");
    else if (/^([a-z]+:)?\/\//i.test(script.getAttribute("src"))) structure.push("a foreign script");
  }

  // ---- Keyboard: what can be focused is seen to be

  const focus = [];
  for (const element of all("a[href], button, input, summary, [tabindex='0']")) {
    if (isHidden(element)) continue;
    element.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== element) continue;
    const style = getComputedStyle(element);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) {
      focus.push("not seen: " + name(element));
    }
  }
  document.activeElement?.blur();

  const links = all("a[href], link[href], script[src]")
    .map((e) => (e.getAttribute("href") ?? e.getAttribute("src")).split(/[?#]/)[0])
    .filter((href) => href && !/^([a-z][a-z0-9+.-]*:|\/)/i.test(href))
    .map(decodeURIComponent);

  return { overflow, overlap, contrast: [...contrast], formulas, fonts, structure, focus, links };
})()
