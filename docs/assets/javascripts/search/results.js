/* The page of all results: every result of a query, narrowed by report, body, year, chapter, State
 * and term. */
(() => {
  "use strict";
  const S = window.pilcrowSearch;

  const STEP = 25;
  const LISTED = 8;
  const RESULTS = 2 ** 21; // more than there are
  // What a report is, where there are several; the others are lists of paragraphs in the index.
  const OF_REPORTS = [
    ["report", "Report", (one) => one.symbol],
    ["body", "Body", (one) => one.body || "Body not given"],
    ["year", "Year", (one) => one.year || "Year not given"],
  ];
  const FACETS = [["chapters", "Chapter"], ["states", "State"], ["terms", "Term"]];
  const CHOICES = [...OF_REPORTS, ...FACETS].map(([name]) => name);
  const page = document.querySelector(".search-page");
  const input = page.querySelector("input");
  const status = page.querySelector("[role=status]");
  const body = page.querySelector(".search-page-body");
  const unchosen = () => Object.fromEntries(CHOICES.map((name) => [name, ""]));
  const state = { q: "", in: "", sort: "relevance", ...unchosen() };
  const wide = window.matchMedia("(min-width: 45em)");
  let turn = 0;
  let stepped = false;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "html") made.innerHTML = value;
      else if (value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  };

  const readAddress = () => {
    const given = new URLSearchParams(location.search);
    for (const key of Object.keys(state)) state[key] = given.get(key) || "";
    if (state.sort !== "order") state.sort = "relevance";
  };

  const addressOf = (chosen) => {
    const given = Object.entries(chosen).filter(([, value]) => value && value !== "relevance");
    return given.length ? `?${new URLSearchParams(given)}` : "";
  };

  /** Put what is shown into the address; what the reader changed, as a step to go back over. */
  const writeAddress = () => {
    const search = addressOf(state);
    const isStep = stepped;
    stepped = false;
    try {
      if (isStep && search !== location.search) history.pushState(null, "", location.pathname + search);
      else history.replaceState(null, "", location.pathname + search);
    } catch {
      // Some browsers keep the address of a page opened from a folder; the results still show.
    }
  };

  const item = (one) => {
    const link = element("a", { href: S.base + S.addressOf(one), html: one.label });
    const parts = [element("h2", {}, link)];
    if (one.path.length) parts.push(element("p", { class: "search-path", html: one.path.join(" › ") }));
    if (one.html) parts.push(element("p", { class: "search-snippet", html: one.html }));
    return element("li", { class: "search-result" }, ...parts);
  };

  const tally = (counts, value, count) => {
    if (count) counts.set(value, (counts.get(value) || 0) + count);
  };

  /**
   * What the index lets results be narrowed by: [{name, title, labels, having, counts}].
   *
   * `having(value)` and what `counts` is given are sets of entries, a 1 at the number of each: a
   * word may be in a hundred thousand.
   */
  const facetsOf = async (library) => {
    const reports = await library.allReports();
    const inReports = (set) => reports.map(({ first, last }) => {
      let count = 0;
      for (let doc = first; doc <= last; doc++) count += set[doc];
      return count;
    });
    const ofReports = (reports.length > 1 ? OF_REPORTS : []).map(([name, title, valueOf]) => ({
      name, title,
      labels: name === "report" ? new Map(reports.map((one) => [one.symbol, one.title])) : new Map(),
      having: (value) => {
        const set = new Uint8Array(library.count);
        for (const one of reports) if (valueOf(one) === value) set.fill(1, one.first, one.last + 1);
        return set;
      },
      counts: (set) => {
        const counts = new Map();
        inReports(set).forEach((count, i) => tally(counts, valueOf(reports[i]), count));
        return counts;
      },
    }));
    const ofParagraphs = FACETS.map(async ([name, title]) => {
      const values = await library.facet(name);
      return {
        name, title, labels: new Map(),
        having: (value) => {
          const set = new Uint8Array(library.count);
          for (const one of values) if (one.value === value) for (const doc of one.docs) set[doc] = 1;
          return set;
        },
        counts: (set) => {
          const counts = new Map();
          // Chapters of one name in different reports are not one chapter.
          if (name === "chapters" && inReports(set).filter(Boolean).length > 1) return counts;
          for (const { value, docs } of values) {
            let count = 0;
            for (let i = 0; i < docs.length; i++) count += set[docs[i]];
            tally(counts, value, count);
          }
          return counts;
        },
      };
    });
    return [...ofReports, ...(await Promise.all(ofParagraphs))];
  };

  const facetList = ({ name, title, labels, counts: countsOf }, set) => {
    const counts = countsOf(set);
    const chosen = state[name];
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    if (!counts.size) return null;
    const rows = [...counts].sort((a, b) =>
      (b[0] === chosen) - (a[0] === chosen) || (name === "chapters" ? 0 : b[1] - a[1]));
    const choice = ([value, count]) => {
      const box = element("input", { type: "checkbox", checked: value === chosen });
      box.addEventListener("change", () => {
        state[name] = box.checked ? value : "";
        stepped = true;
        search(`${name}:${value}`);
      });
      box.dataset.choice = `${name}:${value}`;
      const label = labels.get(value) ? `${value} ${labels.get(value)}` : value;
      return element("label", {}, box, ` ${label} `, element("span", { class: "search-count" }, `(${count})`));
    };
    const group = element("fieldset", {}, element("legend", {}, title));
    group.append(...rows.slice(0, LISTED).map(choice));
    if (rows.length > LISTED) {
      const more = element("details", {}, element("summary", {}, `${rows.length - LISTED} more`));
      // There may be a thousand reports.
      more.addEventListener("toggle", () => more.append(...rows.splice(LISTED).map(choice)));
      group.append(more);
    }
    return group;
  };

  /** All facets: beside the results where there is room, else folded above them. */
  const facetLists = async (offered, set, breathe) => {
    const lists = [];
    for (const facet of offered) {
      lists.push(facetList(facet, set));
      await breathe();
    }
    const isUsed = CHOICES.some((name) => state[name]);
    const open = wide.matches || isUsed;
    return element("details", { class: "search-facets", open, hidden: !lists.some(Boolean) },
      element("summary", {}, "Narrow the results"), ...lists.filter(Boolean));
  };
  window.addEventListener("resize", () => {
    const facets = body.querySelector(".search-facets");
    if (facets && wide.matches) facets.open = true;
  });

  const sortField = () => {
    const select = element("select", { id: "search-sort" },
      element("option", { value: "relevance" }, "Relevance"),
      element("option", { value: "order" }, "Order in the report"));
    select.value = state.sort;
    select.addEventListener("change", () => {
      state.sort = select.value;
      stepped = true;
      search("sort");
    });
    select.dataset.choice = "sort";
    return element("p", { class: "search-sort" },
      element("label", { for: "search-sort" }, "Sort by "), select);
  };

  const show = async (found, engine, mine, chosen) => {
    const breathe = S.pace();
    const offered = await facetsOf(engine.library);
    await breathe();
    const sets = offered.filter(({ name }) => state[name]).map(({ name, having }) => having(state[name]));
    const set = new Uint8Array(engine.library.count);
    // Numbers, by which a great many sort quickly: where a result stands among all, and its entry.
    let kept = new Float64Array(found.count);
    let count = 0;
    found.docs.forEach((doc, i) => {
      if (!sets.every((having) => having[doc])) return;
      set[doc] = 1;
      kept[count++] = state.sort === "order" ? doc * RESULTS + i : i;
    });
    kept = kept.subarray(0, count).sort();
    await breathe();
    const facets = await facetLists(offered, set, breathe);
    const list = element("ol", { class: "search-results" });
    const more = element("button", { type: "button", class: "search-more md-button" });
    let shown = 0;
    const add = async () => {
      const places = Array.from(kept.subarray(shown, shown + STEP), (one) => found.placeAt(one % RESULTS));
      for (const { doc } of places) engine.library.ask(doc);
      const items = [];
      for (const place of places) {
        items.push(item(await found.viewOf(place)));
        await breathe();
      }
      list.append(...items);
      shown += items.length;
      more.hidden = shown >= kept.length;
      more.textContent = `Show ${Math.min(STEP, kept.length - shown)} more of ${kept.length}`;
      return items[0];
    };
    more.addEventListener("click", async () => {
      const first = await add();
      if (first) first.querySelector("a").focus();
    });
    await add();
    if (mine !== turn) return;
    const parts = [list, more];
    if (kept.length > 1) parts.unshift(sortField());
    body.replaceChildren(facets, element("div", { class: "search-list" }, ...parts));
    const again = chosen && [...body.querySelectorAll("[data-choice]")]
      .find((one) => one.dataset.choice === chosen);
    if (again) again.focus();
    const said = [...found.said];
    if (kept.length !== found.count) said.unshift(`${kept.length} shown of`);
    status.textContent = said.join(" ");
  };

  const none = (found) => {
    status.textContent = `${found.said.join(" ")} ` +
      "Searched: every paragraph with its subparagraphs and footnotes, headings, terms and front pages.";
    const words = found.near.map((word) => {
      const link = element("a", { href: addressOf({ q: word, in: state.in }) }, word);
      return element("li", {}, link);
    });
    body.replaceChildren(...(words.length
      ? [element("p", {}, "Near words:"), element("ul", { class: "search-near" }, ...words)] : []));
  };

  const search = async (chosen) => {
    const mine = ++turn;
    const typed = state.q.trim();
    if (typed) {
      status.textContent = "Searching …";
      try {
        const engine = await S.ready();
        const found = await S.answer(engine, typed, "");
        if (mine !== turn) return;
        writeAddress();
        document.title = `${typed.slice(0, 80)} – Search`;
        if (found.count) await show(found, engine, mine, chosen);
        else none(found);
      } catch (error) {
        if (mine !== turn) return;
        status.textContent = S.tell(error);
        body.replaceChildren();
      }
    } else {
      writeAddress();
      status.textContent = "Type words, a paragraph’s number or a symbol.";
      body.replaceChildren();
    }
  };

  const nameOf = (code) => {
    try {
      return new Intl.DisplayNames([code], { type: "language" }).of(code);
    } catch {
      return code;
    }
  };
  const offered = (page.dataset.languages || "").split(" ");
  if (offered.length > 1) {
    const select = element("select", { "aria-label": "Language of the reports" },
      ...offered.map((code) => element("option", { value: code, lang: code }, nameOf(code))));
    select.value = S.language();
    // Each language has an index of its own, so the page starts anew.
    select.addEventListener("change", () => {
      location.assign(location.pathname + addressOf({ q: input.value.trim(), in: select.value }));
    });
    page.querySelector("form").append(select);
  }

  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    Object.assign(state, { q: input.value, ...unchosen() });
    stepped = true;
    search();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if ((event.key === "/" || event.key === "s") && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  const start = () => {
    readAddress();
    input.value = state.q;
    search();
  };
  window.addEventListener("popstate", start);
  try {
    start();
    if (!state.q) input.focus();
  } catch (error) {
    status.textContent = S.tell(error);
  }
})();
