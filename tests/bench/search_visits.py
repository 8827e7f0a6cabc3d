"""What a reader waits for: a page opened, the box focused, words typed, results there."""

from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession

FIRST = "asset recovery"
FURTHER = (
    "trafficking persons",
    "smuggling of migrants",
    "justice",
    "working group",
    "criminal network",
    "migrants",
)
_PATIENCE = 120_000  # ms: stock search takes the better part of a minute for the largest library

# Runs in the page. Longest tasks are told by gaps between beats of a timer, which every browser
# has; the timer itself beats each 4 ms.
_VISIT = """async ([first, further]) => {
  const settled = () => new Promise(resolve => setTimeout(resolve, 300));
  const box = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list, ol");
  const answered = typed => new Promise(resolve => {
    const all = () => document.querySelector(".search-all");
    const look = () => {
      const link = all();
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
  await settled();
  const later = [];
  for (const typed of further) {
    const start = performance.now();
    later.push(await answered(typed) - start);
    await settled();
  }
  clearInterval(timer);
  later.sort((a, b) => a - b);
  return [there, there - focused, later[later.length >> 1], longest];
}"""
_LOADED = "document.readyState === 'complete' && !!document.querySelector('.md-search__input')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One opening of a page and the queries made there; times in milliseconds."""

    opened: float
    """From the page opened to the first result."""
    focused: float
    """From the box focused, with words in it, to the first result."""
    further: float
    """From a further query to its results: the middle of several."""
    longest: float
    """The longest that the page did not answer to anything, from focus on."""
    heap_bytes: float | None
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
        page.goto(address)
        page.wait_for_function(_LOADED, polling=5)
        # The page asks the time from its own opening, so the way to it does not count.
        opened, focused, further, longest = page.evaluate(_VISIT, [FIRST, list(FURTHER)])
        heap = None
        if browser.browser_type.name == "chromium":
            heap = _heap(context.new_cdp_session(page))
    finally:
        context.close()
    return Visit(opened=opened, focused=focused, further=further, longest=longest, heap_bytes=heap)


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize"))
