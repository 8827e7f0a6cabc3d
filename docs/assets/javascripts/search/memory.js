/* A small library has texts only, as numbers of the pieces that they are cut into at their spaces. Its
 * keys and postings are found here when a query asks for them: all that is made beforehand is where
 * each piece stands. The result is what scripts/pilcrow/search/{postings,lexicon}.py write for a large
 * library; tests/browser/test_search_large.py holds the two together. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const K1 = 1.2;
  const B = 0.6;
  const AVERAGE = 90;
  const HIGHEST = 20;
  const TITLE = 0.7;
  const DEFINITION = 3;
  const PLACE = 0.3;
  const LINE_GAP = 6;
  const SHORTEST_SPLIT = 4;
  const LETTERS = /^\p{L}+$/u;

  const level = (frequency, length) => {
    const ratio = frequency / (K1 * (1 - B + (B * length) / AVERAGE));
    return Math.max(1, Math.min(HIGHEST, 6 + Math.round(2 * Math.log2(ratio))));
  };

  const keysOf = (text) => S.words(text).flatMap((found) => S.keys(found.word));

  const push = (lists, key, value) => {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  };

  // Where a piece stands is one number: the entry's, and below it the place in the entry.
  const PLACES = 2 ** 18;
  const ABOVE = 1;
  const TITLED = 2;
  const DEFINED = 4;
  const ANCHOR = 8;
  const NONE = Object.freeze([]);

  const weight = (frequency, facts, length) => {
    if (!frequency) return facts & ANCHOR ? 1 : 0;
    let weighed = frequency;
    if (facts & TITLED) weighed *= TITLE;
    if (facts & DEFINED) weighed += DEFINITION;
    if (facts & ABOVE) weighed += PLACE;
    return level(weighed, length);
  };

  // Without these signs the keys of a piece are parts of it: 390,151 and whistle-blower hold 390151
  // and whistleblower. What stands between two pieces stays.
  const SIGNS = /[\x00-\t\v-/:-@[-`{-\x7f\u00a0-\u00bf\u2000-\u206f€]+/g;
  const squeezed = (text) => S.fold(text).replace(SIGNS, "");

  /** The entries one after another: their lengths, anchors, and where each piece stands in them. */
  class Entries {
    constructor(files, widths) {
      // A piece takes a sign at least.
      const ids = new Uint32Array(files.reduce((sum, texts) => sum + texts.length, 0));
      const marks = new Float64Array(ids.length);
      const times = new Uint32Array(widths.length);
      this.lengths = [];
      this.titles = []; // how many places an entry's title takes; none in a paragraph
      this.paths = []; // the pieces of each section path
      this.below = []; // and the entries below it
      this.anchors = new Map();
      this.defines = [];
      const read = new Uint32Array(ids.length);
      let size = 0;
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
            const pieces = S.decodeInto(read, line);
            for (let i = 0; i < pieces; i++) {
              const id = read[i];
              const width = widths[id];
              if (!width) continue;
              times[id]++;
              ids[size] = id;
              marks[size++] = at;
              at += width;
              length += width;
            }
            at += LINE_GAP;
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
      this.marks = new Float64Array(size);
      const next = this.ends.slice();
      for (let i = size; i-- > 0; ) this.marks[--next[ids[i]]] = marks[i];
    }

    start(id) {
      return id && this.ends[id - 1];
    }

    times(id) {
      return this.ends[id] - this.start(id);
    }
  }

  /** The lexicon: which pieces mean which keys, found out piece by piece. */
  class Lexicon {
    constructor(pieces) {
      this.pieces = pieces;
      this.squeezed = squeezed(pieces.join("\n"));
      this.starts = new Uint32Array(pieces.length + 1);
      for (let i = 1; i < this.starts.length; i++) {
        const end = this.squeezed.indexOf("\n", this.starts[i - 1]);
        this.starts[i] = (end < 0 ? this.squeezed.length : end) + 1;
      }
      this.meanings = new Array(pieces.length);
      this.found = new Map();
      this.spans = new Set();
    }

    /** The keys of a piece, each with how many places on it stands. */
    meaning(id) {
      let keys = this.meanings[id];
      if (keys) return keys;
      keys = this.meanings[id] = [];
      let at = 0;
      for (const { word } of S.words(this.pieces[id])) {
        const first = at;
        for (const part of word.parts) keys.push([part, at++]);
        if (word.joined) {
          keys.push([word.joined, first], [word.joined, at - 1]);
          this.spans.add(word.joined);
        }
        for (const alias of word.aliases) keys.push([alias, first]);
      }
      return keys;
    }

    /** Pieces that a text may be in; more than those that it is in. */
    like(text) {
      const bare = squeezed(text);
      const ids = [];
      for (let at = bare ? this.squeezed.indexOf(bare) : -1; at >= 0; ) {
        const id = S.firstAt(this.starts, at + 1) - 1;
        ids.push(id);
        at = this.squeezed.indexOf(bare, this.starts[id + 1]);
      }
      return ids;
    }

    /** Where a key is meant: [[piece, places on]…]. */
    uses(key) {
      let uses = this.found.get(key);
      if (!uses) {
        uses = [];
        for (const id of this.like(key)) {
          for (const [other, offset] of this.meaning(id)) if (other === key) uses.push([id, offset]);
        }
        this.found.set(key, uses);
      }
      return uses;
    }

    /** All keys, or those that begin so, in order. */
    keys(prefix = "") {
      const ids = prefix ? this.like(prefix) : this.pieces.keys();
      const keys = new Set();
      for (const id of ids) for (const [key] of this.meaning(id)) if (key.startsWith(prefix)) keys.add(key);
      return [...keys].sort();
    }
  }

  class InMemory {
    constructor(entries, lexicon, stem) {
      this.entries = entries;
      this.lexicon = lexicon;
      this.stem = stem;
      this.made = new Map();
      this.stems = new Map();
    }

    frequency(key) {
      return this.lexicon.uses(key).reduce((sum, [id]) => sum + this.entries.times(id), 0);
    }

    has(key) {
      if (key[0] === "#" || key[0] === "@") return this.entries.anchors.has(key);
      // Capitals that tell nothing apart are no key.
      return this.lexicon.uses(key).length > 0 &&
        (key[0] !== "=" || this.frequency(S.fold(key.slice(1))) > this.frequency(key));
    }

    /** All words, for near ones to be found among. */
    get keys() {
      return (this.all = this.all || this.lexicon.keys());
    }

    /** How many entries have the key that stands at `i` of `keys`. */
    count(i) {
      return this.posting(this.keys[i]).docs.length;
    }

    /** What is known of a key, which is its own number. */
    entry(key) {
      return {
        key, number: key, count: this.posting(key).docs.length,
        spans: this.lexicon.spans.has(key), cut: this.cut(key),
      };
    }

    find(key) {
      return this.has(key) ? this.entry(key) : null;
    }

    /** The keys that begin so. */
    beginning(prefix) {
      return this.lexicon.keys(prefix).map((key) => this.entry(key));
    }

    cut(key) {
      if (key.length < 2 * SHORTEST_SPLIT || !LETTERS.test(key)) return 0;
      for (let c = SHORTEST_SPLIT; c <= key.length - SHORTEST_SPLIT; c++) {
        if (this.has(key.slice(0, c)) && this.has(key.slice(c))) return c;
      }
      return 0;
    }

    stemOf(key) {
      let stem = this.stems.get(key);
      if (stem === undefined) this.stems.set(key, (stem = LETTERS.test(key) ? this.stem(key) : ""));
      return stem;
    }

    /** The other words with a word's stem; a stem of five letters keeps the first three. */
    relatives({ key }) {
      const stem = this.stemOf(key);
      if (!stem) return [];
      const kept = stem.length < 5 ? stem[0] : stem.slice(0, 3);
      return this.lexicon.keys(kept)
        .filter((other) => other !== key && this.stemOf(other) === stem)
        .map((other) => this.entry(other));
    }

    posting(key) {
      let posting = this.made.get(key);
      if (!posting) this.made.set(key, (posting = this.make(key)));
      return posting;
    }

    /** The entries that define something, by the words of it. */
    get defining() {
      if (!this.defined) {
        this.defined = new Map();
        for (const [term, doc] of this.entries.defines) {
          for (const key of keysOf(term)) push(this.defined, key, doc);
        }
      }
      return this.defined;
    }

    make(key) {
      const { entries } = this;
      const uses = this.lexicon.uses(key);
      const marks = [];
      for (const [id, offset] of uses) {
        for (let i = entries.start(id); i < entries.ends[id]; i++) marks.push(entries.marks[i] + offset);
      }
      marks.sort((a, b) => a - b);
      const known = new Map();
      const know = (doc, fact) => known.set(doc, (known.get(doc) || 0) | fact);
      for (const doc of entries.anchors.get(key) || NONE) know(doc, ANCHOR);
      entries.paths.forEach((pieces, path) => {
        if (uses.some(([id]) => pieces.has(id))) for (const doc of entries.below[path]) know(doc, ABOVE);
      });
      for (const mark of marks) {
        const doc = Math.floor(mark / PLACES);
        know(doc, mark % PLACES < entries.titles[doc] ? TITLED : 0);
      }
      // A word of the term that is not in the text itself does not come in this way.
      for (const doc of this.defining.get(key) || NONE) if (known.has(doc)) know(doc, DEFINED);
      const docs = Uint32Array.from(known.keys()).sort();
      const levels = new Uint8Array(docs.length);
      const starts = new Uint32Array(docs.length + 1);
      const values = new Uint32Array(marks.length);
      for (let i = 0, at = 0, n = 0; i < docs.length; i++) {
        const from = at;
        for (; at < marks.length && marks[at] < (docs[i] + 1) * PLACES; at++) {
          // A joined word can repeat a place that one of its parts took.
          if (at === from || marks[at] > marks[at - 1]) values[n++] = marks[at] % PLACES;
        }
        levels[i] = weight(at - from, known.get(docs[i]), entries.lengths[docs[i]]);
        starts[i + 1] = n;
      }
      const posting = new S.Posting(docs, levels);
      posting.starts = starts;
      posting.values = values;
      return posting;
    }
  }

  /** The lexicon and postings of a library that has texts only. */
  S.buildInMemory = async (library, widths) => {
    const pieces = await library.vocabulary();
    const files = await Promise.all(library.rows.texts.names.map((_, row) => library.textsAt(row)));
    return new InMemory(new Entries(files, S.decode(widths)), new Lexicon(pieces), library.stem);
  };
})();
