/* Shows the long form of a term, the text of a note or the reason for a correction beside the words
   it belongs to, on hover and on keyboard focus. The pointer may move onto the tip; Escape closes it
   (WCAG 2.2, 1.4.13). Without this script the style sheet shows terms and notes in its own way. */
(function () {
  "use strict";

  var report = document.querySelector(".report");
  if (!report) return;

  var CARRIERS = "[data-long], [data-note], [data-reason]";
  var MARGIN = 8;
  var tip = document.createElement("div");
  var owner = null;
  var closing = 0;

  tip.className = "tip";
  tip.id = "pilcrow-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.appendChild(tip);

  /* A reason comes as a title, which keyboard and touch never see: it becomes a tip instead. */
  report.querySelectorAll(".supplied[title], .para-number[title]").forEach(function (mark) {
    mark.setAttribute("data-reason", mark.title);
    mark.removeAttribute("title");
    if (mark.tabIndex < 0) mark.tabIndex = 0;
  });

  function place(element) {
    /* The first line of a word that breaks over two, not the box round both. */
    var box = element.getClientRects()[0] || element.getBoundingClientRect();
    var room = document.documentElement.clientWidth;
    tip.style.left = tip.style.top = "0";
    var size = tip.getBoundingClientRect();
    var left = Math.max(MARGIN, Math.min(box.left, room - size.width - MARGIN));
    var header = document.querySelector(".md-header");
    var ceiling = header ? header.getBoundingClientRect().bottom : 0;
    var above = box.top - size.height - MARGIN / 2;
    var all = element.getBoundingClientRect();
    var top = above > ceiling ? above : all.bottom + MARGIN / 2;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = top + window.scrollY + "px";
  }

  function open(element) {
    clearTimeout(closing);
    if (owner === element) return;
    close();
    owner = element;
    tip.textContent = ["data-long", "data-note", "data-reason"]
      .map(function (name) { return element.getAttribute(name); })
      .filter(Boolean).join(" ");
    tip.hidden = !tip.textContent;
    element.setAttribute("aria-describedby", tip.id);
    place(element);
  }

  function close() {
    clearTimeout(closing);
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  }

  function closeSoon() {
    clearTimeout(closing);
    closing = setTimeout(close, 200);
  }

  function carrier(event) {
    return event.target.closest ? event.target.closest(CARRIERS) : null;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var element = carrier(event);
    if (element) open(element);
    else if (tip.contains(event.target)) clearTimeout(closing);
    else if (owner && owner !== document.activeElement) closeSoon();
  });
  document.addEventListener("focusin", function (event) {
    var element = carrier(event);
    if (element && element.matches(":focus-visible")) open(element);
  });
  document.addEventListener("focusout", function (event) {
    if (carrier(event) === owner) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && owner) close();
  });
  window.addEventListener("resize", close);
})();
