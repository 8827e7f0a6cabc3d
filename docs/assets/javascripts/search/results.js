/* The page of all results: every result of a query, narrowed by report, body, year, chapter, State
 * and term. */
(() => {
  "use strict";
  const S = window.pilcrowSearch;

  const STEP = 25;
  const LISTED = 8;
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

  /** What the index lets results be narrowed by: [{name, title, has, labels, counts}]. */
  const facetsOf = async (library) => {
    const reports = await library.allReports();
    const reportOf = (doc) => {
      let low = 0;
      let high = reports.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (reports[middle].first <= doc) low = middle;
        else high = middle - 1;
      }
      const found = reports[low];
      return found && found.first <= doc && doc <= found.last ? found : null;
    };
    const ofReports = (reports.length > 1 ? OF_REPORTS : []).map(([name, title, valueOf]) => ({
      name, title,
      has: (value) => (doc) => {
        const report = reportOf(doc);
        return report !== null && valueOf(report) === value;
      },
      labels: name === "report" ? new Map(reports.map((one) => [one.symbol, one.title])) : new Map(),
      counts: (docs) => {
        const counts = new Map();
        for (const doc of docs) {
          const report = reportOf(doc);
          if (report) counts.set(valueOf(report), (counts.get(valueOf(report)) || 0) + 1);
        }
        return counts;
      },
    }));
    const ofParagraphs = FACETS.map(async ([name, title]) => {
      const values = await library.facet(name);
      return {
        name, title, labels: new Map(),
        has: (value) => {
          const docs = new Set(values.filter((one) => one.value === value).flatMap((one) => [...one.docs]));
          return (doc) => docs.has(doc);
        },
        counts: (docs) => {
          // Chapters of one name in different reports are not one chapter.
          if (name === "chapters" && new Set([...docs].map(reportOf).filter(Boolean)).size > 1) return new Map();
          const counts = new Map();
          for (const { value, docs: having } of values) {
            let count = 0;
            for (const doc of having) if (docs.has(doc)) count++;
            if (count) counts.set(value, (counts.get(value) || 0) + count);
          }
          return counts;
        },
      };
    });
    return [...ofReports, ...(await Promise.all(ofParagraphs))];
  };

  const facetList = ({ name, title, labels, counts: countsOf }, docs) => {
    const counts = countsOf(docs);
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
      group.append(element("details", {},
        element("summary", {}, `${rows.length - LISTED} more`), ...rows.slice(LISTED).map(choice)));
    }
    return group;
  };

  /** All facets: beside the results where there is room, else folded above them. */
  const facetLists = (offered, docs) => {
    const lists = offered.map((facet) => facetList(facet, docs)).filter(Boolean);
    const isUsed = CHOICES.some((name) => state[name]);
    const open = wide.matches || isUsed;
    return element("details", { class: "search-facets", open, hidden: !lists.length },
      element("summary", {}, "Narrow the results"), ...lists);
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
    const offered = await facetsOf(engine.library);
    const kept = offered.filter(({ name }) => state[name])
      .reduce((order, { name, has }) => {
        const chosen = has(state[name]);
        return order.filter((one) => chosen(one.doc));
      }, found.first(found.count));
    if (state.sort === "order") kept.sort((a, b) => a.doc - b.doc);
    const docs = new Set(kept.map((one) => one.doc));
    const facets = facetLists(offered, docs);
    const list = element("ol", { class: "search-results" });
    const more = element("button", { type: "button", class: "search-more md-button" });
    let shown = 0;
    const add = async () => {
      const views = await Promise.all(kept.slice(shown, shown + STEP).map(found.viewOf));
      const items = views.map(item);
      list.append(...items);
      shown += views.length;
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
