/* The report in one file: its search field, on the same engine as the site's, and the reader's choice
   of dark pages. Stands behind the search's own script, which finds the index in the page. */
(() => {
  "use strict";
  const S = window.pilcrowSearch;
  const SHOWN = 60;
  const body = document.body;
  const form = document.querySelector(".single-search");
  const input = form.querySelector("input");
  const results = document.querySelector(".single-results");
  const status = results.querySelector("[role=status]");
  const list = results.querySelector("ol");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let engine = null;
  let turn = 0;

  const scheme = () => body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  if (dark.addEventListener) dark.addEventListener("change", scheme);
  scheme();
  body.classList.remove("no-js");
  form.hidden = false;

  const element = (name, html, parent) => {
    const made = document.createElement(name);
    made.innerHTML = html; // of the engine, which escapes what it shows
    return parent.appendChild(made);
  };

  const close = () => {
    results.hidden = true;
    turn++;
  };

  const show = (found, views) => {
    list.textContent = "";
    for (const one of views) {
      const item = element("li", "", list);
      const link = element("a", one.label, element("p", "", item));
      const here = document.getElementById(one.fragment || "report");
      const inside = here && (one.fragment || /\/index\.html$/.test(one.page));
      link.href = inside ? `#${here.id}` : results.dataset.root + S.addressOf(one);
      if (!inside) link.after(" (needs the internet)");
      if (one.path.length) element("p", one.path.join(" › "), item).className = "search-path";
      if (one.html) element("p", one.html, item);
    }
    const said = [...found.said];
    if (found.near.length) said.push(`Near words: ${found.near.join(", ")}.`);
    if (found.count > views.length) said.push(`The first ${views.length} are shown.`);
    status.textContent = said.join(" ");
    results.hidden = false;
  };

  const search = async () => {
    const typed = input.value;
    const mine = ++turn;
    if (!typed.trim()) return close();
    try {
      if (!engine) engine = S.Engine.open("");
      const found = await S.answer(await engine, typed, "");
      const views = await Promise.all(found.first(SHOWN).map(found.viewOf));
      if (mine === turn) show(found, views);
    } catch {
      status.textContent = "The search does not work in this browser. Everything can be read on.";
      results.hidden = false;
    }
  };

  input.addEventListener("input", search);
  input.addEventListener("focus", () => { if (list.firstChild && input.value.trim()) results.hidden = false; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first && !results.hidden) first.click();
  });
  results.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  document.addEventListener("click", (event) => {
    if (!results.contains(event.target) && !form.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "Escape" && !results.hidden) {
      close();
      input.focus();
      results.hidden = true;
    } else if ((event.key === "/" || event.key === "s") && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
})();
