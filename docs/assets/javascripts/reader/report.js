/* The data of reports: facts of the masthead, texts of paragraphs, terms, and what is treated where.

   `paragraphs.js` in a report's folder has the facts and says which of `paragraphs-1.js`, … holds the
   text of a paragraph (scripts/pilcrow/previews/ writes them). A paragraph that stands on this page is
   taken from the page. */
(function () {
  "use strict";

  var pilcrow = window.pilcrow;
  var own = pilcrow.report.getAttribute("data-folder");

  /* What no reader of a quotation or preview wants: numbers are told apart, tools are ours. */
  var SILENT = ".para-number, .para-tools, .indicator, .alias, .visually-hidden";

  /* The folder of the report that a link leads into, and the id; null where it leaves the site. */
  function place(link) {
    var id = decodeURIComponent(link.hash.slice(1));
    if (link.getAttribute("href").charAt(0) === "#") return { folder: own, id: id };
    var start = pilcrow.root && pilcrow.root.pathname;
    if (!start || link.protocol !== pilcrow.root.protocol || link.host !== pilcrow.root.host ||
      link.pathname.indexOf(start) !== 0) return null;
    var path = decodeURIComponent(link.pathname.slice(start.length));
    return { folder: path.slice(0, path.lastIndexOf("/")), id: id };
  }

  /* Calls `then` with the data of a report, or with null. */
  function data(folder, then) {
    if (!folder) return then(null);
    pilcrow.need(folder + "/paragraphs.js", then);
  }

  function lines(element, depth, found) {
    Array.from(element.children).forEach(function (child) {
      if (child.matches(".subpara")) lines(child, depth + 1, found);
      else if (child.matches("p, table, ul, ol")) {
        var copy = child.cloneNode(true);
        copy.querySelectorAll(SILENT).forEach(function (silent) { silent.remove(); });
        var marker = element.querySelector(":scope > .marker");
        var first = marker && !found.some(function (line) { return line.holder === element; });
        var text = copy.textContent.replace(/\s+/g, " ").trim();
        found.push({ depth: depth, holder: element, text: first ? marker.textContent.trim() + " " + text : text });
      }
    });
    return found;
  }

  /* Lines of a paragraph on this page: [{depth, text}]; a subparagraph's with its marker. */
  function linesOf(element) {
    if (element.matches(".run-in")) return [{ depth: 0, text: member(element) }];
    return lines(element, 0, []);
  }

  /* A member of a run-in list goes from its marker to the next. */
  function member(marker) {
    var text = marker.closest("p");
    var following = Array.from(text.querySelectorAll(".run-in"));
    var next = following[following.indexOf(marker) + 1];
    var range = document.createRange();
    range.setStartBefore(marker);
    if (next) range.setEndBefore(next);
    else range.setEndAfter(text.lastChild);
    var copy = range.cloneContents();
    copy.querySelectorAll(SILENT).forEach(function (silent) { silent.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* The heading that the paragraph stands under. */
  function headingOf(element) {
    var above = Array.from(pilcrow.report.querySelectorAll("h1, h2, h3, h4, h5, h6")).filter(function (heading) {
      return heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    return above.length ? above[above.length - 1].textContent.trim() : "";
  }

  /* Calls `then` with {number, section, lines} of a paragraph, or with null. Ids of subparagraphs
     give the paragraph they stand in. */
  function paragraph(folder, id, then) {
    var here = folder === own && document.getElementById(id);
    here = here && here.closest(".para");
    if (here) {
      return then({
        number: here.getAttribute("data-number"), section: headingOf(here), lines: linesOf(here)
      });
    }
    data(folder, function (facts) {
      var known = facts && longest(places(facts), id);
      if (!known) return then(null);
      var held = facts.places[known];
      pilcrow.need(folder + "/paragraphs-" + held.block + ".js", function (texts) {
        var found = texts && texts[known];
        then(found ? {
          number: held.number,
          section: held.section,
          lines: found.map(function (line) {
            var text = line.replace(/^\t+/, "");
            return { depth: line.length - text.length, text: text };
          })
        } : null);
      });
    });
  }

  /* Where each paragraph stands: {id: {id, number, page, section, block}}. A section lists its paragraphs
     as "54", short for the id para-54 and the number 54, or as id and number. */
  function places(facts) {
    if (facts.places) return facts.places;
    facts.places = Object.create(null);
    facts.order = [];
    facts.sections.forEach(function (section) {
      section[3].forEach(function (entry) {
        var pair = entry.split(" ");
        var id = pair.length > 1 ? pair[0] : "para-" + entry;
        facts.order.push(facts.places[id] = {
          id: id, number: pair[pair.length - 1], page: section[0], section: section[1], block: section[2]
        });
      });
    });
    return facts.places;
  }

  /* Ids of the paragraphs, in the order of the report. */
  function order(facts) {
    places(facts);
    return facts.order.map(function (place) { return place.id; });
  }

  /* A subject with where it is treated: {kind, id, name, href, places}. */
  function subject(facts, row) {
    places(facts);
    return {
      kind: row[0], id: row[1], name: row[2], href: row[3],
      places: row[4].map(function (at) { return facts.order[at]; })
    };
  }

  function mention(facts, matches) {
    var row = facts.mentions.find(function (each) { return matches({ kind: each[0], id: each[1], href: each[3] }); });
    return row ? subject(facts, row) : null;
  }

  /* The subjects of the paragraphs with these ids. */
  function mentionsOf(facts, ids) {
    return facts.mentions.map(function (row) { return subject(facts, row); }).filter(function (entry) {
      return entry.places.some(function (place) { return ids.indexOf(place.id) >= 0; });
    });
  }

  function longest(names, id) {
    for (var part = id; part; part = part.slice(0, Math.max(part.lastIndexOf("-"), 0))) {
      if (names[part]) return part;
    }
    return null;
  }

  pilcrow.part("report", {
    own: own, place: place, data: data, order: order, paragraph: paragraph, linesOf: linesOf, mention: mention, mentionsOf: mentionsOf
  });
})();
