"""What a reader waits for: a page opened, the box focused, words typed, results there."""

import json
from dataclasses import asdict, dataclass

from playwright.sync_api import Browser, CDPSession

FIRST = "asset recovery"
FURTHER = ("trafficking persons", "smuggling of migrants", "justice", "working group", "migrants")
_PATIENCE = 60_000  # ms

# Runs in the page by itself once it is loaded, so that no time goes to the program that drives the
# browser, and no `eval` is needed, which the pages forbid. Longest tasks are told by gaps between
# beats of a timer, which every browser has; the timer itself beats each 4 ms.
_VISIT = """
const visit = async ([first, further]) => {
  const pause = time => new Promise(resolve => setTimeout(resolve, time));
  const box = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list, ol");
  const answered = typed => new Promise(resolve => {
    const look = () => {
      const link = document.querySelector(".search-all");
      if (!list.children.length || list.querySelector("[data-old]")) return;
      if (link && new URL(link.href || "x:").searchParams.get("q") !== typed) return;
      watch.disconnect();
      resolve(performance.now());
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, {childList: true, subtree: true, attributes: true});
    for (const item of list.children) item.setAttribute("data-old", "");
    box.value = typed;
    box.dispatchEvent(new Event("keyup", {bubbles: true}));
    look();
  });
  let longest = 0, beat = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - beat);
    beat = now;
  }, 0);
  const focused = performance.now();
  box.focus();
  const there = await answered(first);
  // A reader looks at the first results before asking anew.
  await pause(600);
  const later = [], whole = [];
  let changed = 0;
  new MutationObserver(() => { changed = performance.now(); }).observe(list, {childList: true});
  for (const typed of further) {
    const start = performance.now();
    later.push(await answered(typed) - start);
    // The results below the first may come after it.
    await pause(300);
    whole.push(changed - start);
  }
  clearInterval(timer);
  const middle = times => times.sort((a, b) => a - b)[times.length >> 1];
  return {
    opened: there, focused: there - focused, longest,
    further: middle(later), complete: middle(whole),
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
    complete: float
    """From a further query to the last of the results that are shown at once."""
    longest: float
    """The longest that the page did not answer to anything, from focus on."""
    heap_bytes: float | None = None
    """What scripts hold afterwards, where the browser tells."""

    def as_json(self) -> dict[str, float | None]:
        """The fields by name."""
        return asdict(self)


def visit(browser: Browser, address: str) -> Visit:
    """Open a page in a fresh context, so that no cache helps, and search in it.

    Raises:
        playwright.sync_api.Error: no result came.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    try:
        page.add_init_script(_VISIT.replace("QUERIES", json.dumps([FIRST, list(FURTHER)])))
        page.goto(address)
        found = page.evaluate(
            f"Promise.race([window.visited, new Promise((_, no) => setTimeout(no, {_PATIENCE}))])"
        )
        heap = None
        if browser.browser_type.name == "chromium":
            heap = _heap(context.new_cdp_session(page))
    finally:
        context.close()
    return Visit(**found, heap_bytes=heap)


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize"))
