/* The entries of a small library one after another: their lengths, anchors, and where each piece stands.
 * The formats are written by scripts/pilcrow/search/{numbered,texts}.py. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const LINE_GAP = 6;

  const push = (lists, key, value) => {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  };

  // Where a piece stands is one number: the entry's, and below it the place in the entry.
  const PLACES = 2 ** 18;

  class Entries {
    constructor(files, widths) {
      const times = new Uint32Array(widths.length);
      const read = []; // the pieces of each line
      const begins = []; // and the mark that it begins at
      this.lengths = [];
      this.titles = []; // how many places an entry's title takes; none in a paragraph
      this.paths = []; // the pieces of each section path
      this.below = []; // and the entries below it
      this.anchors = new Map();
      this.defines = [];
      for (const texts of files) {
        const paths = this.paths.length;
        for (const path of texts.paths) {
          this.paths.push(new Set(path.split("\t").flatMap((title) => [...S.decode(title)])));
          this.below.push([]);
        }
        for (const record of texts.records) {
          const doc = this.lengths.length;
          const [kind, page, fragment, number, path, title, long, more, defines, body] = record.split("\t");
          const searched = kind === "p" ? body : [title, long, body].filter(Boolean).join("\n");
          let at = doc * PLACES;
          let length = 0;
          let first = 0;
          for (const line of searched.split("\n")) {
            const ids = S.decode(line);
            let width = 0;
            for (let i = 0; i < ids.length; i++) {
              times[ids[i]]++;
              width += widths[ids[i]];
            }
            read.push(ids);
            begins.push(at);
            at += width + LINE_GAP;
            length += width;
            first = first || length;
          }
          this.lengths.push(length);
          this.titles.push(kind !== "p" && title ? first : 0);
          this.below[paths + +path].push(doc);
          if (defines) for (const term of defines.split("\x1f")) this.defines.push([term, doc]);
          const own = texts.fragment(kind, fragment, number);
          for (const name of new Set([own, ...more.split(" ")])) if (name) push(this.anchors, `#${name}`, doc);
          const symbol = texts.pages[page].split("\t")[1];
          if (symbol) {
            // A report is known by its first and last entry.
            const key = "@" + S.fold(symbol);
            const docs = this.anchors.get(key);
            this.anchors.set(key, docs ? [docs[0], doc] : [doc]);
          }
        }
      }
      // One piece after another, each in the order of the texts.
      this.ends = new Uint32Array(times.length);
      for (let id = 0, end = 0; id < times.length; id++) this.ends[id] = end += times[id];
      this.marks = new Float64Array(this.ends[times.length - 1]);
      const next = this.ends.map((end, id) => end - times[id]);
      read.forEach((ids, line) => {
        let at = begins[line];
        for (let i = 0; i < ids.length; i++) {
          this.marks[next[ids[i]]++] = at;
          at += widths[ids[i]];
        }
      });
    }

    start(id) {
      return id && this.ends[id - 1];
    }

    times(id) {
      return this.ends[id] - this.start(id);
    }
  }

  Object.assign(S, { Entries, PLACES });
})();
