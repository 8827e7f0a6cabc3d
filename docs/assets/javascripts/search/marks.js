/* Arriving from a result: the words searched for are marked in the paragraph, until cleared. */
(() => {
  "use strict";
  const S = window.pilcrowSearch;

  const wanted = () => {
    const given = (new URLSearchParams(location.search).get("h") || "").slice(0, 400);
    const phrases = [];
    const plain = given.replace(/"([^"]*)"/g, (_, inner) => {
      phrases.push(inner.split(" "));
      return " ";
    });
    return { keys: new Set(plain.split(/\s+/).filter(Boolean)), phrases };
  };

  const markIn = (root, marks) => {
    const nodes = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const skip = "script, style, button, .para-number";
    // Words run across links and footnote marks, so the text is read as one.
    const read = nodes.filter((node) => !node.parentElement.closest(skip));
    const text = read.map((node) => node.data).join("");
    const hits = S.hitsIn(text, marks);
    let at = 0;
    const made = [];
    for (const node of read) {
      const end = at + node.data.length;
      const here = hits.filter((hit) => hit.start < end && hit.end > at).reverse();
      let rest = node;
      for (const hit of here) {
        const from = Math.max(0, hit.start - at);
        const to = Math.min(node.data.length, hit.end - at);
        if (to < rest.data.length) rest.splitText(to);
        const piece = from ? rest.splitText(from) : rest;
        const mark = document.createElement("mark");
        mark.className = "search-mark";
        piece.replaceWith(mark);
        mark.append(piece);
        made.push(mark);
        if (!from) break;
      }
      at = end;
    }
    return made;
  };

  const clear = (made, bar) => {
    for (const mark of made) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    bar.remove();
    try {
      const address = new URL(location.href);
      address.searchParams.delete("h");
      history.replaceState(history.state, "", address.href);
    } catch {
      // Where the address may not be changed, a reload marks the words again.
    }
  };

  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const paragraph = target && (target.closest(".para") || target.closest(".subpara"));
    const root = paragraph || document.querySelector(".report") || document.querySelector("article");
    const marks = wanted();
    if (!root || !(marks.keys.size || marks.phrases.length)) return;
    const made = markIn(root, marks);
    if (!made.length) return;
    const bar = document.createElement("div");
    bar.className = "search-marks";
    bar.setAttribute("role", "status");
    bar.append(made.length === 1 ? "1 word marked. " : `${made.length} words marked. `);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Clear marks";
    button.addEventListener("click", () => clear(made, bar));
    bar.append(button);
    document.body.append(bar);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", arrive);
  else arrive();
})();
