/* The tools of a paragraph: copy its permanent link, copy its citation. There is one box, which moves
   to the paragraph in hand: on hover, on keyboard focus (it is next in the tab order after the
   number), and on touch. */
(function () {
  "use strict";

  var report = document.querySelector(".report");
  if (!report || !report.querySelector(".para-number")) return;

  var TARGETS = ".run-in[id], .subpara[id], .para[id]";
  var ICONS = {
    link: "M6.5 9.5l3-3M7.5 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4l-1.2 1.2M8.5 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4l1.2-1.2",
    citation: "M3 9.5h3.5V6H3v3.5q0 2 2 3M9.5 9.5H13V6H9.5v3.5q0 2 2 3",
    close: "M4 4l8 8M12 4l-8 8"
  };
  var narrow = window.matchMedia("(max-width: 44.984375em)");
  var current = null;
  var dismissing = false;

  function element(name, attributes, parent) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (parent) parent.appendChild(made);
    return made;
  }

  function button(kind, label) {
    var made = element("button", { type: "button", class: kind }, tools);
    made.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="' + ICONS[kind] + '"/></svg>';
    if (label) element("span", { class: "label", "aria-hidden": "true" }, made).textContent = label;
    return made;
  }

  var tools = element("div", { class: "para-tools", role: "toolbar", hidden: "" });
  var name = element("span", { class: "name", "aria-hidden": "true" }, tools);
  var linkButton = button("link", "Copy link");
  var citationButton = button("citation", "Copy citation");
  var closeButton = button("close", "");
  var manual = element("label", { class: "para-tools__text", hidden: "" }, tools);
  var manualLabel = element("span", {}, manual);
  var field = element("input", { type: "text", readonly: "" }, manual);
  var status = element("div", { class: "para-status", role: "status", "aria-live": "polite" }, document.body);
  closeButton.setAttribute("aria-label", "Close");

  /* "115 (a) (i)": the number, then the markers on the way down, as the UN cites subparagraphs. */
  function citedNumber(target) {
    var markers = [];
    for (var node = target; !node.matches(".para"); node = node.parentElement) {
      if (node.matches(".subpara")) markers.unshift(node.querySelector(".marker").textContent.trim());
      else if (node.matches(".run-in")) markers.unshift(node.textContent.trim());
    }
    return [node.getAttribute("data-number")].concat(markers).join(" ");
  }

  /* Paragraphs of an annex begin again at 1; their ids name the annex: annex-ii-para-3. */
  function citation(target) {
    var annex = /^annex-([ivxlcdm]+|\d+)-/.exec(target.id);
    return [report.getAttribute("data-symbol")]
      .concat(annex ? ["annex " + annex[1].toUpperCase()] : [], ["para. " + citedNumber(target)])
      .join(", ");
  }

  /* The report's own front page, wherever this copy is read: on a server, in a folder, by e-mail. */
  function permanentLink(target) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var page = canonical ? canonical.href : location.href.split("#")[0];
    return page.slice(0, page.lastIndexOf("/") + 1) + "#" + target.id;
  }

  function open(target) {
    if (target === current) return;
    var number = citedNumber(target);
    var head = target.matches(".run-in") ? target : target.querySelector(".para-number, .marker");
    manual.hidden = true;
    current = target;
    name.textContent = "Para. " + number;
    tools.setAttribute("aria-label", "Paragraph " + number + ": link and citation");
    linkButton.setAttribute("aria-label", "Copy link to paragraph " + number);
    citationButton.setAttribute("aria-label", "Copy citation of paragraph " + number);
    head.after(tools);
    tools.hidden = false;
  }

  function close() {
    current = null;
    manual.hidden = true;
    tools.hidden = true;
  }

  /* On the reader's word: the focus goes back to what the box belonged to. */
  function dismiss() {
    var head = tools.previousElementSibling;
    var inside = tools.contains(document.activeElement);
    close();
    if (!inside) return;
    dismissing = true;
    (head.querySelector("a") || head).focus({ preventScroll: true });
    dismissing = false;
  }

  function announce(message) {
    status.textContent = "";
    clearTimeout(announce.later);
    announce.later = setTimeout(function () {
      status.textContent = message;
      announce.later = setTimeout(function () { status.textContent = ""; }, 4000);
    }, 50);
  }

  /* Where the clipboard is absent (plain http) or refused, the reader copies by hand. */
  function offer(text, what) {
    manualLabel.textContent = "Copy this " + what.toLowerCase() + ":";
    field.value = text;
    manual.hidden = false;
    field.focus();
    field.select();
  }

  function copy(text, what) {
    manual.hidden = true;
    var written = navigator.clipboard && navigator.clipboard.writeText
      ? navigator.clipboard.writeText(text)
      : Promise.reject();
    written.then(
      function () { announce(what + " copied"); },
      function () { offer(text, what); }
    );
  }

  linkButton.addEventListener("click", function () { copy(permanentLink(current), "Link"); });
  citationButton.addEventListener("click", function () { copy(citation(current), "Citation"); });
  closeButton.addEventListener("click", dismiss);

  function targetOf(event) {
    if (!event.target.closest || tools.contains(event.target)) return null;
    var target = event.target.closest(TARGETS);
    return target && report.contains(target) && target.closest(".para") ? target : null;
  }

  /* Keyboard focus in the box holds it where it is while the pointer wanders. */
  function held() {
    var focused = document.activeElement;
    return !tools.hidden && tools.contains(focused) && focused.matches(":focus-visible");
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch" || narrow.matches || held() || tools.contains(event.target)) return;
    var target = targetOf(event);
    /* Only the marker of a run-in member can be pointed at: on its way from there to the margin the
       pointer crosses the paragraph, which must not take the box back. */
    if (target && current && current.matches(".run-in") && target.contains(current)) return;
    if (target) open(target);
    else if (current && !current.closest(".para").contains(document.activeElement)) close();
  });

  document.addEventListener("focusin", function (event) {
    var target = targetOf(event);
    if (dismissing) return;
    if (target && event.target.matches(":focus-visible")) open(target);
    else if (current && !current.closest(".para").contains(event.target)) close();
  });

  /* A tap on the text or the number; not the end of a scroll or of a selection. */
  report.addEventListener("click", function (event) {
    var target = targetOf(event);
    var link = event.target.closest("a");
    if (!target || !narrow.matches && event.pointerType !== "touch") return;
    if (link && !link.matches(".para-number, .marker a, .run-in a")) return;
    if (String(window.getSelection())) return;
    open(target);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && current) dismiss();
    var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    var buttons = [linkButton, citationButton, closeButton];
    var at = step ? buttons.indexOf(document.activeElement) : -1;
    if (at >= 0) (buttons[at + step] || buttons[at]).focus();
  });

  /* Markers of subparagraphs link to themselves, so that they too are reached by keyboard. */
  report.querySelectorAll(".subpara[id] > .marker, .run-in[id]").forEach(function (marker) {
    if (marker.querySelector("a") || marker.localName === "a") return;
    var target = marker.closest("[id]");
    var link = element("a", { href: "#" + target.id, "aria-label": "Paragraph " + citedNumber(target) });
    link.append.apply(link, marker.childNodes);
    marker.append(link);
  });
})();
