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

  // A line is cut at its spaces and most pieces are known from before; only a sum has a space in it.
  const SPACED_SUM = /[$€£¥] /;
  // One plain word or number, with signs around it that are no part of it.
  const PLAIN = /^["([]*([A-Za-z]?[a-z]+|[0-9]+)[.,;:)\]!?"]*$/;

  // A mark is an entry and a place in it, a fact an entry and what else is known of a key there.
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

  /** The lexicon as gathered; a posting is made when it is asked for, as few ever are. */
  class InMemory {
    constructor({ marks, facts, lengths, spans }, stem) {
      this.marks = marks;
      this.facts = facts;
      this.lengths = lengths;
      this.spans = spans;
      this.stem = stem;
      this.keys = [...new Set([...marks.keys(), ...facts.keys()])].sort();
      this.made = new Map();
      this.stems = new Map();
    }

    has(key) {
      return this.marks.has(key) || this.facts.has(key);
    }

    /** How many entries have a key. */
    count(key) {
      const docs = new Set();
      for (const mark of this.marks.get(key) || NONE) docs.add(Math.floor(mark / PLACES));
      for (const fact of this.facts.get(key) || NONE) docs.add(Math.floor(fact / FACTS));
      return docs.size;
    }

    at(number) {
      const key = this.keys[number];
      const spans = this.spans.has(key);
      return { key, number, count: this.count(key), spans, cut: this.cut(key) };
    }

    find(key) {
      const i = S.firstAt(this.keys, key);
      return this.keys[i] === key ? this.at(i) : null;
    }

    /** All keys, to look for near words in. */
    spelt() {
      return { keys: this.keys, counts: this.keys.map((key) => this.count(key)) };
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

    /** The other words with a word's stem; a stem keeps the first letter. */
    relatives({ key, number }) {
      const stem = this.stemOf(key);
      const found = [];
      const { keys } = this;
      for (let i = S.firstAt(keys, key[0]); stem && i < keys.length && keys[i][0] === key[0]; i++) {
        if (i !== number && this.stemOf(keys[i]) === stem) found.push(this.at(i));
      }
      return found;
    }

    posting(number) {
      let posting = this.made.get(number);
      if (!posting) this.made.set(number, (posting = this.make(this.keys[number])));
      return posting;
    }

    make(key) {
      const held = new Map();
      for (const mark of this.marks.get(key) || NONE) {
        const doc = Math.floor(mark / PLACES);
        const places = held.get(doc);
        if (places) places.push(mark % PLACES);
        else held.set(doc, [mark % PLACES]);
      }
      const known = new Map();
      for (const fact of this.facts.get(key) || NONE) {
        const doc = Math.floor(fact / FACTS);
        known.set(doc, (known.get(doc) || 0) | fact % FACTS);
      }
      const docs = Uint32Array.from(new Set([...held.keys(), ...known.keys()])).sort();
      const levels = new Uint8Array(docs.length);
      const starts = new Uint32Array(docs.length + 1);
      const values = [];
      docs.forEach((doc, i) => {
        const places = held.get(doc) || NONE;
        levels[i] = weight(places.length, known.get(doc) || 0, this.lengths[doc]);
        // A joined word can repeat a place that one of its parts took.
        values.push(...(places.length > 1 ? [...new Set(places)].sort((a, b) => a - b) : places));
        starts[i + 1] = values.length;
      });
      const posting = new S.Posting(docs, levels);
      posting.starts = starts;
      posting.values = Uint32Array.from(values);
      return posting;
    }
  }

  /** The lexicon and postings of a library that has texts only. */
  S.buildInMemory = async (library) => {
    const marks = new Map();
    const facts = new Map();
    const lengths = [];
    const spans = new Set();
    const plain = new Map();
    const reports = new Map();
    const placeKeys = new Map();
    const listOf = (lists, key) => {
      let list = lists.get(key);
      if (!list) lists.set(key, (list = []));
      return list;
    };
    /** Put the words of a text in their places, from `base` on; gives how many there are. */
    const read = (text, base) => {
      let at = base;
      let length = 0;
      for (const line of text.split("\n")) {
        const start = at;
        for (const piece of SPACED_SUM.test(line) ? [line] : line.split(" ")) {
          let list = plain.get(piece);
          if (!list) {
            const bare = PLAIN.exec(piece);
            if (bare) plain.set(piece, (list = listOf(marks, bare[1].toLowerCase())));
          }
          if (list) {
            list.push(at++);
            continue;
          }
          for (const { word } of S.words(piece)) {
            const first = at;
            for (const part of word.parts) listOf(marks, part).push(at++);
            if (word.joined) {
              listOf(marks, word.joined).push(first, at - 1);
              spans.add(word.joined);
            }
            for (const alias of word.aliases) listOf(marks, alias).push(first);
          }
        }
        length += at - start;
        at += LINE_GAP;
      }
      return length;
    };
    const take = (entry, doc) => {
      const know = (key, fact) => listOf(facts, key).push(doc * FACTS + fact);
      const paragraph = entry.kind === "p";
      const searched = paragraph
        ? entry.text
        : [entry.title, entry.long, entry.text].filter(Boolean).join("\n");
      lengths.push(read(searched, doc * PLACES));
      const path = entry.path.join("\n");
      if (!placeKeys.has(path)) placeKeys.set(path, new Set(keysOf(path)));
      for (const key of placeKeys.get(path)) know(key, ABOVE);
      if (!paragraph) for (const key of new Set(keysOf(entry.title))) know(key, TITLED);
      for (const key of entry.defines.flatMap(keysOf)) {
        const list = marks.get(key);
        // A word of the term that is not in the text itself does not come in this way.
        if (list && list[list.length - 1] >= doc * PLACES) know(key, DEFINED);
      }
      for (const name of new Set([entry.fragment, ...entry.ids])) if (name) know(`#${name}`, ANCHOR);
      if (entry.symbol) {
        const key = "@" + S.fold(entry.symbol);
        if (!reports.has(key)) reports.set(key, [doc, doc]);
        reports.get(key)[1] = doc;
      }
    };
    // The files are asked for together and read one after another.
    const files = library.rows.texts.names.map((_, row) => library.textsAt(row));
    for (const file of files) file.catch(() => {});
    let since = performance.now();
    for (const file of files) {
      const texts = await file;
      for (let i = 0; i < texts.records.length; i++) {
        take(texts.record(i, null), lengths.length);
        if (performance.now() - since > SLICE) {
          await S.rest();
          since = performance.now();
        }
      }
    }
    for (const [key, ends] of reports) {
      facts.set(key, [...new Set(ends)].map((doc) => doc * FACTS + ANCHOR));
    }
    for (const key of [...marks.keys(), ...facts.keys()]) {
      // Capitals that tell nothing apart.
      if (key[0] === "=" &&
          (marks.get(S.fold(key.slice(1))) || NONE).length <= (marks.get(key) || NONE).length) {
        marks.delete(key);
        facts.delete(key);
      }
    }
    return new InMemory({ marks, facts, lengths, spans }, library.stem);
  };
})();
