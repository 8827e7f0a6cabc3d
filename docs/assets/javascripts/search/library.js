/* One language's index: what its manifest says, files by need, the latest kept.
 * The formats are written by scripts/pilcrow/search/{index,lexicon,postings,texts}.py. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const HELD = 12e6; // characters of files kept; with what is made of them, some 25 MB at most
  const POSTINGS_HELD = 600000; // entries of decoded postings kept, about 5 MB
  const FILE = 128e3; // characters of a file, as written
  const AHEAD = location.protocol === "file:" ? HELD - 2e6 : 1e6;

  const table = (text) => (text ? text.split("\x1e").map((row) => row.split("\t")) : []);

  /** The last row that begins at or before a value; 0 where all begin later. */
  const rowOf = (starts, value) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  /** A file of texts: pages, paths and records, each read when it is shown. */
  class Texts {
    constructor(text) {
      this.length = text.length;
      [this.pages, this.paths, this.records] = text.split("\x1d").map((group) => group.split("\x1e"));
    }

    /** The name of a record's place on its page, which one of a paragraph has from its number. */
    fragment(kind, fragment, number) {
      return fragment || (number && kind === "p" ? `para-${number}` : "");
    }

    record(i, vocabulary) {
      const read = (coded) => S.decodeText(coded, vocabulary);
      const [kind, page, fragment, number, path, title, long, ids, defines, body] =
        this.records[i].split("\t");
      const [address, symbol] = this.pages[page].split("\t");
      return {
        kind, number, symbol,
        page: address,
        fragment: this.fragment(kind, fragment, number),
        title: read(title),
        long: read(long),
        path: this.paths[path] ? this.paths[path].split("\t").map(read) : [],
        ids: ids ? ids.split(" ") : [],
        defines: defines ? defines.split("\x1f") : [],
        text: read(body),
      };
    }
  }

  /** A file of keys: where each part of each posting stands is found once, the rest by need. */
  class Keys {
    constructor(text, first) {
      const parts = text.split("}");
      this.length = text.length;
      this.first = first;
      this.keys = S.frontDecoded(parts[0]);
      this.facts = S.decode(parts[1]);
      this.streams = parts.slice(2);
      this.starts = this.streams.map((stream) => {
        const starts = new Uint32Array(this.keys.length + 1);
        for (let i = 1, at = 0; i < starts.length; i++) {
          const next = stream.indexOf("~", at);
          at = starts[i] = (next < 0 ? stream.length : next) + 1;
        }
        return starts;
      });
    }

    /** How many entries have a key. */
    count(i) {
      return this.starts[1][i + 1] - this.starts[1][i] - 1;
    }

    at(i) {
      const step = this.facts[2 * i];
      const form = this.facts[2 * i + 1];
      return {
        key: this.keys[i],
        number: this.first + i,
        count: this.count(i),
        step: step & 1 ? -(step + 1) / 2 : step / 2,
        spans: (form & 1) === 1,
        cut: form >> 1,
      };
    }

    posting(i) {
      const parts = this.streams.map((stream, which) =>
        stream.slice(this.starts[which][i], this.starts[which][i + 1] - 1));
      return S.Posting.parse(...parts);
    }
  }

  /** One language's index. Everything it gives is a promise; a bad file rejects with Damage. */
  class Library {
    constructor(base, manifest, parts) {
      this.base = base;
      this.parts = parts;
      this.language = manifest.language;
      this.count = manifest.entries;
      this.reports = manifest.reports;
      this.common = new Set(manifest.common.split(" ").filter(Boolean));
      this.stem = (S.stemmers || {})[manifest.stemmer] || ((word) => word);
      this.facets = manifest.facets;
      this.symbols = manifest.symbols;
      this.rows = {};
      for (const name of ["keys", "words", "texts", "glossary"]) {
        const rows = table(manifest[name]);
        this.rows[name] = {
          starts: rows.map((row) => (name === "texts" ? +row[0] : row[0])),
          firsts: name === "keys" ? rows.map((row) => +row[1]) : null,
          names: rows.map((row) => row[row.length - 1]),
        };
      }
      this.loading = new Map();
      this.held = 0;
      this.postings = new Map();
      this.postingsHeld = 0;
      this.small = null;
      this.spelling = manifest.vocabulary;
      // Nearly every query asks for these two.
      this.vocabulary().catch(() => {});
      this.otherForms("").catch(() => {});
    }

    static async open(base) {
      const breathe = S.pace();
      const [said, ...parts] = (await S.fetchScript(base, "manifest")).split("\x1c");
      const manifest = JSON.parse(said);
      const library = new Library(base, manifest, parts);
      if (!library.rows.keys.names.length && library.count) {
        library.small = await S.buildInMemory(library, await library.text(manifest.widths));
        await breathe();
      }
      return library;
    }

    /** The text of a file, or of a part of the manifest. */
    async text(name) {
      return name[0] === "=" ? this.parts[name.slice(1)] : S.fetchScript(this.base, name);
    }

    /**
     * A file, made into something by `parse` once; of all files the latest used are kept.
     *
     * A failure is not kept: the next use tries again.
     */
    load(name, parse) {
      let file = this.loading.get(name);
      if (file) this.loading.delete(name);
      else {
        file = { size: 0, promise: null };
        file.promise = this.text(name).then((text) => {
          // It may have been let go before it came.
          if (this.loading.get(name) === file) this.held += file.size = text.length;
          return parse(text);
        });
        file.promise.catch(() => {
          this.held -= file.size;
          if (this.loading.get(name) === file) this.loading.delete(name);
        });
      }
      this.loading.set(name, file);
      for (const [oldest, { size }] of this.loading) {
        if (this.held <= HELD || oldest === name) break;
        this.held -= size;
        this.loading.delete(oldest);
      }
      return file.promise;
    }

    /** Load what is left of an index that fits into memory, so that no later query waits. */
    async ahead() {
      const { keys, texts } = this.rows;
      if (this.isAhead || this.small || (keys.names.length + texts.names.length) * FILE > AHEAD) return;
      this.isAhead = true;
      for (let row = 0; row < texts.names.length; row++) await this.textsAt(row);
      for (let row = 0; row < keys.names.length; row++) await this.keysAt(row);
    }

    keysAt(row) {
      const { names, firsts } = this.rows.keys;
      return this.load(names[row], (text) => new Keys(text, firsts[row]));
    }

    textsAt(row) {
      return this.load(this.rows.texts.names[row], (text) => new Texts(text));
    }

    /** Ask for the texts of an entry, which a later step will read. */
    ask(doc) {
      this.textsAt(rowOf(this.rows.texts.starts, doc)).catch(() => {});
    }

    /** Whether the texts of an entry have come. */
    isAtHand(doc) {
      const file = this.loading.get(this.rows.texts.names[rowOf(this.rows.texts.starts, doc)]);
      return file !== undefined && file.size > 0;
    }

    async vocabulary() {
      return this.spelling ? this.load(this.spelling, (text) => text.split("\t")) : [];
    }

    /** What the library has of a key, or null. */
    async find(key) {
      if (this.small) return this.small.find(key);
      if (!this.rows.keys.names.length) return null;
      const file = await this.keysAt(rowOf(this.rows.keys.starts, key));
      const i = S.firstAt(file.keys, key);
      return file.keys[i] === key ? file.at(i) : null;
    }

    async numbered(number) {
      const file = await this.keysAt(rowOf(this.rows.keys.firsts, number));
      return file.at(number - file.first);
    }

    /** The other forms of a word: those with its stem. */
    async relatives(entry) {
      if (this.small) return this.small.relatives(entry);
      const found = [];
      for (let next = entry; next.step && found.length < 60; ) {
        next = await this.numbered(next.number + next.step);
        if (next.number === entry.number) break;
        found.push(next);
      }
      return found;
    }

    /** Keys that begin so, the most frequent first; looks through two files at most. */
    async beginning(prefix, most) {
      const found = this.small ? await this.small.beginning(prefix) : [];
      const files = this.rows.keys.names.length;
      const start = files && rowOf(this.rows.keys.starts, prefix);
      for (let row = start; row < Math.min(files, start + 2); row++) {
        const file = await this.keysAt(row);
        let i = S.firstAt(file.keys, prefix);
        for (; i < file.keys.length && file.keys[i].startsWith(prefix); i++) found.push(file.at(i));
        if (i < file.keys.length) break;
      }
      return found.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, most);
    }

    /** How many files of words there are, to look for near ones in. */
    get spellings() {
      return this.small ? 1 : this.rows.words.names.length || this.rows.keys.names.length;
    }

    /** A file of words, or of keys where these are few: {keys, count(i)}. */
    async spelt(row) {
      if (this.small) return this.small;
      if (!this.rows.words.names.length) return this.keysAt(row);
      return this.load(this.rows.words.names[row], (text) => {
        const half = text.lastIndexOf("}");
        const counts = S.decode(text.slice(half + 1));
        return { keys: S.frontDecoded(text.slice(0, half)), count: (i) => counts[i] };
      });
    }

    /** The postings of what `find` and its like gave. */
    async posting({ number }) {
      if (this.small) return this.small.posting(number);
      let posting = this.postings.get(number);
      if (posting) this.postings.delete(number);
      else {
        const file = await this.keysAt(rowOf(this.rows.keys.firsts, number));
        // Another part of the query may have read it meanwhile.
        posting = this.postings.get(number);
        if (posting) return posting;
        posting = file.posting(number - file.first);
        this.postingsHeld += posting.docs.length;
      }
      this.postings.set(number, posting);
      for (const [oldest, { docs }] of this.postings) {
        if (this.postingsHeld <= POSTINGS_HELD || oldest === number) break;
        this.postings.delete(oldest);
        this.postingsHeld -= docs.length;
      }
      return posting;
    }

    /** An entry with its texts. */
    async entry(doc) {
      const { starts } = this.rows.texts;
      const row = rowOf(starts, doc);
      const [file, vocabulary] = await Promise.all([this.textsAt(row), this.vocabulary()]);
      return file.record(doc - starts[row], vocabulary);
    }

    /** The long forms of a short form and the short forms of a long one, folded and spaced. */
    async otherForms(key) {
      const { starts, names } = this.rows.glossary;
      if (!names.length) return [];
      const pairs = await this.load(names[rowOf(starts, key)], table);
      return pairs.filter((pair) => pair[0] === key).map((pair) => pair[1]);
    }

    /** The reports in order: [{symbol, title, body, year, first, last}]; none where there is one. */
    async allReports() {
      if (!this.facets.reports) return [];
      return (await this.load(this.facets.reports, table)).map(
        ([symbol, title, body, year, first, last]) =>
          ({ symbol, title, body, year, first: +first, last: +last }));
    }

    /** The values of a facet: [{value, symbol, docs}]. */
    async facet(name) {
      const rows = await this.load(this.facets[name], table);
      return rows.map(([value, symbol, coded]) => {
        const docs = S.decode(coded);
        for (let i = 1; i < docs.length; i++) docs[i] += docs[i - 1];
        return { value, symbol, docs };
      });
    }
  }

  S.Library = Library;
})();
