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
  const SHORTEST_SPLIT = 4;
  const LETTERS = /^\p{L}+$/u;

  const level = (frequency, length) => {
    const ratio = frequency / (K1 * (1 - B + (B * length) / AVERAGE));
    return Math.max(1, Math.min(HIGHEST, 6 + Math.round(2 * Math.log2(ratio))));
  };

  const keysOf = (text) => S.words(text).flatMap((found) => S.keys(found.word));

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
      const memory = this;
      return {
        key, number: key, spans: this.lexicon.spans.has(key),
        get count() { return memory.posting(key).docs.length; },
        get cut() { return memory.cut(key); },
      };
    }

    find(key) {
      return this.has(key) ? this.entry(key) : null;
    }

    /** The keys that begin so. */
    async beginning(prefix) {
      const breathe = S.pace();
      const found = [];
      for (const key of this.lexicon.keys(prefix)) {
        this.posting(key);
        found.push(this.entry(key));
        await breathe();
      }
      return found;
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
          for (const key of keysOf(term)) this.defined.set(key, [...(this.defined.get(key) || NONE), doc]);
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
        const doc = Math.floor(mark / S.PLACES);
        know(doc, mark % S.PLACES < entries.titles[doc] ? TITLED : 0);
      }
      // A word of the term that is not in the text itself does not come in this way.
      for (const doc of this.defining.get(key) || NONE) if (known.has(doc)) know(doc, DEFINED);
      const docs = Uint32Array.from(known.keys()).sort();
      const levels = new Uint8Array(docs.length);
      const starts = new Uint32Array(docs.length + 1);
      const values = new Uint32Array(marks.length);
      for (let i = 0, at = 0, n = 0; i < docs.length; i++) {
        const from = at;
        for (; at < marks.length && marks[at] < (docs[i] + 1) * S.PLACES; at++) {
          // A joined word can repeat a place that one of its parts took.
          if (at === from || marks[at] > marks[at - 1]) values[n++] = marks[at] % S.PLACES;
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
    return new InMemory(new S.Entries(files, S.decode(widths)), new S.Lexicon(pieces), library.stem);
  };
})();
