/* Brings the reader to what the address names.

   A permanent link points at the report's front page: `…/E/CN.15/2024/5/#para-54`. There the contents
   hold an entry with that id, and this script follows the entry's link for the reader. Without it the
   reader lands on the entry and follows the link by hand. A link to several paragraphs names them all
   before the first: `…/E/CN.15/2024/5/?paras=54,56~58#para-54`. */
(function () {
  "use strict";

  /* Material takes an alternate for the site in another language and asks for its sitemap, which the
     page's policy refuses. With a second word the link says the same, and is left alone. */
  document.querySelectorAll('link[rel="alternate"]').forEach(function (link) {
    link.rel = "alternate data";
  });

  /* A table or listing wider than its place scrolls in a box, which a keyboard must reach. */
  window.addEventListener("load", function () {
    document.querySelectorAll(".md-typeset__scrollwrap, pre > code").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    });
  });

  var report = document.querySelector(".report");
  if (!report) return;
  var front = report.getAttribute("data-page") === "front";

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  }

  /* The element with this id or, for `para-115-a-i` where only `para-115` has one, the element of the
     longest part of it. A subparagraph has no entry of its own in the contents. */
  function named(id) {
    for (var part = id; part; part = part.slice(0, Math.max(part.lastIndexOf("-"), 0))) {
      var element = document.getElementById(part);
      if (element) return report.contains(element) ? element : null;
    }
    return null;
  }

  /* The paragraphs that the address lists, if `id` is the first of them: `54,56~58,annex-i-para-3`. A
     number stands for `para-` and the number; `~` is a range in the order of the page. */
  function several(id) {
    var list = /[?&]paras=([^&]*)/.exec(location.search);
    if (!list) return [];
    var names = decoded(list[1]).split(",").map(function (range) {
      return range.split("~").map(function (name) { return /^\d/.test(name) ? "para-" + name : name; });
    });
    if (names[0][0] !== id) return [];
    var all = Array.from(report.querySelectorAll(front ? ".para-entry[id]" : ".para[id]"));
    return names.reduce(function (found, range) {
      var ends = range.map(named);
      var first = all.indexOf(ends[0]);
      var last = all.indexOf(ends[ends.length - 1]);
      return found.concat(range.length > 1 && first >= 0 ? all.slice(first, last + 1) : ends[0] || []);
    }, []);
  }

  /* The page that holds what an entry of the contents stands for. */
  function pageOf(element) {
    var entry = element.closest(".contents li");
    var link = entry && entry.querySelector("a[href]");
    return link && link.href.split("#")[0];
  }

  /* The page that holds all of them; the whole report where no section does. */
  function pageOfAll(first, all) {
    var page = pageOf(first);
    var whole = report.querySelector('a[href="whole.html"]');
    var apart = all.some(function (element) { return pageOf(element) !== page; });
    return apart && whole ? whole.href : page;
  }

  function show(element, exact) {
    var opened = false;
    for (var node = element.parentElement; node; node = node.parentElement) {
      if (node.localName === "details" && !node.open) {
        node.open = true;
        opened = true;
      }
    }
    /* An old id is an empty span: what it stands in is what the reader wants to see. */
    var shown = element.localName === "span" && !element.firstChild ? element.parentElement : element;
    if (!exact || shown !== element) shown.classList.add("is-target");
    if (!exact || opened) shown.scrollIntoView();
  }

  function arrive() {
    report.querySelectorAll(".is-target").forEach(function (old) {
      old.classList.remove("is-target");
    });
    var id = decoded(location.hash.slice(1));
    var element = id && named(id);
    if (!element) return;
    var all = several(id);
    var page = front && pageOfAll(element, all);
    if (!page) {
      all.forEach(function (other) { other.classList.add("is-target"); });
      show(element, element.id === id);
      return;
    }
    /* replace, not assign: Back must lead to where the reader came from, not round in a circle. */
    location.replace(page + (all.length ? location.search : "") + "#" + encodeURIComponent(id));
  }

  window.addEventListener("hashchange", arrive);
  arrive();
})();
