/* The tools of a paragraph, in one box: its permanent link, its citation in the style used last, and
   where else its subjects are treated. The box opens at the number and stands behind it in the order of
   Tab. With several paragraphs it moves to the foot of the window and speaks of all of them; they stay
   chosen on the report's other pages, while the window is open. */
(function () {
  "use strict";

  var pilcrow = window.pilcrow;
  var page = pilcrow.report;
  var MOST = 15;
  var KEY = "citation";
  var KEPT = "pilcrow:" + page.getAttribute("data-folder");
  /* Picks of selection.js, and the element that was pressed last. */
  var chosen = [];
  var origin = null;
  var selecting = false;
  var facts = null;
  var report, citation, copy, selection, status;

  function element(name, attributes, parent, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function button(label, className, parent, press) {
    var made = element("button", { type: "button", class: className }, parent, label);
    made.addEventListener("click", press);
    return made;
  }

  function choice(label, className, parent) {
    var holder = element("label", { class: className }, parent);
    element("span", {}, holder, label);
    return element("select", {}, holder);
  }

  var box = element("div", { class: "para-tools", role: "group", hidden: "" });
  var head = element("div", { class: "para-tools__head" }, box);
  var name = element("strong", {}, head);
  var part = choice("Part", "para-tools__part", head);
  var unfolding = button("Cite", "para-tools__unfold", head, function () { fold(false); });
  var closing = button("", "para-tools__close", head, dismiss);
  var reason = element("p", { class: "para-tools__reason" }, box);
  var actions = element("div", { class: "para-tools__actions" }, box);
  button("Copy link", "", actions, function () { put(selection.link(chosen), "Link"); });
  button("Copy citation", "", actions, function () { put(cite(), "Citation"); });
  if (navigator.share) button("Share…", "", actions, share);
  var more = button("Select more", "para-tools__more", actions, function () { setSelecting(!selecting); });
  var style = choice("Style", "para-tools__style", box);
  var field = element("textarea", { readonly: "", spellcheck: "false", "aria-label": "Citation" }, box);
  var mentions = button("", "para-tools__mentions", box, function () { openMentions(subjects.hidden); });
  var subjects = element("dl", { id: "para-tools-subjects", hidden: "" }, box);
  mentions.setAttribute("aria-controls", subjects.id);
  closing.setAttribute("aria-label", "Close");

  /* Citing */

  function chosenStyle() {
    return citation.styles[style.selectedIndex];
  }

  function known() {
    return facts || {
      symbol: page.getAttribute("data-symbol"), language: page.getAttribute("data-language")
    };
  }

  function cite() {
    return chosenStyle().make(known(), selection.cited(chosen), selection.link(chosen));
  }

  function showCitation() {
    field.setAttribute("aria-label", "Citation");
    field.value = cite().replace(/\s+$/, "");
    field.rows = chosenStyle().name === "un" ? 1 : 5;
    field.classList.toggle("is-code", chosenStyle().code === true);
  }

  function put(text, what) {
    copy(text, function (done) {
      if (done) return status.announce(what + " copied");
      /* Neither way is allowed: the reader copies by hand. */
      field.setAttribute("aria-label", "Copy this " + what.toLowerCase());
      field.value = text;
      field.focus();
      field.select();
      status.announce("Copying is not allowed here. The " + what.toLowerCase() + " is selected: copy it by hand");
    });
  }

  function share() {
    var un = citation.styles[0].make(known(), selection.cited(chosen));
    navigator.share({ title: un, text: un, url: selection.link(chosen) }).catch(function (error) {
      if (error.name !== "AbortError") status.announce("The system did not take it");
    });
  }

  function remembered() {
    var kept = window.__md_get && window.__md_get(KEY);
    var at = citation.styles.findIndex(function (each) { return each.name === kept; });
    return Math.max(at, 0);
  }

  /* Mentions: where else the subjects of the chosen paragraphs are treated, the rarest first. */

  function ids() {
    return chosen.map(function (each) { return each.paragraph; });
  }

  function subjectsOf(data) {
    var own = ids();
    return report.mentionsOf(data, own).map(function (entry) {
      entry.places = entry.places.filter(function (place) { return own.indexOf(place.id) < 0; });
      return entry;
    }).filter(function (entry) {
      return entry.places.length;
    }).sort(function (one, other) { return one.places.length - other.places.length; });
  }

  function link(place) {
    var here = document.getElementById(place.id);
    var address = here && page.contains(here) ? "" : place.page;
    return element("a", {
      href: address + "#" + encodeURIComponent(place.id), "aria-label": "Paragraph " + place.number
    }, null, place.number);
  }

  function countMentions() {
    openMentions(false);
    mentions.hidden = true;
    report.data(report.own, function (data) {
      var found = data ? subjectsOf(data).length : 0;
      mentions.hidden = !found;
      mentions.textContent = "Treated elsewhere: " + found + (found > 1 ? " subjects" : " subject");
    });
  }

  function openMentions(open) {
    mentions.setAttribute("aria-expanded", String(open));
    subjects.hidden = !open;
    subjects.textContent = "";
    if (!open) return;
    report.data(report.own, function (data) {
      subjectsOf(data).forEach(function (entry) {
        var title = element("dt", {}, subjects);
        var address = entry.href && (/^https?:/.test(entry.href) ? entry.href : pilcrow.root && pilcrow.root.href + entry.href);
        if (address) element("a", { href: address }, title, entry.name);
        else title.textContent = entry.name;
        element("span", { class: "para-tools__kind" }, title, entry.kind);
        var list = element("dd", {}, subjects);
        entry.places.slice(0, MOST).forEach(function (place) { list.append(link(place), " "); });
        if (entry.places.length > MOST) list.append("and " + (entry.places.length - MOST) + " more");
      });
      box.scrollIntoView({ block: "nearest" });
    });
  }

  /* Choosing */

  /* What a pick stands for on this page. */
  function shown(pick) {
    var found = document.getElementById(pick.id);
    return found && page.contains(found) ? found : null;
  }

  function number(target) {
    return target.closest(".para").querySelector(".para-number");
  }

  function label() {
    var places = citation.places(known(), selection.cited(chosen));
    return places.charAt(0).toUpperCase() + places.slice(1);
  }

  function fillParts(target) {
    var paragraph = target && target.closest(".para");
    var inside = paragraph ? Array.from(paragraph.querySelectorAll(".subpara[id], .run-in[id]")) : [];
    part.textContent = "";
    part.parentElement.hidden = !inside.length || chosen.length > 1;
    if (!paragraph) return;
    [paragraph].concat(inside).forEach(function (each) {
      element("option", { value: each.id }, part, selection.markers(each).join(" ") || "Whole paragraph");
    });
    part.value = target.id;
  }

  function mark() {
    page.querySelectorAll(".is-selected").forEach(function (old) { old.classList.remove("is-selected"); });
    page.querySelectorAll('.para-number[aria-expanded="true"]').forEach(function (old) {
      old.setAttribute("aria-expanded", "false");
    });
    page.querySelectorAll(".para-number").forEach(function (each) {
      if (!selecting) each.removeAttribute("aria-pressed");
      else each.setAttribute("aria-pressed", String(ids().indexOf(each.closest(".para").id) >= 0));
    });
    chosen.map(shown).filter(Boolean).forEach(function (each) { each.classList.add("is-selected"); });
    if (origin && chosen.length) number(origin).setAttribute("aria-expanded", "true");
  }

  /* Shows the box for what is chosen, behind the number that was pressed last. */
  function show() {
    keep();
    if (!chosen.length) return close();
    var several = chosen.length > 1;
    var docked = selecting || several;
    var head = origin && number(origin);
    selection.inOrder(chosen);
    box.classList.toggle("is-docked", docked);
    fold(false);
    name.textContent = several || !head ? label() : "Paragraph " + head.parentElement.getAttribute("data-number");
    box.setAttribute("aria-label", (several ? label() : name.textContent) + ": link and citation");
    reason.textContent = !several && head && head.getAttribute("data-reason") || "";
    more.setAttribute("aria-pressed", String(selecting));
    fillParts(shown(chosen[0]));
    mark();
    if (head && box.previousElementSibling !== head) head.after(box);
    else if (!head) page.append(box);
    box.hidden = false;
    showCitation();
    countMentions();
    fit();
  }

  /* Folded, it only names what was chosen on other pages, and leaves the page to be read. */
  function fold(folded) {
    box.classList.toggle("is-folded", folded);
    unfolding.hidden = !folded;
  }

  /* Several paragraphs are kept for the report's other pages, where the browser lets them be. */
  function keep() {
    try {
      if (selecting && chosen.length || chosen.length > 1) sessionStorage.setItem(KEPT, JSON.stringify(chosen));
      else sessionStorage.removeItem(KEPT);
    } catch (error) {
      /* Refused: they are chosen on this page only. */
    }
  }

  /* What was chosen before, on this page or another. */
  function restore() {
    try {
      chosen = selection.read(sessionStorage.getItem(KEPT) || "[]");
    } catch (error) {
      chosen = [];
    }
    if (!chosen.length) return close();
    selecting = true;
    origin = null;
    show();
    fold(true);
    status.announce(label() + " selected", true);
  }

  /* A box that does not fit below its number stands above it. */
  function fit() {
    box.classList.remove("is-above");
    if (box.classList.contains("is-docked") || !origin) return;
    var below = box.getBoundingClientRect();
    var top = number(origin).getBoundingClientRect().top;
    if (below.bottom > window.innerHeight && top - below.height > 60) box.classList.add("is-above");
  }

  function close() {
    chosen = [];
    selecting = false;
    keep();
    box.hidden = true;
    mark();
    origin = null;
  }

  /* On the reader's word: the focus goes back to the number. */
  function dismiss() {
    var back = box.contains(document.activeElement) && origin && number(origin);
    close();
    if (back) back.focus({ preventScroll: true });
  }

  function setSelecting(on) {
    selecting = on;
    if (!on && chosen.length > 1) selecting = false;
    show();
    if (on) status.announce("Choose more paragraphs by their numbers");
  }

  function toggle(pick) {
    var others = chosen.filter(function (each) { return each.id !== pick.id; });
    chosen = others.length < chosen.length ? others : chosen.concat(pick);
  }

  /* Adds all paragraphs up to this one; those of other pages as the report's data have them. */
  function extend(target) {
    var from = origin ? origin.closest(".para").id : chosen[chosen.length - 1].paragraph;
    var wanted = selection.between(from, target.closest(".para").id).filter(function (id) {
      return !chosen.some(function (each) { return each.id === id; });
    });
    var missing = wanted.length;
    if (!missing) done(target);
    wanted.forEach(function (id) {
      report.paragraph(report.own, id, function (found) {
        if (found) chosen.push(selection.pickFound(id, found));
        missing -= 1;
        if (!missing) done(target);
      });
    });
  }

  function done(target) {
    origin = chosen.length ? target : origin;
    show();
    if (chosen.length > 1) status.announce(label() + " selected", true);
  }

  /* A number or marker was pressed: with Ctrl or Cmd it joins the others, with Shift all up to it do. */
  function press(target, keys) {
    var only = chosen.length === 1 && chosen[0].id === target.id;
    if (keys.extend && chosen.length) return extend(target);
    if (keys.add || selecting) toggle(selection.pick(target, report.linesOf));
    else if (only) return dismiss();
    else chosen = [selection.pick(target, report.linesOf)];
    done(target);
  }

  part.addEventListener("change", function () {
    chosen = [selection.pick(document.getElementById(part.value), report.linesOf)];
    show();
  });

  style.addEventListener("change", function () {
    if (window.__md_set) window.__md_set(KEY, chosenStyle().name);
    showCitation();
    fit();
  });

  document.addEventListener("pointerdown", function (event) {
    if (!chosen.length || selecting || chosen.length > 1 || box.contains(event.target)) return;
    if (!event.target.closest(".para-number, .marker, .run-in, .preview")) close();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && chosen.length) dismiss();
  });

  pilcrow.parts(["report", "citation", "copy", "selection", "status"], function () {
    report = arguments[0];
    citation = arguments[1];
    copy = arguments[2];
    selection = arguments[3];
    status = arguments[4];
    citation.styles.forEach(function (each) { element("option", { value: each.name }, style, each.label); });
    style.selectedIndex = remembered();
    report.data(report.own, function (data) {
      facts = data && data.report;
      if (data) selection.known(report.order(data));
      restore();
      window.addEventListener("pageshow", function (event) {
        if (event.persisted) restore();
      });
      pilcrow.part("tools", { press: press });
    });
  });
})();
