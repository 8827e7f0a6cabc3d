/* The catalogue: narrows the list of reports as one types, arranges it by year, body or symbol, and
   keeps the choice in the address. The list itself is in the page; nothing is loaded. Read before the
   list, so that an address with a choice never shows the whole list first. */
(function () {
  "use strict";

  var FIELDS = ["words", "body", "year", "language", "by"];
  var root = document.querySelector(".catalogue");
  var form = root.querySelector("form");
  var status = root.querySelector("[role=status]");
  var reset = root.querySelector("[type=reset]");
  var collator = new Intl.Collator("en", { numeric: true });
  var list, entries, arranged = "", saying = 0, writing = 0;

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function choice() {
    var chosen = {};
    FIELDS.forEach(function (name) { chosen[name] = form.elements[name] ? form.elements[name].value : ""; });
    return chosen;
  }

  function given() {
    return new URLSearchParams(location.search);
  }

  function fromAddress() {
    var address = given();
    FIELDS.forEach(function (name) {
      var field = form.elements[name];
      if (!field) return;
      field.value = address.get(name) || "";
      /* A value that the library does not have. */
      if (field.selectedIndex === -1) field.value = "";
    });
  }

  function toAddress(chosen) {
    var query = FIELDS.filter(function (name) { return chosen[name].trim(); }).map(function (name) {
      return name + "=" + encodeURIComponent(chosen[name].trim());
    }).join("&");
    try {
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (error) {
      /* Some browsers keep the address of a page opened from a folder; the list is narrowed anyhow. */
    }
  }

  function read() {
    list = root.querySelector(".catalogue-list");
    entries = Array.prototype.map.call(list.querySelectorAll("li"), function (item, place) {
      var words = fold(item.textContent);
      return { item: item, place: place, data: item.dataset, words: words };
    });
  }

  function heading(by, entry) {
    return by === "symbol" ? "" : entry.data[by || "year"];
  }

  /* Bodies in the order of their choice, where those without one come last. */
  function compare(by) {
    var bodies = Array.prototype.map.call(form.elements.body.options, function (option) { return option.value; });
    return function (a, b) {
      return (by === "body" && bodies.indexOf(a.data.body) - bodies.indexOf(b.data.body)) ||
        (by === "symbol" && collator.compare(a.data.symbol, b.data.symbol)) || a.place - b.place;
    };
  }

  function arrange(by) {
    if (by === arranged) return;
    arranged = by;
    var made = document.createDocumentFragment();
    var name = null;
    var items;
    entries.slice().sort(compare(by)).forEach(function (entry) {
      if (heading(by, entry) !== name) {
        name = heading(by, entry);
        var group = document.createElement("section");
        group.className = "catalogue-group";
        if (name) group.appendChild(document.createElement("h3")).textContent = name;
        items = group.appendChild(document.createElement("ul"));
        made.appendChild(group);
      }
      items.appendChild(entry.item);
    });
    list.replaceChildren(made);
  }

  function show() {
    var chosen = choice();
    var words = fold(chosen.words).split(/\s+/).filter(Boolean);
    var shown = 0;
    arrange(chosen.by);
    entries.forEach(function (entry) {
      var data = entry.data;
      var fits = (!chosen.body || data.body === chosen.body) && (!chosen.year || data.year === chosen.year) &&
        (!chosen.language || data.language.split(" ").indexOf(chosen.language) >= 0) &&
        words.every(function (word) { return entry.words.indexOf(word) >= 0; });
      if (entry.item.hidden === fits) entry.item.hidden = !fits;
      if (fits) shown++;
    });
    list.querySelectorAll("section").forEach(function (group) {
      group.hidden = !group.querySelector("li:not([hidden])");
    });
    var all = entries.length;
    var whole = all.toLocaleString("en") + " reports";
    var told = shown === all ? whole : shown ? shown.toLocaleString("en") + " of " + whole :
      "None of the " + whole + " fits";
    reset.hidden = !(chosen.words.trim() || chosen.body || chosen.year || chosen.language);
    /* Said once typing rests, and only where it changed. */
    clearTimeout(saying);
    saying = setTimeout(function () { if (status.textContent !== told) status.textContent = told; }, 150);
    clearTimeout(writing);
    writing = setTimeout(toAddress, 250, chosen);
  }

  function begin() {
    read();
    if (FIELDS.some(function (name) { return given().get(name); })) {
      fromAddress();
      show();
    }
    root.classList.remove("is-waiting");
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () {
    setTimeout(function () {
      show();
      form.elements.words.focus();
    });
  });
  form.elements.words.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !this.value) return;
    event.preventDefault();
    this.value = "";
    show();
  });
  if (FIELDS.some(function (name) { return given().get(name); })) root.classList.add("is-waiting");
  document.addEventListener("DOMContentLoaded", begin);
})();
