"""What a reader waits for: a page opened, the box focused, words typed, results there."""

import json
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession

FIRST = "asset recovery"
FURTHER = ("trafficking persons", "smuggling of migrants", "justice", "working group", "migrants")
TYPED = "training law"
HARD = ("traficking", "the of and")
"""A typing error is looked for among all words; these three are in nearly every paragraph."""
_LETTER = 80  # ms from one letter typed to the next: as fast as the fastest type
_PATIENCE = 60_000  # ms

_QUERIES = {"first": FIRST, "further": FURTHER, "typed": TYPED, "hard": HARD, "letter": _LETTER}

# Runs in the page by itself once it is loaded, so that no time goes to the program that drives the
# browser, and no `eval` is needed, which the pages forbid. Longest tasks are told by gaps between
# beats, of which one is due each 4 ms.
_VISIT = """
const visit = async ({first, further, typed, hard, letter}) => {
  const pause = time => new Promise(resolve => setTimeout(resolve, time));
  const box = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list, ol");
  const answered = query => new Promise(resolve => {
    const look = () => {
      const link = document.querySelector(".search-all");
      if (!list.children.length || list.querySelector("[data-old]")) return;
      if (link && new URL(link.href || "x:").searchParams.get("q") !== query) return;
      watch.disconnect();
      resolve(performance.now());
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, {childList: true, subtree: true, attributes: true});
    for (const item of list.children) item.setAttribute("data-old", "");
    box.value = query;
    box.dispatchEvent(new Event("keyup", {bubbles: true}));
    look();
  });
  let longest = 0, beat = performance.now();
  const step = () => {
    const now = performance.now();
    longest = Math.max(longest, now - beat);
    beat = now;
  };
  const timer = setInterval(step, 0);
  // A work that lets the browser in goes on before timers, but after what the reader does.
  let beating = Boolean(window.scheduler && scheduler.postTask);
  const soon = () => {
    step();
    if (beating) scheduler.postTask(soon, {priority: "user-blocking", delay: 4});
  };
  soon();
  const focused = performance.now();
  box.focus();
  const there = await answered(first);
  // A reader looks at the first results before asking anew.
  await pause(600);
  const later = [], whole = [];
  let changed = 0;
  new MutationObserver(() => { changed = performance.now(); }).observe(list, {childList: true});
  for (const query of further) {
    const start = performance.now();
    later.push(await answered(query) - start);
    // The results below the first may come after it.
    await pause(300);
    whole.push(changed - start);
  }
  const letters = [];
  for (let length = 1; length <= typed.length; length++) {
    const start = performance.now();
    if (typed[length - 1] !== " ") letters.push(await answered(typed.slice(0, length)) - start);
    await pause(Math.max(0, letter - (performance.now() - start)));
  }
  for (const query of hard) {
    await pause(200);
    // Stock search forgives no error, and then has nothing to show.
    await Promise.race([answered(query), pause(1000)]);
  }
  await pause(200);
  clearInterval(timer);
  beating = false;
  const part = (times, share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)];
  return {
    opened: there, focused: there - focused, longest,
    further: part(later, 0.5), complete: part(whole, 0.5), keystrokes: letters,
  };
};
window.visited = new Promise((resolve, reject) => {
  addEventListener("load", () => setTimeout(() => visit(QUERIES).then(resolve, reject), 0));
});
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One opening of a page and the queries made there; times in milliseconds."""

    opened: float
    """From the page opened to the first result."""
    focused: float
    """From the box focused, with words in it, to the first result."""
    further: float
    """From a further query to its first result: the middle of several."""
    keystrokes: tuple[float, ...]
    """From each letter of a further query, typed one after another, to its first result."""
    complete: float
    """From a further query to the last of the results that are shown at once."""
    longest: float
    """The longest that the page did not answer to anything, from focus on, hard queries too."""
    heap_bytes: float | None = None
    """What scripts hold afterwards, where the browser tells."""


def visit(browser: Browser, address: str) -> Visit:
    """Open a page in a fresh context, so that no cache helps, and search in it.

    Raises:
        playwright.sync_api.Error: no result came.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    try:
        page.add_init_script(_VISIT.replace("QUERIES", json.dumps(_QUERIES)))
        page.goto(address)
        found = page.evaluate(
            f"Promise.race([window.visited, new Promise((_, no) => setTimeout(no, {_PATIENCE}))])"
        )
        heap = None
        if browser.browser_type.name == "chromium":
            heap = _heap(context.new_cdp_session(page))
    finally:
        context.close()
    return Visit(**{**found, "keystrokes": tuple(found["keystrokes"])}, heap_bytes=heap)


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize"))
