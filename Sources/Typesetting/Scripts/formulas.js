// Sets formulas with KaTeX, in as few bytes as show the same.
//
// KaTeX gives each part of a formula a `span` with classes for what it is, and only some of these
// classes have rules in its style sheet. Here a class without a rule is left out, a `span` that is
// left with neither class nor style goes, and those that stay are `i`, with a short class for each
// long one and for each style that many formulas have.
//
// `sheet` is KaTeX's style sheet, `names` has a line for each class or style and the class that stands
// for it; `CompactNames` changes the sheet alike. Without a sheet KaTeX's own HTML is given.
(function (sheet, names) {
  var selectors = sheet.replace(/\/\*[^]*?\*\//g, "").replace(/@[^{]*\{[^}]*\}|\{[^}]*\}/g, ",");
  var short = {}, hasRule = {}, asksForAny = {}, asksForAnyBelow = {};
  names.split("\n").forEach(function (line) {
    var at = line.lastIndexOf(" ");
    short[line.slice(0, at)] = line.slice(at + 1);
  });
  (selectors.match(/\.[A-Za-z][\w-]*/g) || []).forEach(function (name) {
    hasRule[name.slice(1)] = true;
  });
  // What a rule such as `.vlist > span` asks for must stand where it asks.
  (selectors.match(/\.[\w.-]+\s*>[^,]*/g) || []).forEach(function (rule) {
    var steps = rule.split(">");
    steps.forEach(function (step, index) {
      var names = step.match(/\.[A-Za-z][\w-]*/g) || [];
      names.forEach(function (name) {
        name = name.slice(1);
        if (/^\s*span\s*$/.test(steps[index + 1] || "")) asksForAny[name] = true;
        if (/^\s*span\s*$/.test(steps[index + 2] || "")) asksForAnyBelow[name] = true;
      });
    });
  });

  function escaped(text) {
    return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function attribute(name, value) {
    if (/^[^\s"'`=<>]+$/.test(value)) return " " + name + "=" + escaped(value);
    return " " + name + '="' + escaped(value).replace(/"/g, "&quot;") + '"';
  }

  // `.5em` for `0.5em`
  function shortened(value) {
    return String(value).replace(/(^|[^\d.])0+(?=\.\d)/g, "$1").replace(/^-?0(\.0*)?(em|px)$/, "0");
  }

  function classesOf(node) {
    return node.classes.join(" ").split(" ").filter(function (name) { return hasRule[name]; });
  }

  function styleOf(node, names) {
    var style = [];
    if (node.italic > 0) style.push("margin-right:" + shortened(node.italic + "em"));
    for (var key in node.style) {
      var value = shortened(node.style[key]);
      var name = key.replace(/[A-Z]/g, function (letter) { return "-" + letter.toLowerCase(); });
      if (value === "0" && /^margin/.test(name) && names.length === 0) continue;
      style.push(name + ":" + value);
    }
    return style.join(";");
  }

  function written(node, parent, grandparent) {
    if (typeof node.text === "string") return element(node, escaped(node.text), parent, grandparent);
    if (!node.children || !node.classes) return drawing(node.toMarkup());
    if (!node.attributes) return all(node.children, parent, grandparent);
    return element(node, null, parent, grandparent);
  }

  // Texts of two elements do not run into one: browsers round where each of them begins.
  function all(nodes, parent, grandparent) {
    var wasPlain = false;
    return nodes.reduce(function (html, node) {
      var next = written(node, parent, grandparent);
      var plain = isPlain(node);
      var meet = !(plain && wasPlain) && /[^>]$/.test(html) && /^[^<]/.test(next);
      wasPlain = plain;
      return html + (meet ? next.replace(/^[^<]+/, "<i>$&</i>") : next);
    }, "");
  }

  // Whether KaTeX too writes it as a text without an element.
  function isPlain(node) {
    return typeof node.text === "string" && !node.classes.join("") && !(node.italic > 0)
      && Object.keys(node.style).length === 0;
  }

  function isIn(set) {
    return function (name) { return set[name]; };
  }

  // Whether a rule would see the difference if this element gave way to its children, or an eye would:
  // browsers round the line that letters share with what is built in boxes, such as scripts.
  function isSeen(node, parent, grandparent) {
    if (parent.some(isIn(asksForAny)) || grandparent.some(isIn(asksForAnyBelow))) return true;
    return (node.children || []).some(function (child) {
      var names = child.classes ? classesOf(child) : [];
      return names.some(function (name) { return !/^(?:math|text|main|bold|ams)/.test(name); });
    });
  }

  function element(node, text, parent, grandparent) {
    var names = classesOf(node);
    var style = styleOf(node, names);
    var attributes = "";
    for (var name in node.attributes) attributes += attribute(name, node.attributes[name]);
    if (!names.length && !style && !attributes && !isSeen(node, parent, grandparent)) {
      return text !== null ? text : all(node.children, parent, grandparent);
    }
    var body = text !== null ? text : all(node.children, names, parent);
    // What is hidden from who cannot see must not be reached by keyboard either.
    var tag = node.attributes && node.attributes.href ? "a" : "i";
    if (tag === "a") attributes += " tabindex=-1";
    var shorts = names.map(function (name) { return short[name] || name; });
    if (short[style]) {
      shorts.push(short[style]);
      style = "";
    }
    return "<" + tag + (shorts.length ? attribute("class", shorts.join(" ")) : "")
      + (style ? attribute("style", style) : "") + attributes + ">" + body + "</" + tag + ">";
  }

  function drawing(markup) {
    return markup.replace(/ xmlns="[^"]*"/, "");
  }

  // MathML is there to be read aloud: what only places, sizes and stretches is left out.
  var visual = new RegExp("^(?:xmlns|href|stretchy|fence|separator|[lr]space|(?:min|max)size|scriptlevel|"
    + "displaystyle|width|height|depth|voffset|(?:row|column)(?:spacing|align|lines))$");
  var rows = /^(?:math|semantics|mrow|mstyle|mpadded|mphantom|msqrt|mtd)$/;

  // An empty cell that pushes a number to the margin.
  function isSpacer(node) {
    return node.type === "mtd" && node.children.length === 0
      && (/mtr-glue|mml-eqn-num/.test(node.classes.join(" ")) || node.attributes.width);
  }

  // `isInRow` says that the element around it may have any number of children.
  function math(node, isInRow) {
    if (typeof node.text === "string") return escaped(node.text);
    if (node.type === "annotation") return "";
    if (node.type === "mspace" || !node.children) return isInRow ? "" : "<mrow></mrow>";
    if (isSpacer(node)) return "";
    if (node.type === "semantics") node = node.children[0];
    var children = node.children;
    var mayHoldAny = node.type ? rows.test(node.type) : isInRow;
    var body = children.map(function (child) { return math(child, mayHoldAny); }).join("");
    if (!node.type) return body;
    var attributes = "";
    for (var name in node.attributes) {
      if (!visual.test(name)) attributes += attribute(name, node.attributes[name]);
    }
    var isRow = !attributes && /^(?:mrow|mstyle|mpadded)$/.test(node.type);
    if (isRow && (isInRow || children.length === 1 && body)) return body;
    return "<" + node.type + attributes + ">" + body + "</" + node.type + ">";
  }

  function compact(tree) {
    if (tree.classes.indexOf("katex-display") >= 0) {
      return '<span class="' + tree.classes.join(" ") + '">' + compact(tree.children[0]) + "</span>";
    }
    var mathML = tree.children[0], visible = tree.children[1];
    return "<span class=katex><span class=katex-mathml>" + math(mathML.children[0], true) + "</span>"
      + withNumber(visible) + "</span>";
  }

  // KaTeX lays the number of an equation over the margin, where a formula that is too wide runs into it.
  // As a box beside that of the formula it can give way. Numbers of several lines stay beside their lines.
  function withNumber(visible) {
    var formula = visible.children.slice(0, -1), number = visible.children[formula.length];
    var isLine = formula.every(function (part) { return part.classes.indexOf("newline") < 0; });
    if (!number || number.classes.indexOf("tag") < 0 || !isLine) return written(visible, [], []);
    var isOne = number.children[0] && number.children[0].classes.indexOf("strut") >= 0;
    return '<i class="katex-html numbered' + (isOne ? "" : " lines") + '" aria-hidden=true><i>'
      + all(formula, [], []) + "</i>" + written(number, [], []) + "</i>";
  }

  // Another version of KaTeX may build its tree in another way.
  function html(tree) {
    if (!sheet) return tree.toMarkup();
    try {
      return compact(tree);
    } catch (error) {
      if (error instanceof TypeError) return tree.toMarkup();
      throw error;
    }
  }

  // Gives the HTML after `+`, or after `-` the position and length that KaTeX tells (UTF-16 units,
  // empty when unknown) and its message. With `reads` the formula is only read, in a fifth of the time,
  // and there is nothing after the `+`.
  //
  // KaTeX puts into its message where the fault is and the text around it, what is at fault marked by
  // U+0332 after each character. That is cut off here, and the marks are counted. Where the marked
  // text does not stand in the formula, it is of a macro's expansion: then the place means nothing.
  //
  // What is no `ParseError` is thrown on: it is the engine's own.
  //
  // `strict` lets pass what reads well on a page though LaTeX would balk (Greek letters as such), but
  // not a `%` whose comment swallows the rest of the formula: that is a forgotten backslash.
  //
  // What KaTeX sets only when it trusts the formula (pictures, HTML's classes, links but those to an
  // equation of the page) it would replace by the command's name in red; so the question whether it is
  // trusted is where such a formula fails.
  return function (tex, display, reads) {
    var refused = null;
    try {
      var options = {
        displayMode: display, output: "htmlAndMathml", throwOnError: true,
        trust: function (context) {
          if (context.command === "\\href" && /^#/.test(context.url)) return true;
          refused = context.command;
          throw new katex.ParseError("Formulas cannot use " + refused);
        },
        maxExpand: 1000, maxSize: 50,
        strict: function (code) { return code === "commentAtEnd" ? "error" : "ignore"; }
      };
      if (reads) {
        katex.__parse(tex, options);
        return "+";
      }
      var tree = katex.__renderToDomTree(tex, options);
      return "+" + html(tree);
    } catch (error) {
      if (!(error instanceof katex.ParseError)) throw error;
      var message = error.message.replace(/^KaTeX parse error: /, "");
      var at = "", length = "";
      if (refused) {
        var found = tex.search(new RegExp("\\" + refused + "(?![a-zA-Z@])"));
        if (found >= 0) {
          at = found;
          length = refused.length;
        }
      }
      if (typeof error.position === "number") {
        var cut = message.lastIndexOf(
          error.position === tex.length
            ? " at end of input: " : " at position " + (error.position + 1) + ": ");
        if (cut >= 0) {
          var marked = message.slice(cut).match(/(?:[^]\u0332)+/);
          var fault = marked ? marked[0].replace(/\u0332/g, "").trimEnd() : "";
          message = message.slice(0, cut);
          if (tex.substr(error.position, fault.length) === fault) {
            at = error.position;
            length = fault.length;
          }
        }
      }
      return "-" + at + " " + length + " " + message;
    }
  };
})
