/* Brings the reader to what the address names.

   A permanent link points at the report's front page: `…/E/CN.15/2024/5/#para-54`. There the contents
   hold an entry with that id, and this script follows the entry's link for the reader. Without it the
   reader lands on the entry and follows the link by hand. */
(function () {
  "use strict";

  /* Material takes an alternate for the site in another language and asks for its sitemap, which the
     page's policy refuses. With a second word the link says the same, and is left alone. */
  document.querySelectorAll('link[rel="alternate"]').forEach(function (link) {
    link.rel = "alternate data";
  });

  var report = document.querySelector(".report");
  if (!report) return;

  function fragment() {
    var id = location.hash.slice(1);
    try {
      return decodeURIComponent(id);
    } catch (error) {
      return id;
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

  /* The page that holds what an entry of the contents stands for. */
  function entryLink(element) {
    var entry = element.closest(".contents li");
    return entry && entry.querySelector("a[href]");
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
    var id = fragment();
    var element = id && named(id);
    if (!element) return;
    var link = report.getAttribute("data-page") === "front" && entryLink(element);
    if (!link) {
      show(element, element.id === id);
      return;
    }
    /* replace, not assign: Back must lead to where the reader came from, not round in a circle. */
    location.replace(link.href.split("#")[0] + "#" + encodeURIComponent(id));
  }

  window.addEventListener("hashchange", arrive);
  arrive();
})();
