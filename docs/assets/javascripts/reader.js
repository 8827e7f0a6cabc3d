/* What a page needs before its reader touches anything; the rest loads on first use.

   Watches for hovering, focus and taps on what has a preview, and for clicks on paragraph numbers.
   The parts under reader/ and the data of reports are classic scripts that hand themselves over by
   `pilcrow.give(name, value)`: script elements work on file://, fetch and modules do not. The name is
   the file's path from the site's root. Where parts stand in the page itself, nothing is loaded. */
(function () {
  "use strict";

  var report = document.querySelector(".report");
  if (!report) return;

  var PARTS = "assets/javascripts/reader/";
  var DELAY = 300;
  var source = document.currentScript && document.currentScript.src;
  var root = source && new URL("../..", source);
  var given = new Map();
  var waiting = new Map();
  var touched = false;
  var opening = 0;

  function give(name, value) {
    given.set(name, value);
    (waiting.get(name) || []).forEach(function (then) { then(value); });
    waiting.delete(name);
  }

  /* Calls `then` with what the script gives, or with null where it cannot be had. */
  function need(name, then) {
    if (given.has(name)) return then(given.get(name));
    /* Parts that stand in the page may still be on their way while it is read. */
    if (!root && document.readyState !== "loading") return then(null);
    if (waiting.has(name)) return waiting.get(name).push(then);
    waiting.set(name, [then]);
    if (!root) return;
    var script = document.createElement("script");
    script.src = root.href + encodeURI(name);
    script.onerror = function () { give(name, null); };
    document.head.appendChild(script);
  }

  /* Calls `then` with the parts of these names, once all are there; not at all if one is missing. */
  function parts(names, then) {
    var found = [];
    names.forEach(function (name, at) {
      need(PARTS + name + ".js", function (part) {
        found[at] = part;
        if (names.every(function (_, each) { return found[each]; })) then.apply(null, found);
      });
    });
  }

  window.pilcrow = {
    report: report, root: root, give: give, need: need, parts: parts, owner: null,
    part: function (name, value) { give(PARTS + name + ".js", value); }
  };

  /* Previews. A carrier is what has something to show. */

  var CARRIERS = "[data-reason], [data-note], [data-long], .spoken-of a, a.external, a[href*='para-']";
  var LEADS = /#(?:[^#]*-)?para-\d[^#]*$/;

  function carrier(event) {
    var element = event.target.closest && event.target.closest(CARRIERS);
    if (!element || !element.closest(".report, .preview")) return null;
    var plain = element.matches("a[href*='para-']:not([data-long], [data-note], [data-reason], .external, .spoken-of a)");
    return plain && (element.matches(".para-number") || !LEADS.test(element.href)) ? null : element;
  }

  function show(element, how) {
    clearTimeout(opening);
    pilcrow.wanted = element;
    parts(["report", "preview"], function (_, preview) {
      if (pilcrow.wanted === element) preview.open(element, how);
    });
  }

  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
  }, true);

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var element = carrier(event);
    clearTimeout(opening);
    if (pilcrow.wanted !== pilcrow.owner) pilcrow.wanted = pilcrow.owner;
    if (element && element !== pilcrow.owner) opening = setTimeout(show, DELAY, element, "pointer");
  });

  document.addEventListener("focusin", function (event) {
    var element = carrier(event);
    if (element && event.target.matches(":focus-visible")) show(element, "focus");
  });

  /* The first tap shows, the second follows the link. */
  document.addEventListener("click", function (event) {
    var element = touched && carrier(event);
    clearTimeout(opening);
    if (!element || element === pilcrow.owner || element.matches(".para-number")) return;
    event.preventDefault();
    show(element, "touch");
  }, true);

  /* A reason comes as a title, which keyboard and touch never see: it becomes a preview instead. */
  report.querySelectorAll(".supplied[title], .para-number[title]").forEach(function (mark) {
    mark.setAttribute("data-reason", mark.title);
    mark.removeAttribute("title");
    if (mark.tabIndex < 0 && !mark.querySelector("a")) mark.tabIndex = 0;
  });

  /* Tools. The number of a paragraph opens them; it is the paragraph's only control. */

  function press(number, event) {
    event.preventDefault();
    parts(["report", "citation", "copy", "selection", "tools"], function () {
      arguments[4].press(number.closest(".run-in[id], .subpara[id], .para[id]"), {
        add: event.ctrlKey || event.metaKey, extend: event.shiftKey
      });
    });
  }

  /* What was chosen on another page of the report is shown again. */
  try {
    if (sessionStorage.getItem("pilcrow:" + report.getAttribute("data-folder"))) {
      parts(["report", "citation", "copy", "selection", "tools"], function () {});
    }
  } catch (error) {
    /* Refused: nothing was kept. */
  }

  function number(event) {
    var found = event.target.closest(".para-number, .subpara[id] > .marker, .run-in[id]");
    return found && found.closest(".para[id]") && found;
  }

  report.querySelectorAll(".para > .para-number").forEach(function (link) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-label", link.getAttribute("aria-label") + ": link and citation");
  });

  report.addEventListener("click", function (event) {
    var pressed = number(event);
    if (pressed) press(pressed, event);
  });

  /* A button is pressed with the space bar too. */
  report.addEventListener("keydown", function (event) {
    if (event.key === " " && event.target.matches(".para-number")) press(event.target, event);
  });

  /* Shift and a click would select the text between. */
  report.addEventListener("mousedown", function (event) {
    if (event.shiftKey && number(event)) event.preventDefault();
  });
})();
