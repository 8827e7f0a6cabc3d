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

  /** What one key has so far. Its places in an entry come first, then what it weighs there. */
  class Gathered {
    constructor() {
      this.docs = [];
      this.levels = [];
      this.starts = [0];
      this.values = [];
      this.doc = -1; // the entry whose places are coming
    }

    /** Places so far in the entry that is being read. */
    get begun() {
      return this.values.length - this.starts[this.starts.length - 1];
    }

    add(doc, weight) {
      const start = this.starts[this.starts.length - 1];
      // A joined word can repeat a place that one of its parts took.
      let ordered = true;
      for (let i = start + 1; ordered && i < this.values.length; i++) {
        ordered = this.values[i - 1] < this.values[i];
      }
      if (!ordered) {
        const places = [...new Set(this.values.splice(start))].sort((a, b) => a - b);
        this.values.push(...places);
      }
      this.docs.push(doc);
      this.levels.push(weight);
      this.starts.push(this.values.length);
    }

    posting() {
      const posting = new S.Posting(Uint32Array.from(this.docs), Uint8Array.from(this.levels));
      posting.starts = Uint32Array.from(this.starts);
      posting.values = Uint32Array.from(this.values);
      return posting;
    }
  }

  /** The lexicon and postings as made; what few queries need is worked out when one does. */
  class InMemory {
    constructor(keys, gathered, spans, stem) {
      this.keys = keys;
      this.gathered = gathered;
      this.spans = spans;
      this.stem = stem;
      this.made = new Map();
      this.stems = new Map();
    }

    at(number) {
      const key = this.keys[number];
      const spans = this.spans.has(key);
      return { key, number, count: this.gathered.get(key).docs.length, spans, cut: this.cut(key) };
    }

    find(key) {
      const i = S.firstAt(this.keys, key);
      return this.keys[i] === key ? this.at(i) : null;
    }

    /** All keys, to look for near words in. */
    spelt() {
      return { keys: this.keys, counts: this.keys.map((key) => this.gathered.get(key).docs.length) };
    }

    cut(key) {
      if (key.length < 2 * SHORTEST_SPLIT || !LETTERS.test(key)) return 0;
      for (let c = SHORTEST_SPLIT; c <= key.length - SHORTEST_SPLIT; c++) {
        if (this.gathered.has(key.slice(0, c)) && this.gathered.has(key.slice(c))) return c;
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
      if (!posting) {
        posting = this.gathered.get(this.keys[number]).posting();
        this.made.set(number, posting);
      }
      return posting;
    }
  }

  /** The lexicon and postings of a library that has texts only. */
  S.buildInMemory = async (library) => {
    const gathered = new Map();
    const plain = new Map();
    const spans = new Set();
    const reports = new Map();
    const placeKeys = new Map();
    const of = (key) => {
      let found = gathered.get(key);
      if (!found) gathered.set(key, (found = new Gathered()));
      return found;
    };
    let doc = 0;
    let touched = [];
    const put = (one, place) => {
      if (one.doc !== doc) {
        one.doc = doc;
        touched.push(one);
      }
      one.values.push(place);
    };
    /** Put the words of a text in their places; gives how many there are. */
    const read = (text) => {
      let at = 0;
      let length = 0;
      for (const line of text.split("\n")) {
        const start = at;
        for (const piece of SPACED_SUM.test(line) ? [line] : line.split(" ")) {
          const one = plain.get(piece);
          if (one) {
            put(one, at++);
            continue;
          }
          const bare = PLAIN.exec(piece);
          if (bare) {
            const key = of(bare[1].toLowerCase());
            plain.set(piece, key);
            put(key, at++);
            continue;
          }
          const found = S.words(piece);
          const lone = found.length === 1 && found[0].word;
          if (lone && lone.parts.length === 1 && !lone.aliases.length) {
            plain.set(piece, of(lone.parts[0]));
          }
          for (const { word } of found) {
            const first = at;
            for (const part of word.parts) put(of(part), at++);
            if (word.joined) {
              put(of(word.joined), first);
              put(of(word.joined), at - 1);
              spans.add(word.joined);
            }
            for (const alias of word.aliases) put(of(alias), first);
          }
        }
        length += at - start;
        at += LINE_GAP;
      }
      return length;
    };
    const take = (entry) => {
      const paragraph = entry.kind === "p";
      const length = read(paragraph
        ? entry.text
        : [entry.title, entry.long, entry.text].filter(Boolean).join("\n"));
      const titled = new Set(paragraph ? [] : keysOf(entry.title).map(of));
      const defined = new Set(entry.defines.flatMap(keysOf).map(of));
      const path = entry.path.join("\n");
      let place = placeKeys.get(path);
      if (!place) placeKeys.set(path, (place = new Set(keysOf(path).map(of))));
      for (const one of touched) {
        let frequency = one.begun;
        if (titled.has(one)) frequency *= TITLE;
        if (defined.has(one)) frequency += DEFINITION;
        if (place.has(one)) frequency += PLACE;
        one.add(doc, level(frequency, length));
      }
      for (const one of place) if (one.doc !== doc) one.add(doc, 0);
      for (const name of new Set([entry.fragment, ...entry.ids])) {
        if (name) of(`#${name}`).add(doc, 1);
      }
      if (entry.symbol) {
        const key = "@" + S.fold(entry.symbol);
        if (!reports.has(key)) reports.set(key, [doc, doc]);
        reports.get(key)[1] = doc;
      }
      touched = [];
    };
    // The files are asked for together and read one after another.
    const files = library.rows.texts.names.map((_, row) => library.textsAt(row));
    for (const file of files) file.catch(() => {});
    let since = performance.now();
    for (const file of files) {
      const texts = await file;
      for (let i = 0; i < texts.records.length; i++, doc++) {
        take(texts.record(i, null));
        if (performance.now() - since > SLICE) {
          await S.rest();
          since = performance.now();
        }
      }
    }
    for (const [key, one] of gathered) {
      // A word of a term that stands nowhere has no entries.
      if (!one.docs.length) gathered.delete(key);
      if (key[0] !== "=") continue;
      const folded = gathered.get(S.fold(key.slice(1)));
      if (folded && folded.values.length === one.values.length) gathered.delete(key);
    }
    for (const [key, [start, end]] of reports) {
      const one = of(key);
      one.add(start, 1);
      one.add(end, 1);
    }
    return new InMemory([...gathered.keys()].sort(), gathered, spans, library.stem);
  };
})();
