/* Puts our search behind Material's box: keeps its keys and its list, replaces its worker.
 *
 * Stands before Material's scripts on every page and is all of the search that a page loads; the
 * rest comes when the box is first used. Written for old browsers too, so that they are told.
 */
(function () {
  "use strict";
  var S = (window.pilcrowSearch = window.pilcrowSearch || {});
  var own = document.currentScript;
  if (!own || S.base) return;
  S.base = own.src.replace(/assets\/javascripts\/.*$/, "");
  var PLACE = "assets/javascripts/search/";
  var STEMMED = /^(?:es|fr|ru)$/; // languages whose stemmer is a file of its own
  var page = document.querySelector(".search-page");
  var SHOWN = 10; // each result may need a file of texts; all stand on the results page
  var scripts = {};

  // The files of the index call this. A page may hold them itself, after this script: then they are
  // taken from here and nothing is loaded.
  S.arrived = {};
  S.early = {};
  window.__shard = function (name, text, sum) { S.arrived[name] = { text: text, sum: sum }; };

  function script(name) {
    if (!scripts[name]) {
      scripts[name] = new Promise(function (resolve, reject) {
        var element = document.createElement("script");
        element.charset = "utf-8";
        element.async = false;
        element.onload = function () { resolve(); };
        element.onerror = function () {
          delete scripts[name];
          element.parentNode.removeChild(element);
          reject(new Error(name + ".js"));
        };
        element.src = S.base + (/\//.test(name) ? name : PLACE + name) + ".js";
        document.head.appendChild(element);
      });
    }
    return scripts[name];
  }

  /** What is searched: on the page of all results what its address says, of the languages that
   * stand on it; elsewhere the page's own. */
  function language() {
    var offered = ((page && page.getAttribute("data-languages")) || "").split(" ");
    var asked = /[?&]in=([a-z]{2})(?:&|$)/.exec(location.search);
    if (offered[0]) return asked && offered.indexOf(asked[1]) >= 0 ? asked[1] : offered[0];
    var report = document.querySelector(".report[data-language]");
    return (report && report.getAttribute("data-language")) || document.documentElement.lang || "en";
  }

  /** The engine, loaded at first use; a failure is not kept, so that the next use tries again. */
  S.ready = function () {
    if (!S.opening) {
      var base = "search/" + language() + "/";
      // The manifest comes beside the engine, and so does what every query needs of the index;
      // where one fails, the engine asks again and says so.
      var early = S.arrived.manifest ? null : script(base + "manifest").then(function () {
        var manifest = JSON.parse(S.arrived.manifest.text.split("\x1c")[0]);
        [manifest.vocabulary, manifest.glossary.split("\x1e")[0]].forEach(function (row) {
          var name = row.split("\t").pop();
          // Small ones stand in the manifest.
          if (!name || name[0] === "=") return;
          S.early[name] = script(base + name);
          S.early[name].catch(function () {});
        });
      }).catch(function () {});
      var stemmer = STEMMED.test(language()) ? script("stem-" + language()) : null;
      S.opening = Promise.all([S.Engine || script("search"), stemmer, early]).then(function () {
        return S.Engine.open(S.base + base);
      });
      S.opening.catch(function () { S.opening = null; });
    }
    return S.opening;
  };

  S.language = language;

  S.tell = function (error) {
    if (S.trouble) return S.trouble(error);
    if (error && /\.js$/.test(error.message)) {
      return "The search cannot load its file " + PLACE + error.message +
        ". Copy or unzip the whole folder again to repair it. Everything else can be read on.";
    }
    return "The search does not work in this browser. Everything can be read on.";
  };

  // Arriving from a result: the words are marked.
  if (/[?&]h=/.test(location.search) && window.Promise) {
    script("search").then(function () { return script("marks"); }).catch(function () {});
  }

  // The page of all results has a field of its own.
  if (page) {
    var tellPage = function (error) {
      page.querySelector("[role=status]").textContent = S.tell(error);
    };
    [].forEach.call(document.querySelectorAll(".md-search, label[for=__search]"), function (part) {
      part.parentNode.removeChild(part);
    });
    if (window.Promise) {
      script("results").catch(tellPage);
    } else {
      tellPage();
    }
    return;
  }

  var form = document.querySelector(".md-search__form");
  var input = document.querySelector(".md-search__input");
  if (!form || !input) return;
  // Material fetches its stock index where a form has this name.
  form.removeAttribute("name");

  var listeners = [];
  var note, all, waiting, busy, shown, entered;

  function emit(message) {
    listeners.slice().forEach(function (listener) { listener({ data: message }); });
  }

  var port = {
    addEventListener: function (type, listener) { if (type === "message") listeners.push(listener); },
    removeEventListener: function (type, listener) {
      listeners = listeners.filter(function (other) { return other !== listener; });
    },
    postMessage: function (message) { if (message.type === 2) ask(String(message.data)); },
    terminate: function () {},
  };
  var Native = window.Worker;
  window.Worker = function (url, options) {
    return /\/workers\/search\./.test(String(url)) ? port : new Native(url, options);
  };

  function start() {
    if (note) return;
    // First, as the files take a while.
    if (window.Promise) S.ready().catch(function (error) { say([S.tell(error)]); });
    var result = document.querySelector("[data-md-component=search-result]");
    result.className += " search-box";
    note = document.createElement("div");
    note.className = "search-note";
    note.setAttribute("role", "status");
    result.insertBefore(note, result.lastElementChild);
    all = document.createElement("a");
    all.className = "search-all";
    all.hidden = true;
    // Enter looks for the best score among all links here, and stumbles over one without.
    var words = document.createElement("span");
    words.setAttribute("data-md-score", "-1");
    words.textContent = "All results on one page";
    all.appendChild(words);
    result.appendChild(all);
    if (window.MutationObserver) {
      new MutationObserver(straighten).observe(result.querySelector("ol"), { childList: true });
    }
    emit({ type: 1 });
    say(["Type words, a paragraph’s number or a symbol."]);
    if (!window.Promise) say([S.tell()]);
  }

  /** Material wants one page a result; the address a reader gets is the paragraph's own. */
  function straighten(changes) {
    changes.forEach(function (change) {
      [].forEach.call(change.addedNodes, function (item) {
        [].forEach.call(item.querySelectorAll("a[href]"), function (link) {
          var address = new URL(link.href);
          var id = address.searchParams.get("para");
          if (id === null) return;
          address.searchParams.delete("para");
          link.href = address.origin === "null" || address.protocol === "file:"
            ? link.href.split("?")[0] + address.search + (id ? "#" + id : "")
            : address.pathname + address.search + (id ? "#" + id : "");
        });
      });
    });
  }

  function say(sentences, near) {
    note.textContent = sentences.join(" ");
    (near || []).forEach(function (word, i) {
      if (!i) note.appendChild(document.createTextNode(" Near words: "));
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.onclick = function () {
        input.value = word;
        input.focus();
        input.dispatchEvent(new Event("keyup"));
      };
      note.appendChild(button);
      note.appendChild(document.createTextNode(" "));
    });
  }

  function ask(typed) {
    waiting = typed;
    if (busy) return;
    busy = true;
    var now = waiting;
    waiting = undefined;
    find(now).catch(function (error) {
      emit({ type: 3, data: { items: [] } });
      all.hidden = true;
      say([S.tell(error)]);
    }).then(function () {
      busy = false;
      if (waiting !== undefined) ask(waiting);
    });
  }

  function find(typed) {
    if (!typed.trim()) {
      emit({ type: 3, data: { items: [] } });
      all.hidden = true;
      say(["Type words, a paragraph’s number or a symbol."]);
      return Promise.resolve();
    }
    var report = document.querySelector(".report[data-symbol]");
    var here = report ? report.getAttribute("data-symbol") : "";
    return S.ready().then(function (engine) {
      var breathe = S.pace();
      function draw(found, views) {
        return breathe().then(function () {
          show(typed, found, views);
        });
      }
      return S.answer(engine, typed, here).then(function (found) {
        var places = found.first(SHOWN);
        function whole() {
          return Promise.all(places.map(found.viewOf)).then(function (views) {
            return draw(found, views);
          });
        }
        // Where the others' texts are still to come, the first is shown before they are asked for.
        var ready = places.every(function (place) { return engine.library.isAtHand(place.doc); });
        return (ready ? whole() : found.viewOf(places[0]).then(function (view) {
          return draw(found, [view]);
        }).then(function () {
          return isPast(typed) ? null : whole();
        })).then(function () {
          if (S.ahead) return;
          S.ahead = setTimeout(function () { engine.library.ahead().catch(function () {}); }, 200);
        });
      });
    });
  }

  /** Whether the reader has typed on. */
  function isPast(typed) { return waiting !== undefined && waiting !== typed; }

  function show(typed, found, views) {
    if (isPast(typed)) return;
    shown = typed;
    if (entered && typed === input.value) {
      entered = false;
      if (views.length) {
        location.assign(S.base + S.addressOf(views[0]));
        return;
      }
    }
    var links = document.getElementsByClassName("md-search-result__link");
    var focused = [].indexOf.call(links, document.activeElement);
    emit({
      type: 3,
      data: {
        items: views.map(function (one, i) {
          var path = one.path.length
            ? '<span class="search-path">' + one.path.join(" › ") + "</span>" : "";
          return [{
            location: one.page + "?" + (one.words ? "h=" + S.encoded(one.words) + "&" : "") +
              "para=" + S.encoded(one.fragment),
            title: '<span class="search-label">' + one.label + "</span>" + path,
            text: one.html ? "<p>" + one.html + "</p>" : "",
            score: views.length - i,
            terms: {},
          }];
        }),
      },
    });
    if (focused >= 0 && links[focused]) links[focused].focus();
    say(found.said, found.near);
    all.hidden = !found.count;
    all.href = S.base + "search.html?q=" + S.encoded(typed.trim()) +
      (language() === "en" ? "" : "&in=" + language());
  }

  input.addEventListener("focus", start);
  // Enter opens the first result of what is typed, never of what was typed before; where that is
  // still being looked for, it is opened when it is found.
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("keydown", function (event) {
    entered = event.key === "Enter" && event.target === input && !event.isComposing &&
      shown !== input.value && Boolean(input.value.trim());
    if (!entered) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  // Who comes near with a mouse will type in a moment.
  form.addEventListener("pointerover", function () {
    if (window.Promise) S.ready().catch(function () {});
  }, { once: true });
  // Pasting, dictation and a phone's keyboard change the text without a key going up.
  input.addEventListener("input", function () { input.dispatchEvent(new Event("keyup")); });
  var toggle = document.getElementById("__search");
  if (toggle) toggle.addEventListener("change", start);
  if (document.activeElement === input) start();
})();
