/* Which paragraphs are meant: one, a part of one, or several; as facts for a citation, and as a link. */
(function () {
  "use strict";

  var report = window.pilcrow.report;

  function paragraphs() {
    return Array.from(report.querySelectorAll(".para[id]"));
  }

  function inOrder(elements) {
    return elements.sort(function (one, other) {
      return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    });
  }

  /* The paragraphs from one to the other, both with. */
  function between(one, other) {
    var all = paragraphs();
    var ends = [one, other].map(function (element) { return all.indexOf(element.closest(".para")); });
    return all.slice(Math.min.apply(null, ends), Math.max.apply(null, ends) + 1);
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

  function unit(element) {
    return (/^(.+?)-para-/.exec(element.closest(".para").id) || ["", ""])[1];
  }

  /* What citation.js takes. */
  function cited(elements, linesOf) {
    var all = paragraphs();
    return elements.map(function (element, at) {
      var before = elements[at - 1];
      return {
        unit: unit(element),
        number: element.closest(".para").getAttribute("data-number"),
        markers: markers(element),
        quoted: linesOf(element).map(function (line) { return line.text; }).join("\n"),
        follows: Boolean(before) && unit(before) === unit(element) && all.indexOf(before) >= 0 &&
          all.indexOf(before) + 1 === all.indexOf(element)
      };
    });
  }

  function short(element) {
    return element.id.replace(/^para-(?=\d)/, "");
  }

  /* `54~57,60`: what anchors.js reads. */
  function list(elements) {
    var all = paragraphs();
    var rows = [];
    elements.forEach(function (element) {
      var row = rows[rows.length - 1];
      var last = row && row[row.length - 1];
      if (last && all.indexOf(last) >= 0 && all.indexOf(last) + 1 === all.indexOf(element)) row.push(element);
      else rows.push([element]);
    });
    return rows.map(function (row) {
      return row.length > 2 ? short(row[0]) + "~" + short(row[row.length - 1]) : row.map(short).join(",");
    }).join(",");
  }

  /* The report's own front page, wherever this copy is read: on a server, in a folder, by e-mail. */
  function link(elements) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var page = canonical ? canonical.href : location.href.split(/[?#]/)[0];
    return page.slice(0, page.lastIndexOf("/") + 1) +
      (elements.length > 1 ? "?paras=" + list(elements) : "") + "#" + elements[0].id;
  }

  window.pilcrow.part("selection", { inOrder: inOrder, between: between, markers: markers, cited: cited, link: link });
})();
