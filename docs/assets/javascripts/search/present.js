/* Results as a reader sees them: snippets with the hits marked, addresses, what is said of them. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const SNIPPET = 240;
  const MOST_MARKED = 12;
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  const escape = (text) => String(text).replace(/[&<>"']/g, (letter) => ESCAPES[letter]);

  /** Words to mark: {keys, phrases}. */
  const marksOf = (slots) => ({
    keys: new Set(slots.flatMap((slot) => [...slot.marks].map((key) =>
      key[0] === "=" ? S.fold(key.slice(1)) : key))),
    phrases: slots.flatMap((slot) => slot.phrases),
  });

  /** Where a text is hit: [{start, end, hit}], in order; `hit` names what was hit. */
  const hitsIn = (text, { keys, phrases }) => {
    const found = S.words(text);
    const hits = [];
    const put = (one, hit) => {
      if (!hits.some((other) => other.start === one.start)) {
        hits.push({ start: one.start, end: one.end, hit });
      }
    };
    for (let i = 0; i < found.length; i++) {
      for (const key of S.keys(found[i].word)) if (keys.has(key)) put(found[i], key);
      for (const phrase of phrases) {
        const whole = phrase.join("");
        let rest = whole;
        let j = i;
        while (j < found.length && rest) {
          const parts = found[j].word.parts.join("");
          const money = found[j].word.aliases.find((alias) => rest.startsWith(alias));
          if (money) rest = rest.slice(money.length);
          else if (parts && rest.startsWith(parts)) rest = rest.slice(parts.length);
          else break;
          j++;
        }
        if (!rest) for (let k = i; k < j; k++) put(found[k], phrase.join(" "));
      }
    }
    return hits.sort((a, b) => a.start - b.start);
  };

  const marked = (text, hits, from, to) => {
    let out = "";
    let at = from;
    for (const { start, end } of hits) {
      if (start < from || end > to) continue;
      out += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, end))}</mark>`;
      at = end;
    }
    return out + escape(text.slice(at, to));
  };

  /** The part of a text with the most different hits, as HTML, and everything hit. */
  const snippet = (text, marks, size = SNIPPET) => {
    const hits = hitsIn(text, marks);
    let best = 0;
    let first = 0;
    for (let i = 0; i < hits.length; i++) {
      const kinds = new Set();
      for (let j = i; j < hits.length && hits[j].end - hits[i].start <= size - 60; j++) {
        kinds.add(hits[j].hit);
      }
      if (kinds.size > best) {
        best = kinds.size;
        first = hits[i].start;
      }
    }
    let from = text.length <= size ? 0 : Math.max(0, first - 60);
    if (from > 0) from = Math.max(text.indexOf(" ", from) + 1, 0);
    let to = Math.min(text.length, from + size);
    if (to < text.length) to = Math.max(from + 1, text.lastIndexOf(" ", to));
    const html = (from ? "… " : "") + marked(text, hits, from, to) + (to < text.length ? " …" : "");
    return { html, hits };
  };

  const encoded = (text) => {
    try {
      return encodeURIComponent(text);
    } catch {
      // Half of a surrogate pair has no place in an address.
      return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ""));
    }
  };

  const NAMES = { p: "Paragraph", s: "Section", t: "Term", f: "Report", g: "Page" };

  /** One result, ready to show: {kind, label, path, html, page, fragment, words}. */
  const view = (entry, marks, id) => {
    const body = entry.kind === "p" ? entry.text : [entry.long, entry.text].filter(Boolean).join(". ");
    const { html, hits } = snippet(body.replace(/\n/g, " "), marks);
    const words = [];
    for (const { hit } of hits) {
      const word = hit.includes(" ") ? `"${hit}"` : hit;
      if (!words.includes(word) && words.length < MOST_MARKED) words.push(word);
    }
    let label;
    if (entry.kind === "p") {
      const part = id && id !== entry.fragment && id.startsWith(`${entry.fragment}-`)
        ? id.slice(entry.fragment.length + 1).split("-").map((one) => ` (${one})`).join("") : "";
      label = escape(`Paragraph ${entry.number}${part}`);
    } else {
      const title = snippet(entry.title, marks, 400).html;
      label = (entry.number ? `${escape(entry.number)}. ` : "") + title;
    }
    return {
      kind: NAMES[entry.kind], label, html, page: entry.page, symbol: entry.symbol,
      fragment: id || entry.fragment, words: words.join(" "), path: entry.path.map(escape),
    };
  };

  const addressOf = (one) =>
    one.page + (one.words ? `?h=${encoded(one.words)}` : "") +
    (one.fragment ? `#${encoded(one.fragment)}` : "");

  const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

  /** What to say of a search, in plain sentences. */
  const sentences = (result, straight) => {
    const said = [];
    const count = result.total;
    if (result.docs.length) {
      const more = result.further
        ? ` and ${result.further} more through other forms of the words` : "";
      if (count || !more) said.push(`${count} ${count === 1 ? "result" : "results"}${more}.`);
      else said.push(`${result.further} ${result.further === 1 ? "result" : "results"} through other forms of the words.`);
    } else if (straight.length) {
      said.push(straight.length === 1 ? "1 place to go to." : `${straight.length} places to go to.`);
    }
    for (const [raw, words] of result.corrected) {
      said.push(`Nothing has “${raw}”; showing ${quoted(words)}.`);
    }
    // A letter or two are the beginning of a word, not yet one that the others lack.
    const last = result.slots[result.slots.length - 1];
    const begun = last && last.given.open && last.raw.length < 3 ? last.raw : "";
    const isOnlyBegun = begun && result.missing.every((raw) => raw === begun);
    if (result.partial && !isOnlyBegun) {
      said.push(result.missing.length
        ? `Nothing has ${quoted(result.missing)}; these have the other words.`
        : "Nothing has all the words; these have most of them.");
    }
    if (result.cut) said.push("The query is long: only its beginning was searched.");
    return said;
  };

  const onlyToLeaveOut = ({ slots, phrases, excluded }) =>
    excluded.length > 0 && !slots.length && !phrases.length;

  /** What to say where nothing was found. */
  const nothing = (typed, query) =>
    onlyToLeaveOut(query)
      ? "Only words to leave out were given: type a word to look for before them."
      : `No paragraph, heading or term has “${typed.trim().slice(0, 80)}”.`;

  /** What to say where a file fails or the browser is too old. */
  const trouble = (error) => {
    if (S.Damage && error instanceof S.Damage) {
      return `The search cannot read its file search/…/${error.file}: it is ${error.kind}. ` +
        "Copy or unzip the whole folder again to repair it. Everything else can be read on.";
    }
    return "The search does not work in this browser. Everything can be read on; " +
      "the contents list on the report’s first page leads to every paragraph.";
  };

  /** Everything about one query: {count, docs, placeAt, first, result, said, near, viewOf, aims}; the
   * entries of `docs` stand best first. */
  const answer = async (engine, typed, here) => {
    const aim = S.pointsAt(typed);
    const aims = await engine.straight(typed, here, aim);
    const result = await engine.search(typed);
    // Who points at a paragraph is not shown what has only some of the words, nor where it is none.
    const isPointed = aims.length > 0 || (aim !== null && aim.ids.some((id) => /^para-/.test(id)));
    if (isPointed && result.partial) {
      Object.assign(result, { docs: new Uint32Array(0), partial: false, corrected: [] });
    }
    const marks = marksOf(result.slots);
    const aimed = new Set(aims.map((aim) => aim.doc));
    const others = aimed.size ? result.docs.filter((doc) => !aimed.has(doc)) : result.docs;
    const count = aims.length + others.length;
    const docs = new Uint32Array(count);
    aims.forEach(({ doc }, i) => (docs[i] = doc));
    docs.set(others, aims.length);
    /** The place to go to that stands at `i` of `docs`: {doc, id}. */
    const placeAt = (i) => ({ doc: docs[i], id: i < aims.length ? aims[i].id : "" });
    const first = (most) => Array.from({ length: Math.min(most, count) }, (_, i) => placeAt(i));
    const near = count ? [] : await engine.nearWords(typed);
    const viewOf = async ({ doc, id }) => {
      const entry = await engine.library.entry(doc);
      // Of one report all know which it is.
      const path = engine.library.reports > 1 && entry.symbol ? [entry.symbol, ...entry.path] : entry.path;
      return view({ ...entry, path }, marks, id);
    };
    const said = count ? sentences(result, aims) : [nothing(typed, result.query)];
    return { count, docs, placeAt, first, result, said, near, viewOf, aims };
  };

  Object.assign(S, { escape, hitsIn, marksOf, snippet, view, addressOf, answer, trouble, encoded });
})();
