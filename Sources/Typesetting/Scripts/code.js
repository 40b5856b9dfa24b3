// Colours code with highlight.js, whose many classes become the few that a page has colours for.
(function () {
  var marks = {
    keyword: "k", literal: "k", "selector-tag": "k", tag: "", name: "k", "meta-keyword": "k", doctag: "k",
    title: "f", function: "", section: "f", built_in: "b", "builtin-name": "b", type: "b", class: "",
    attr: "p", attribute: "p", variable: "p", "template-variable": "p", property: "p", params: "",
    number: "m", symbol: "m", bullet: "o", operator: "o",
    string: "s", regexp: "s", "meta-string": "s", char: "s", link: "s", code: "s", addition: "i", quote: "c",
    comment: "c", meta: "c", deletion: "d",
    "selector-id": "f", "selector-class": "f", "selector-attr": "p", "selector-pseudo": "p"
  };
  if (hljs.configure) hljs.configure({ hideUpgradeWarningAcceptNoSupportOrSecurityUpdates: true });

  function isModern() {
    return parseInt(hljs.versionString, 10) >= 11;
  }

  // `<span class="hljs-title function_">` becomes `<span class=f>`; an element without a mark goes.
  function compact(html) {
    var open = [];
    return html.replace(/<span class="([^"]*)">|<\/span>/g, function (tag, classes) {
      if (classes === undefined) return open.pop() ? "</span>" : "";
      var mark = "";
      classes.split(" ").forEach(function (name) { mark = mark || marks[name.replace(/^hljs-/, "")] || ""; });
      open.push(mark);
      return mark ? "<span class=" + mark + ">" : "";
    });
  }

  // Gives `+` and the HTML, or nothing for a language that is not known.
  return function (code, language) {
    if (!hljs.getLanguage(language)) return "";
    var result = isModern()
      ? hljs.highlight(code, { language: language, ignoreIllegals: true })
      : hljs.highlight(language, code, true);
    return "+" + compact(result.value);
  };
})()
