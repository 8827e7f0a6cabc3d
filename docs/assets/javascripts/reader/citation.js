/* How paragraphs are cited, in six styles. Nothing here touches the page: a citation is a text made
   of facts. What is cited comes as
   report: {symbol, title, subtitle, organ, date, written, language}, all but the symbol may be missing;
   cited: [{unit, number, markers, quoted, follows}] in the order of the report, where `unit` is the id of an
   annex or section that restarts the numbering, or "", and `follows` tells that the whole paragraph before it
   in the report is the one before it here;
   link: the permanent address. */
(function () {
  "use strict";

  var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

  /* Abbreviations of the Editorial Manual and its counterparts in other languages. */
  var WORDS = {
    en: { one: "para.", many: "paras.", and: "and" },
    fr: { one: "par.", many: "par.", and: "et" },
    es: { one: "párr.", many: "párrs.", and: "y" },
    ru: { one: "п.", many: "пп.", and: "и" }
  };
  var UNITS = {
    annex: { en: "annex", fr: "annexe", es: "anexo", ru: "приложение" },
    appendix: { en: "appendix", fr: "appendice", es: "apéndice", ru: "добавление" },
    enclosure: { en: "enclosure", fr: "pièce jointe", es: "apéndice", ru: "добавление" }
  };

  function capital(part) {
    return part.toUpperCase();
  }

  /* "annex II, appendix I" of annex-ii-appendix-i; "sect. II.A" of ii-a. */
  function unitName(unit, language) {
    var parts = unit.split("-");
    var names = [];
    var labels = [];
    parts.forEach(function (part) {
      if (UNITS[part]) names.push(UNITS[part][language] || UNITS[part].en);
      else if (names.length) names[names.length - 1] += " " + capital(part);
      else labels.push(part);
    });
    if (labels.length && labels.every(function (part) { return /^([ivxlcdm]+|[a-z]|\d+)$/.test(part); })) {
      names.unshift("sect. " + labels.map(capital).join("."));
    }
    return names.join(", ");
  }

  /* "54, 56 and 57", "54–57", "61 (f) and 115 (b)": three or more in a row are a range. */
  function numbers(cited, and) {
    var groups = [];
    cited.forEach(function (each) {
      var text = [each.number].concat(each.markers).join(" ");
      var last = groups[groups.length - 1];
      if (last && each.follows && !each.markers.length) last.push(text);
      else groups.push([text]);
    });
    var pieces = groups.reduce(function (all, group) {
      return all.concat(group.length > 2 ? group[0] + "–" + group[group.length - 1] : group);
    }, []);
    var tail = pieces.pop();
    return pieces.length ? pieces.join(", ") + " " + and + " " + tail : tail;
  }

  /* "paras. 54, 56 and 57"; "annex I, para. 3". Paragraphs of different annexes are named apart. */
  function places(report, cited) {
    var language = WORDS[report.language] ? report.language : "en";
    var words = WORDS[language];
    var units = [];
    cited.forEach(function (each) {
      var last = units[units.length - 1];
      if (last && last.unit === each.unit) last.cited.push(each);
      else units.push({ unit: each.unit, cited: [each] });
    });
    return units.map(function (group) {
      /* One range or several paragraphs are "paras."; one alone is "para.". */
      var word = group.cited.length > 1 ? words.many : words.one;
      var name = unitName(group.unit, language);
      return (name ? name + ", " : "") + word + " " + numbers(group.cited, words.and);
    }).join("; ");
  }

  function un(report, cited) {
    return report.symbol + ", " + places(report, cited);
  }

  function quoted(cited) {
    return cited.map(function (each) {
      return (cited.length > 1 ? [each.number].concat(each.markers).join(" ") + ". " : "") + each.quoted;
    });
  }

  function author(report) {
    return ["United Nations", report.organ].filter(Boolean).join(", ");
  }

  /* The words of the report are kept as they are; only the outer marks are ours. */
  function text(report, cited, link) {
    var about = [author(report), report.title, report.subtitle, report.symbol].filter(Boolean).join(", ");
    return "“" + quoted(cited).join("\n\n") + "”\n" + about + (report.written ? " (" + report.written + ")" : "") +
      ", " + places(report, cited) + ". " + link;
  }

  /* A name for lists of references: letters, figures, dots and hyphens are safe in all of them. */
  function key(report, cited) {
    return [report.symbol].concat(cited.map(function (each) {
      return [each.unit, each.number].concat(each.markers).join("-");
    })).join("-").normalize("NFKD").replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "");
  }

  /* Braces count in BibTeX even behind a backslash, so they become commands. */
  var LATEX = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"
  };

  function latex(value) {
    return value.replace(/[\\{}~^]|[&%$#_]/g, function (mark) { return LATEX[mark] || "\\" + mark; })
      .replace(/–/g, "--").replace(/\s+/g, " ");
  }

  function address(link) {
    return link.replace(/[{}\\\s"<>]/g, encodeURIComponent);
  }

  function bibtex(report, cited, link) {
    var date = (report.date || "").split("-");
    var fields = [
      ["author", "{" + latex(author(report)) + "}"],
      ["title", report.title && "{" + latex(report.title) + "}"],
      ["type", report.subtitle && latex(report.subtitle)],
      ["institution", "United Nations"],
      ["number", latex(report.symbol)],
      ["year", date[0]],
      ["month", date[1] && MONTHS[date[1] - 1]],
      ["note", latex(places(report, cited))],
      ["language", report.language],
      ["url", address(link)]
    ];
    return "@techreport{" + key(report, cited) + ",\n" + fields.filter(function (field) {
      return field[1];
    }).map(function (field) {
      return "  " + field[0] + " = " + (field[0] === "month" ? field[1] : "{" + field[1] + "}");
    }).join(",\n") + "\n}\n";
  }

  /* Tag, two spaces, hyphen, space, and no line break in a value; lines end as on Windows. A comma in AU
     parts family and given names, so the body stands in PB, which is free text. */
  function ris(report, cited, link) {
    var date = (report.date || "").split("-");
    return [
      ["TY", "RPRT"],
      ["ID", key(report, cited)],
      ["AU", "United Nations"],
      ["TI", report.title || report.symbol],
      ["M3", report.subtitle],
      ["SN", report.symbol],
      ["PB", author(report)],
      ["PY", date[0]],
      ["DA", date.length === 3 && date.join("/") + "/"],
      ["LA", report.language],
      ["N1", places(report, cited)],
      ["UR", address(link)],
      ["ER", " "]
    ].filter(function (line) { return line[1]; }).map(function (line) {
      return line[0] + "  - " + line[1].replace(/[\s\u2028\u2029]+/g, " ").replace(/^ $/, "");
    }).join("\r\n") + "\r\n";
  }

  function csl(report, cited, link) {
    var parts = (report.date || "").split("-").map(Number).filter(Boolean);
    var entry = {
      id: key(report, cited),
      type: "report",
      title: report.title || report.symbol,
      author: [{ literal: author(report) }],
      publisher: "United Nations",
      number: report.symbol,
      genre: report.subtitle || undefined,
      issued: parts.length ? { "date-parts": [parts] } : undefined,
      language: report.language || undefined,
      note: places(report, cited),
      URL: address(link)
    };
    return JSON.stringify([entry], null, 2) + "\n";
  }

  var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  function escaped(value) {
    return value.replace(/[&<>"]/g, function (mark) { return ENTITIES[mark]; });
  }

  function html(report, cited, link) {
    var target = escaped(address(link));
    var quote = quoted(cited).map(function (paragraph) {
      return "  <p>" + paragraph.split("\n").map(escaped).join("<br>\n  ") + "</p>\n";
    }).join("");
    var about = [
      escaped(author(report)),
      report.title && "<cite>" + escaped(report.title) + "</cite>",
      report.subtitle && escaped(report.subtitle)
    ].filter(Boolean).join(", ");
    return '<blockquote cite="' + target + '">\n' + quote + "</blockquote>\n<p>" + about + ', <a href="' + target +
      '">' + escaped(un(report, cited)) + "</a>" + (report.written ? " (" + escaped(report.written) + ")" : "") + ".</p>\n";
  }

  var STYLES = [
    { name: "un", label: "United Nations", make: un },
    { name: "text", label: "Quotation, plain text", make: text },
    { name: "bibtex", label: "BibTeX", make: bibtex, code: true },
    { name: "ris", label: "RIS", make: ris, code: true },
    { name: "csl", label: "CSL-JSON", make: csl, code: true },
    { name: "html", label: "HTML", make: html, code: true }
  ];

  window.pilcrow.part("citation", { styles: STYLES, places: places });
})();
