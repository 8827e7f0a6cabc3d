/* A small library has texts only: its postings are made here, which is quicker than to load them.
 * The same postings as scripts/pilcrow/search/postings.py and lexicon.py write for a large one. */
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
  const SLICE = 12; // ms of work between rests

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

  // A line is cut at its spaces and most pieces are known from before; only a sum has a space in it.
  const SPACED_SUM = /[$€£¥] /;
  // One plain word or number, with signs around it that are no part of it.
  const PLAIN = /^["([]*([A-Za-z]?[a-z]+|[0-9]+)[.,;:)\]!?"]*$/;

  // A use says that a key is in a piece, so many places on; a mark that it is in an entry at a
  // place; a fact that it is known of an entry otherwise. Each is one number.
  const PIECES = 2 ** 20;
  const PLACES = 2 ** 18;
  const FACTS = 16;
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

  /** What is gathered of the texts: the pieces that they are cut into, one after another. */
  class Gathered {
    constructor(most) {
      this.pieces = new Map();
      this.widths = []; // of each piece, how many places it takes
      this.times = []; // and how often it stands
      this.uses = new Map();
      this.spans = new Set();
      this.ids = new Uint32Array(most);
      this.marks = new Float64Array(most);
      this.size = 0;
      this.lengths = [];
      this.facts = new Map();
      this.defined = new Map();
      this.above = new Map();
      this.below = new Map(); // entries by their headings
    }

    /** The number of a piece that is met for the first time; what it means is found once. */
    meet(piece) {
      const id = this.widths.length;
      this.pieces.set(piece, id);
      this.times.push(0);
      const bare = PLAIN.exec(piece);
      if (bare) {
        this.widths.push(1);
        push(this.uses, bare[1].toLowerCase(), id);
        return id;
      }
      let at = 0;
      for (const { word } of S.words(piece)) {
        const first = at;
        for (const part of word.parts) push(this.uses, part, id + at++ * PIECES);
        if (word.joined) {
          push(this.uses, word.joined, id + first * PIECES);
          push(this.uses, word.joined, id + (at - 1) * PIECES);
          this.spans.add(word.joined);
        }
        for (const alias of word.aliases) push(this.uses, alias, id + first * PIECES);
      }
      this.widths.push(at);
      return id;
    }

    /** Put the words of a text in their places; gives how many there are. */
    read(text, doc) {
      let at = doc * PLACES;
      let length = 0;
      for (const line of text.split("\n")) {
        for (const piece of SPACED_SUM.test(line) ? [line] : line.split(" ")) {
          let id = this.pieces.get(piece);
          if (id === undefined) id = this.meet(piece);
          const width = this.widths[id];
          if (!width) continue;
          this.times[id]++;
          this.ids[this.size] = id;
          this.marks[this.size++] = at;
          at += width;
          length += width;
        }
        at += LINE_GAP;
      }
      return length;
    }

    take(entry) {
      const doc = this.lengths.length;
      const know = (key, fact) => push(this.facts, key, doc * FACTS + fact);
      const paragraph = entry.kind === "p";
      const searched = paragraph
        ? entry.text
        : [entry.title, entry.long, entry.text].filter(Boolean).join("\n");
      this.lengths.push(this.read(searched, doc));
      const path = entry.path.join("\n");
      if (!this.below.has(path)) {
        for (const key of new Set(keysOf(path))) push(this.above, key, path);
      }
      push(this.below, path, doc);
      if (!paragraph) for (const key of new Set(keysOf(entry.title))) know(key, TITLED);
      for (const key of entry.defines.flatMap(keysOf)) push(this.defined, key, doc);
      for (const name of new Set([entry.fragment, ...entry.ids])) if (name) know(`#${name}`, ANCHOR);
      if (entry.symbol) {
        // A report is known by its first and last entry.
        const key = "@" + S.fold(entry.symbol);
        const first = doc * FACTS + ANCHOR;
        this.facts.set(key, [this.facts.has(key) ? this.facts.get(key)[0] : first, first]);
      }
    }

    /** How often a key stands in the texts. */
    frequency(key) {
      let times = 0;
      for (const use of this.uses.get(key) || NONE) times += this.times[use % PIECES];
      return times;
    }

    /** Take out capitals that tell nothing apart. */
    tidy() {
      for (const lists of [this.uses, this.facts, this.above]) {
        for (const key of lists.keys()) {
          if (key[0] !== "=" || this.frequency(S.fold(key.slice(1))) > this.frequency(key)) continue;
          this.uses.delete(key);
          this.facts.delete(key);
          this.above.delete(key);
        }
      }
    }
  }

  /** The lexicon; a posting is made when it is asked for, as few ever are. */
  class InMemory {
    constructor(gathered, stem) {
      const { uses, facts, above, ids, size, times } = gathered;
      this.gathered = gathered;
      this.stem = stem;
      this.keys = [...new Set([...uses.keys(), ...facts.keys(), ...above.keys()])];
      this.made = new Map();
      this.stems = new Map();
      // Where each piece stands, one piece after another.
      this.ends = new Uint32Array(times.length);
      for (let id = 0, end = 0; id < times.length; id++) this.ends[id] = end += times[id];
      this.marks = new Float64Array(size);
      const next = this.ends.slice();
      for (let i = size; i-- > 0; ) this.marks[--next[ids[i]]] = gathered.marks[i];
      gathered.ids = gathered.marks = null;
    }

    has(key) {
      const { uses, facts, above } = this.gathered;
      return uses.has(key) || facts.has(key) || above.has(key);
    }

    /** How many entries have the key that stands at `i` of `keys`. */
    count(i) {
      return this.posting(this.keys[i]).docs.length;
    }

    /** What is known of a key, which is its own number. */
    entry(key) {
      return {
        key, number: key, count: this.posting(key).docs.length,
        spans: this.gathered.spans.has(key), cut: this.cut(key),
      };
    }

    find(key) {
      return this.has(key) ? this.entry(key) : null;
    }

    /** The keys that begin so. */
    beginning(prefix) {
      return this.keys.filter((key) => key.startsWith(prefix)).map((key) => this.entry(key));
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
      return this.keys
        .filter((other) => other !== key && other.startsWith(kept) && this.stemOf(other) === stem)
        .sort()
        .map((other) => this.entry(other));
    }

    posting(key) {
      let posting = this.made.get(key);
      if (!posting) this.made.set(key, (posting = this.make(key)));
      return posting;
    }

    /** The marks of a key, in order. */
    marksOf(key) {
      const found = [];
      for (const use of this.gathered.uses.get(key) || NONE) {
        const id = use % PIECES;
        const offset = Math.floor(use / PIECES);
        for (let i = id && this.ends[id - 1]; i < this.ends[id]; i++) found.push(this.marks[i] + offset);
      }
      return found.sort((a, b) => a - b);
    }

    make(key) {
      const { facts, above, below, defined, lengths } = this.gathered;
      const marks = this.marksOf(key);
      const known = new Map();
      const know = (doc, fact) => known.set(doc, (known.get(doc) || 0) | fact);
      for (const fact of facts.get(key) || NONE) know(Math.floor(fact / FACTS), fact % FACTS);
      for (const path of above.get(key) || NONE) for (const doc of below.get(path)) know(doc, ABOVE);
      for (const mark of marks) know(Math.floor(mark / PLACES), 0);
      // A word of the term that is not in the text itself does not come in this way.
      for (const doc of defined.get(key) || NONE) if (known.has(doc)) know(doc, DEFINED);
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
        levels[i] = weight(at - from, known.get(docs[i]), lengths[docs[i]]);
        starts[i + 1] = n;
      }
      const posting = new S.Posting(docs, levels);
      posting.starts = starts;
      posting.values = values;
      return posting;
    }
  }

  /** The lexicon and postings of a library that has texts only. */
  S.buildInMemory = async (library) => {
    // The files are asked for together and read one after another.
    const files = await Promise.all(library.rows.texts.names.map((_, row) => library.textsAt(row)));
    // A piece takes a sign and what parts it from the next at least.
    const most = files.reduce((sum, texts) => sum + (texts.length >> 1) + 1, 0);
    const gathered = new Gathered(most);
    let since = performance.now();
    for (const texts of files) {
      for (let i = 0; i < texts.records.length; i++) {
        gathered.take(texts.record(i, null));
        if (performance.now() - since > SLICE) {
          await S.rest();
          since = performance.now();
        }
      }
    }
    gathered.tidy();
    return new InMemory(gathered, library.stem);
  };
})();
