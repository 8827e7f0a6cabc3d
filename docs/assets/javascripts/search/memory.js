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
  const SLICE = 8; // ms of work between rests

  const level = (frequency, length) => {
    const ratio = frequency / (K1 * (1 - B + (B * length) / AVERAGE));
    return Math.max(1, Math.min(HIGHEST, 6 + Math.round(2 * Math.log2(ratio))));
  };

  const keysOf = (text) => S.words(text).flatMap((found) => S.keys(found.word));

  const placesOf = (text, spans) => {
    const places = new Map();
    const put = (key, place) => {
      const found = places.get(key);
      if (found) found.push(place);
      else places.set(key, [place]);
    };
    let at = 0;
    let length = 0;
    for (const line of text.split("\n")) {
      const start = at;
      for (const { word } of S.words(line)) {
        const first = at;
        for (const part of word.parts) put(part, at++);
        if (word.joined) {
          put(word.joined, first);
          put(word.joined, at - 1);
          spans.add(word.joined);
        }
        for (const alias of word.aliases) put(alias, first);
      }
      length += at - start;
      at += LINE_GAP;
    }
    return { places, length };
  };

  class Gathered {
    constructor() {
      this.docs = [];
      this.levels = [];
      this.starts = [0];
      this.values = [];
    }

    add(doc, weight, places) {
      this.docs.push(doc);
      this.levels.push(weight);
      if (places) {
        const ordered = places.length > 1 ? [...new Set(places)].sort((a, b) => a - b) : places;
        this.values.push(...ordered);
      }
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
    const spans = new Set();
    const reports = new Map();
    const add = (key, doc, weight, places) => {
      let of = gathered.get(key);
      if (!of) gathered.set(key, (of = new Gathered()));
      of.add(doc, weight, places);
    };
    // The files are asked for together and read one after another.
    const { names } = library.rows.texts;
    names.forEach((_, row) => library.textsAt(row).catch(() => {}));
    const placeKeys = new Map();
    let since = performance.now();
    for (let doc = 0; doc < library.count; doc++) {
      const entry = await library.entry(doc);
      const paragraph = entry.kind === "p";
      const searched = paragraph
        ? entry.text
        : [entry.title, entry.long, entry.text].filter(Boolean).join("\n");
      const { places, length } = placesOf(searched, spans);
      const titled = new Set(paragraph ? [] : keysOf(entry.title));
      const defined = new Set();
      for (const pair of entry.defines) keysOf(pair).forEach((key) => defined.add(key));
      const path = entry.path.join("\n");
      if (!placeKeys.has(path)) placeKeys.set(path, new Set(keysOf(path)));
      const place = placeKeys.get(path);
      for (const [key, found] of places) {
        let frequency = found.length;
        if (titled.has(key)) frequency *= TITLE;
        if (defined.has(key)) frequency += DEFINITION;
        if (place.has(key)) frequency += PLACE;
        add(key, doc, level(frequency, length), found);
      }
      for (const key of place) if (!places.has(key)) add(key, doc, 0, null);
      for (const name of new Set([entry.fragment, ...entry.ids])) {
        if (name) add(`#${name}`, doc, 1, null);
      }
      if (entry.symbol) {
        const key = "@" + S.fold(entry.symbol);
        if (!reports.has(key)) reports.set(key, [doc, doc]);
        reports.get(key)[1] = doc;
      }
      if (performance.now() - since > SLICE) {
        await S.rest();
        since = performance.now();
      }
    }
    for (const [key, of] of gathered) {
      if (key[0] !== "=") continue;
      const folded = gathered.get(S.fold(key.slice(1)));
      if (folded && folded.values.length === of.values.length) gathered.delete(key);
    }
    for (const [key, [start, end]] of reports) {
      const of = new Gathered();
      of.add(start, 1, null);
      of.add(end, 1, null);
      gathered.set(key, of);
    }
    return new InMemory([...gathered.keys()].sort(), gathered, spans, library.stem);
  };
})();
