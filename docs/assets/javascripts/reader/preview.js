/* Shows what stands behind a word beside it: the long form and definition of a term, a footnote, the
   text of a paragraph, the reason for a correction, the paragraphs that cite a document or treat a
   State. One box for all. The pointer may move onto it and Escape closes it (WCAG 2.2, 1.4.13). It is the description of
   its owner; if it is too long for its place it can be scrolled, and is then the next stop of Tab. */
(function () {
  "use strict";

  var pilcrow = window.pilcrow;
  var MARGIN = 8;
  var GAP = 5;
  var LEAVING = 250;
  var MOST = 12;
  /* Pages of indexes, and what the data call an entry of theirs. */
  var KINDS = { states: "State", terms: "Term", documents: "Document" };
  var box = document.createElement("div");
  var owner = null;
  var closing = 0;

  box.className = "preview";
  box.id = "preview";
  box.hidden = true;
  (document.querySelector("main") || document.body).appendChild(box);

  /* What to show: {title, section, lines, quiet}. */

  /* "Also in paragraphs 55, 56": without the paragraph or the section that the reader is in. */
  function elsewhere(element, entry) {
    var own = element.closest(".para, .spoken-of");
    var within = own && own.matches(".para") ? own : pilcrow.report;
    var numbers = entry.places.filter(function (place) {
      var here = own && document.getElementById(place.id);
      return !here || !within.contains(here);
    }).map(function (place) { return place.number; });
    var more = numbers.length - MOST;
    if (!numbers.length) return "";
    return (own ? "Also in " : "In ") + (numbers.length > 1 ? "paragraphs " : "paragraph ") +
      numbers.slice(0, MOST).join(", ") + (more > 0 ? " and " + more + " more" : "");
  }

  function term(element, then) {
    var place = element.href && report.place(element);
    var content = { title: element.getAttribute("data-long"), lines: [] };
    report.data(report.own, function (data) {
      var name = data && place && place.id;
      var entry = name && report.mention(data, function (each) { return each.id === name; });
      if (name && data.terms[name]) content.lines.push({ depth: 0, text: data.terms[name] });
      if (entry) content.quiet = elsewhere(element, entry);
      then(content);
    });
  }

  /* A document cited, and the other paragraphs that cite it. */
  function cited(element, then) {
    var address = element.getAttribute("href");
    report.data(report.own, function (data) {
      var entry = data && report.mention(data, function (each) { return each.href === address; });
      then(entry && {
        title: entry.name, lines: [], quiet: elsewhere(element, entry) || "In this paragraph only"
      });
    });
  }

  /* An entry of "In this section". The data have what more than one paragraph treats, and all terms. */
  function spokenOf(element, then) {
    var page = element.pathname.slice(element.pathname.lastIndexOf("/") + 1, -".html".length);
    var id = report.place(element).id;
    report.data(report.own, function (data) {
      var entry = data && report.mention(data, function (each) {
        return each.kind === KINDS[page] && (each.id === id || each.id === "term-" + id);
      });
      var known = entry && data.terms[entry.id];
      then(data && KINDS[page] && {
        title: element.textContent,
        lines: known ? [{ depth: 0, text: known }] : [],
        quiet: entry && elsewhere(element, entry) || "In this section only"
      });
    });
  }

  function paragraph(element, then) {
    var place = report.place(element);
    if (!place) return then(null);
    report.paragraph(place.folder, place.id, function (found) {
      then(found && {
        title: "Paragraph " + found.number, section: found.section, lines: found.lines, long: true
      });
    });
  }

  function content(element, then) {
    var note = element.getAttribute("data-note");
    if (note) then({ title: element.getAttribute("aria-label"), lines: [{ depth: 0, text: note }] });
    else if (element.matches("[data-long]")) term(element, then);
    else if (element.matches(".spoken-of a")) spokenOf(element, then);
    else if (element.matches(".external")) cited(element, then);
    else if (element.matches("a[href]:not(.para-number)")) paragraph(element, then);
    else then({ lines: [] });
  }

  /* Building. Texts come in as text; U+0002 and U+0003 stand round what is in italics. */

  function add(name, className, text) {
    if (!text) return;
    var made = document.createElement(name);
    made.className = className;
    text.split(/(\u0002[^\u0003]*\u0003)/).forEach(function (piece) {
      if (piece.charAt(0) !== "\u0002") return made.append(piece);
      var italic = document.createElement("em");
      italic.textContent = piece.slice(1, -1);
      made.append(italic);
    });
    box.appendChild(made);
    return made;
  }

  function fill(element, what, how) {
    var marked = element.closest("[data-reason]");
    box.textContent = "";
    box.classList.toggle("is-long", Boolean(what.long));
    add("p", "preview__title", what.title);
    add("p", "preview__section", what.section);
    if (how === "touch" && element.href) add("p", "preview__quiet", "Tap again to follow the link");
    what.lines.forEach(function (line) {
      add("p", "preview__text depth-" + Math.min(line.depth, 3), line.text);
    });
    if (marked) add("p", "preview__text depth-0", marked.getAttribute("data-reason"));
    add("p", "preview__quiet", what.quiet);
  }

  /* Above the line if it fits there, else below, else where there is more room: beside the words, never
     over them, and inside the window. */
  function place(element) {
    var rects = element.getClientRects();
    var first = rects[0] || element.getBoundingClientRect();
    var last = rects[rects.length - 1] || first;
    var header = document.querySelector(".md-header");
    var docked = document.querySelector(".para-tools.is-docked");
    var ceiling = Math.max(0, header ? header.getBoundingClientRect().bottom : 0);
    var floor = docked && !docked.contains(element) ? docked.getBoundingClientRect().top : window.innerHeight;
    var width = document.documentElement.clientWidth;
    box.style.maxHeight = "";
    box.style.left = box.style.top = "0";
    var size = box.getBoundingClientRect();
    var above = first.top - GAP - ceiling - MARGIN;
    var below = floor - last.bottom - GAP - MARGIN;
    var up = size.height <= above || size.height > below && above > below;
    var height = Math.min(size.height, Math.max(up ? above : below, 0));
    var left = Math.max(MARGIN, Math.min((up ? first : last).left, width - size.width - MARGIN));
    if (height < size.height) box.style.maxHeight = height + "px";
    /* The box stands at 0, 0 of what holds it. */
    box.style.left = left - size.left + "px";
    box.style.top = (up ? first.top - GAP - height : last.bottom + GAP) - size.top + "px";
  }

  function describe(element, what) {
    var scrolls = box.scrollHeight > box.clientHeight + 1;
    box.setAttribute("role", scrolls ? "dialog" : "tooltip");
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute("aria-label", what.title || "Preview");
    } else {
      box.removeAttribute("tabindex");
      box.removeAttribute("aria-label");
    }
    element.setAttribute("aria-describedby", box.id);
    if (element.title) {
      element.setAttribute("data-title", element.title);
      element.removeAttribute("title");
    }
  }

  var report, status;

  function open(element, how) {
    if (owner === element) return clearTimeout(closing);
    content(element, function (what) {
      if (!what || pilcrow.wanted !== element) return;
      close();
      fill(element, what, how);
      if (!box.firstChild) return;
      owner = pilcrow.owner = pilcrow.wanted = element;
      box.hidden = false;
      box.scrollTop = 0;
      place(element);
      describe(element, what);
      if (how === "touch") status.announce(box.textContent, true);
    });
  }

  function close() {
    clearTimeout(closing);
    if (owner) {
      owner.removeAttribute("aria-describedby");
      if (owner.hasAttribute("data-title")) owner.title = owner.getAttribute("data-title");
      owner.removeAttribute("data-title");
    }
    owner = pilcrow.owner = null;
    box.hidden = true;
  }

  /* On the reader's word: nothing that is on its way comes after. */
  function dismiss() {
    pilcrow.wanted = null;
    close();
  }

  function within(target) {
    return target instanceof Node && (box.contains(target) || owner && owner.contains(target));
  }

  document.addEventListener("pointerover", function (event) {
    clearTimeout(closing);
    if (!owner || event.pointerType === "touch" || within(event.target)) return;
    if (owner.contains(document.activeElement) && document.activeElement.matches(":focus-visible")) return;
    if (!box.contains(document.activeElement)) closing = setTimeout(dismiss, LEAVING);
  });
  document.addEventListener("pointerdown", function (event) {
    if (owner && !within(event.target)) dismiss();
  });
  document.addEventListener("click", function (event) {
    if (owner && owner.contains(event.target) && !event.defaultPrevented) dismiss();
  });
  document.addEventListener("focusout", function (event) {
    if (owner && within(event.target) && !within(event.relatedTarget)) dismiss();
  });
  window.addEventListener("resize", dismiss);
  window.addEventListener("hashchange", dismiss);

  document.addEventListener("keydown", function (event) {
    if (!owner) return;
    if (event.key === "Escape") {
      event.stopImmediatePropagation();
      /* First the focus: once the preview is gone, focus would open it again. */
      if (box.contains(document.activeElement)) owner.focus({ preventScroll: true });
      dismiss();
      return;
    }
    if (event.key !== "Tab" || box.tabIndex < 0) return;
    if (owner === document.activeElement && !event.shiftKey) {
      event.preventDefault();
      box.focus({ preventScroll: true });
    } else if (document.activeElement === box) {
      /* The browser goes on from where the box belongs. */
      if (event.shiftKey) event.preventDefault();
      owner.focus({ preventScroll: true });
    }
  }, true);

  pilcrow.parts(["report", "status"], function (data, region) {
    report = data;
    status = region;
    pilcrow.part("preview", { open: open, close: dismiss });
  });
})();
