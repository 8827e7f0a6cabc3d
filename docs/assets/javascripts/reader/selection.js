/* Which paragraphs are meant: one, a part of one, or several, on this page and on others; as facts for a
   citation, and as a link. A pick is made of plain values, so that it can be kept from page to page:
   {id, paragraph, number, markers, lines, part}: id of what is meant and of its paragraph, whose part it is,
   or -1 for all of it. */
(function () {
  "use strict";

  var report = window.pilcrow.report;
  var order = paragraphs();

  function paragraphs() {
    return Array.from(report.querySelectorAll(".para[id]")).map(function (each) { return each.id; });
  }

  /* Ids of the report's paragraphs, where its data can be had; else there are those of the page. */
  function known(ids) {
    order = ids;
  }

  function at(pick) {
    return order.indexOf(pick.paragraph);
  }

  function inOrder(picks) {
    return picks.sort(function (one, other) { return at(one) - at(other) || one.part - other.part; });
  }

  /* Ids of the paragraphs from one to the other, both with. */
  function between(one, other) {
    var ends = [order.indexOf(one), order.indexOf(other)];
    return order.slice(Math.min.apply(null, ends), Math.max.apply(null, ends) + 1);
  }

  /* "(a)", "(i)": the markers on the way down, as the UN cites subparagraphs. */
  function markers(element) {
    var found = [];
    for (var node = element; !node.matches(".para"); node = node.parentElement) {
      if (node.matches(".subpara")) found.unshift(node.querySelector(".marker").textContent.trim());
      else if (node.matches(".run-in")) found.unshift(node.textContent.trim());
    }
    return found;
  }

  function texts(lines) {
    return lines.map(function (line) { return line.text; });
  }

  /* A paragraph of this page, or a part of one. */
  function pick(element, linesOf) {
    var paragraph = element.closest(".para");
    return {
      id: element.id,
      paragraph: paragraph.id,
      number: paragraph.getAttribute("data-number"),
      markers: markers(element),
      lines: texts(linesOf(element)),
      part: Array.from(paragraph.querySelectorAll(".subpara[id], .run-in[id]")).indexOf(element)
    };
  }

  /* A whole paragraph of any page, as report.js finds it. */
  function pickFound(id, found) {
    return { id: id, paragraph: id, number: found.number, markers: [], lines: texts(found.lines), part: -1 };
  }

  /* What was kept, if it is a list of picks. */
  function read(kept) {
    var picks = JSON.parse(kept);
    function text(value) { return typeof value === "string"; }
    return Array.isArray(picks) && picks.every(function (each) {
      return each && text(each.id) && text(each.paragraph) && text(each.number) && typeof each.part === "number" &&
        Array.isArray(each.markers) && each.markers.every(text) && Array.isArray(each.lines) && each.lines.every(text);
    }) ? picks : [];
  }

  function unit(pick) {
    return (/^(.+?)-para-/.exec(pick.paragraph) || ["", ""])[1];
  }

  function follows(pick, before) {
    return Boolean(before) && before.part < 0 && pick.part < 0 && at(before) >= 0 && at(before) + 1 === at(pick);
  }

  /* What citation.js takes. */
  function cited(picks) {
    return picks.map(function (each, place) {
      var before = picks[place - 1];
      return {
        unit: unit(each),
        number: each.number,
        markers: each.markers,
        quoted: each.lines.join("\n"),
        follows: follows(each, before) && unit(before) === unit(each)
      };
    });
  }

  function short(pick) {
    return pick.id.replace(/^para-(?=\d)/, "");
  }

  /* `54~57,60`: what anchors.js reads. */
  function list(picks) {
    var rows = [];
    picks.forEach(function (each) {
      var row = rows[rows.length - 1];
      if (row && follows(each, row[row.length - 1])) row.push(each);
      else rows.push([each]);
    });
    return rows.map(function (row) {
      return row.length > 2 ? short(row[0]) + "~" + short(row[row.length - 1]) : row.map(short).join(",");
    }).join(",");
  }

  /* The report's own front page, wherever this copy is read: on a server, in a folder, by e-mail. */
  function link(picks) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var page = canonical ? canonical.href : location.href.split(/[?#]/)[0];
    return page.slice(0, page.lastIndexOf("/") + 1) +
      (picks.length > 1 ? "?paras=" + list(picks) : "") + "#" + picks[0].id;
  }

  window.pilcrow.part("selection", {
    known: known, inOrder: inOrder, between: between, markers: markers, pick: pick, pickFound: pickFound, read: read,
    cited: cited, link: link
  });
})();
