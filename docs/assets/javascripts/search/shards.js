/* The index as the browser reads it: small classic scripts, loaded by need and checked.
 * The formats are written by scripts/pilcrow/search/{coding,lexicon,postings,texts}.py. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const ALPHABET = Array.from({ length: 93 }, (_, i) => String.fromCharCode(32 + i))
    .filter((letter) => letter !== '"' && letter !== "\\")
    .join("");
  const ONE = 62;
  const MORE = ALPHABET.length - ONE;
  const DIGIT = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) DIGIT[ALPHABET.charCodeAt(i)] = i;
  const KEPT = 1500000; // numbers of decoded postings kept, about 8 MB
  const KEPT_TEXTS = 60;
  const PATIENCE = 20000; // ms before a file that neither loads nor fails is given up

  /** What went wrong with a file, in a form that the box can put into words. */
  class Damage extends Error {
    constructor(kind, file) {
      super(`${kind}: ${file}`);
      this.kind = kind;
      this.file = file;
    }
  }

  /** Adler-32 over UTF-16 code units, low byte first. */
  const checksum = (text) => {
    let a = 1;
    let b = 0;
    for (let i = 0; i < text.length; ) {
      const stop = Math.min(text.length, i + 1500);
      for (; i < stop; i++) {
        const code = text.charCodeAt(i);
        a += code & 255;
        b += a;
        a += code >> 8;
        b += a;
      }
      a %= 65521;
      b %= 65521;
    }
    return b * 65536 + a;
  };

  const decode = (text) => {
    const values = new Uint32Array(text.length);
    let count = 0;
    let value = 0;
    let scale = 1;
    for (let i = 0; i < text.length; i++) {
      const digit = DIGIT[text.charCodeAt(i) & 127];
      value += digit * scale;
      if (digit >= ONE) scale *= MORE;
      else {
        values[count++] = value;
        value = 0;
        scale = 1;
      }
    }
    return values.slice(0, count);
  };

  const arrived = new Map();
  window.__shard = (name, text, sum) => {
    arrived.set(name, { text, sum });
  };

  const fetchScript = (base, name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const file = `${name}.js`;
      const timer = setTimeout(() => done(new Damage("missing", file)), PATIENCE);
      const done = (problem) => {
        clearTimeout(timer);
        script.remove();
        const shard = arrived.get(name);
        arrived.delete(name);
        if (problem) reject(problem);
        else if (!shard || typeof shard.text !== "string" || checksum(shard.text) !== shard.sum) {
          reject(new Damage("damaged", file));
        } else resolve(shard.text);
      };
      script.charset = "utf-8";
      script.onload = () => done(null);
      script.onerror = () => done(new Damage("missing", file));
      script.src = base + file;
      document.head.appendChild(script);
    });

  /** Let the browser draw and listen; long work calls it every few milliseconds. */
  const channel = typeof MessageChannel === "function" ? new MessageChannel() : null;
  const resting = [];
  if (channel) channel.port1.onmessage = () => resting.shift()();
  const rest = () =>
    new Promise((resolve) => {
      if (!channel) return setTimeout(resolve, 0);
      resting.push(resolve);
      channel.port2.postMessage(0);
    });

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

  const firstAt = (keys, key) => {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The postings of one key: entries and levels at once, places when they are asked for. */
  class Posting {
    constructor(docs, levels, coded) {
      this.docs = docs;
      this.levels = levels;
      this.coded = coded;
      this.starts = null;
      this.values = null;
    }

    static parse(text) {
      const half = text.indexOf("}");
      const values = decode(text.slice(0, half));
      const docs = values.slice(0, values.length >> 1);
      const levels = Uint8Array.from(values.subarray(docs.length));
      for (let i = 1; i < docs.length; i++) docs[i] += docs[i - 1];
      return new Posting(docs, levels, text.slice(half + 1));
    }

    /** The places of the entry that stands at `i` of `docs`, in order. */
    places(i) {
      if (!this.starts) this.unpack();
      return this.values.subarray(this.starts[i], this.starts[i + 1]);
    }

    unpack() {
      const steps = decode(this.coded);
      const starts = new Uint32Array(this.docs.length + 1);
      const values = new Uint32Array(steps.length);
      let count = 0;
      let from = 0;
      for (let i = 0; steps.length && i < this.levels.length; i++) if (this.levels[i]) from++;
      let to = 0;
      for (let i = 0; i < this.docs.length; i++) {
        starts[i] = to;
        if (!this.levels[i] || from >= steps.length) continue;
        let place = steps[from++];
        values[to++] = place;
        for (let more = steps[count++]; more > 0; more--) values[to++] = place += steps[from++] + 1;
      }
      starts[this.docs.length] = to;
      this.starts = starts;
      this.values = values.slice(0, to);
      this.coded = "";
    }

    find(doc) {
      const i = firstAt(this.docs, doc);
      return this.docs[i] === doc ? i : -1;
    }
  }

  const parseTexts = (text) => {
    const [pages, paths, records] = text.split("\x1d").map((group) => group.split("\x1e"));
    const places = pages.map((page) => page.split("\t"));
    const trails = paths.map((path) => (path ? path.split("\t") : []));
    return records.map((record) => {
      const [kind, page, fragment, number, path, title, long, ids, defines, body] =
        record.split("\t");
      return {
        kind, fragment, number, title, long, text: body,
        page: places[page][0], symbol: places[page][1], path: trails[path],
        ids: ids ? ids.split(" ") : [],
        defines: defines ? defines.split("\x1f") : [],
      };
    });
  };

  /** One language's index. Everything it gives is a promise; a bad file rejects with Damage. */
  class Library {
    constructor(base, manifest) {
      this.base = base;
      this.language = manifest.language;
      this.count = manifest.entries;
      this.reports = manifest.reports;
      this.common = new Set(manifest.common.split(" ").filter(Boolean));
      this.stem = (S.stemmers || {})[manifest.stemmer] || ((word) => word);
      this.facets = manifest.facets;
      this.rows = {};
      for (const name of ["lexicon", "postings", "texts", "glossary"]) {
        const rows = table(manifest[name]);
        const number = name === "postings" || name === "texts";
        this.rows[name] = {
          starts: rows.map((row) => (number ? +row[0] : row[0])),
          firsts: name === "lexicon" ? rows.map((row) => +row[1]) : null,
          names: rows.map((row) => row[row.length - 1]),
        };
      }
      this.loading = new Map();
      this.kept = new Map();
      this.keptSize = 0;
      this.texts = new Map();
      this.small = null;
    }

    static async open(base) {
      const text = await fetchScript(base, "manifest");
      const library = new Library(base, JSON.parse(text));
      if (!library.rows.lexicon.names.length && library.count) {
        library.small = await S.buildInMemory(library);
      }
      return library;
    }

    /** A shard, made into something by `parse` once. A failure is not kept: the next use retries. */
    load(name, parse) {
      let promise = this.loading.get(name);
      if (!promise) {
        promise = fetchScript(this.base, name).then(parse);
        this.loading.set(name, promise);
        promise.catch(() => this.loading.delete(name));
      }
      return promise;
    }

    /** A shard of which only the latest are kept. */
    async passing(cache, most, name, parse) {
      const text = await this.load(name, parse);
      cache.delete(name);
      cache.set(name, true);
      if (cache.size > most) {
        const [oldest] = cache.keys();
        cache.delete(oldest);
        this.loading.delete(oldest);
      }
      return text;
    }

    lexiconShard(row) {
      if (this.small) return this.small.lexicon;
      const { names, firsts } = this.rows.lexicon;
      return this.load(names[row], (text) => {
        const half = text.lastIndexOf("}");
        const keys = [];
        let before = "";
        for (const coded of text.slice(0, half).split("~")) {
          before = before.slice(0, DIGIT[coded.charCodeAt(0)]) + coded.slice(1);
          keys.push(before);
        }
        return { keys, first: firsts[row], facts: decode(text.slice(half + 1)) };
      });
    }

    lexiconRows() {
      return this.small ? 1 : this.rows.lexicon.names.length;
    }

    at(shard, i) {
      if (this.small) return this.small.at(i);
      const step = shard.facts[3 * i + 1];
      const form = shard.facts[3 * i + 2];
      return {
        key: shard.keys[i],
        number: shard.first + i,
        count: shard.facts[3 * i],
        step: step & 1 ? -(step + 1) / 2 : step / 2,
        spans: (form & 1) === 1,
        cut: form >> 1,
      };
    }

    /** What the lexicon has of a key, or null. */
    async find(key) {
      if (!this.lexiconRows()) return null;
      const shard = await this.lexiconShard(this.small ? 0 : rowOf(this.rows.lexicon.starts, key));
      const i = firstAt(shard.keys, key);
      return shard.keys[i] === key ? this.at(shard, i) : null;
    }

    async numbered(number) {
      const shard = await this.lexiconShard(this.small ? 0 : rowOf(this.rows.lexicon.firsts, number));
      return this.at(shard, number - shard.first);
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

    /** Keys that begin so, the most frequent first; looks through `rows` shards at most. */
    async beginning(prefix, most, rows = 2) {
      const found = [];
      const last = this.lexiconRows();
      const start = this.small ? 0 : rowOf(this.rows.lexicon.starts, prefix);
      for (let row = start; row < Math.min(last, start + rows); row++) {
        const shard = await this.lexiconShard(row);
        let i = firstAt(shard.keys, prefix);
        for (; i < shard.keys.length && shard.keys[i].startsWith(prefix); i++) {
          found.push(this.at(shard, i));
        }
        if (i < shard.keys.length) break;
      }
      return found.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, most);
    }

    /** The postings of a key of the lexicon. */
    async posting({ number }) {
      if (this.small) return this.small.posting(number);
      const kept = this.kept.get(number);
      if (kept) {
        this.kept.delete(number);
        this.kept.set(number, kept);
        return kept;
      }
      const { starts, names } = this.rows.postings;
      const row = rowOf(starts, number);
      const shard = await this.load(names[row], (text) => text.split("~"));
      // Another query, or another part of this one, may have read it meanwhile.
      const read = this.kept.get(number);
      if (read) return read;
      const posting = Posting.parse(shard[number - starts[row]]);
      this.kept.set(number, posting);
      this.keptSize += 4 * posting.docs.length;
      for (const [old, { docs }] of this.kept) {
        if (this.keptSize <= KEPT || old === number) break;
        this.kept.delete(old);
        this.keptSize -= 4 * docs.length;
        this.loading.delete(names[rowOf(starts, old)]);
      }
      return posting;
    }

    /** An entry with its texts. */
    async entry(doc) {
      const { starts, names } = this.rows.texts;
      const row = rowOf(starts, doc);
      const records = await this.passing(this.texts, KEPT_TEXTS, names[row], parseTexts);
      return records[doc - starts[row]];
    }

    /** The long forms of a short form and the short forms of a long one, folded and spaced. */
    async otherForms(key) {
      const { starts, names } = this.rows.glossary;
      if (!names.length) return [];
      const shard = await this.load(names[rowOf(starts, key)], table);
      return shard.filter((pair) => pair[0] === key).map((pair) => pair[1]);
    }

    /** The values of a facet: [{value, symbol, docs}]. */
    async facet(name) {
      const rows = await this.load(this.facets[name], table);
      return rows.map(([value, symbol, coded]) => {
        const docs = decode(coded);
        for (let i = 1; i < docs.length; i++) docs[i] += docs[i - 1];
        return { value, symbol, docs };
      });
    }
  }

  Object.assign(S, { Damage, Library, Posting, checksum, decode, firstAt, parseTexts, rest });
})();
