/* The files of the index as the browser reads them: classic scripts, loaded by need and checked.
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
  const SLICE = 16; // ms, as a picture of the screen takes
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
        if (code > 255) a += code >> 8;
        b += a;
      }
      a %= 65521;
      b %= 65521;
    }
    return b * 65536 + a;
  };

  const decode = (text) => {
    // A number takes a sign at least.
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

  const checked = ({ text, sum } = {}, file) => {
    if (typeof text !== "string" || checksum(text) !== sum) throw new Damage("damaged", file);
    return text;
  };

  /** The text of a file: of one that the page itself holds, or else loaded from beside it. */
  const fetchScript = (base, name) =>
    new Promise((resolve, reject) => {
      const file = `${name}.js`;
      if (S.arrived[name]) return resolve(checked(S.arrived[name], file));
      const early = (S.early || {})[name];
      if (early) {
        // On its way. Where it failed it is asked for once more; damaged, at the next use.
        delete S.early[name];
        const waited = new Promise((given) => setTimeout(given, PATIENCE));
        const come = Promise.race([early, waited]).catch(() => {});
        return resolve(come.then(() => fetchScript(base, name)).catch((error) => {
          delete S.arrived[name];
          throw error;
        }));
      }
      const script = document.createElement("script");
      const timer = setTimeout(() => done(new Damage("missing", file)), PATIENCE);
      const done = (problem) => {
        clearTimeout(timer);
        script.remove();
        const shard = S.arrived[name];
        delete S.arrived[name];
        if (problem) return reject(problem);
        try {
          resolve(checked(shard, file));
        } catch (error) {
          reject(error);
        }
      };
      script.charset = "utf-8";
      script.onload = () => done(null);
      script.onerror = () => done(new Damage("missing", file));
      script.src = base + file;
      document.head.appendChild(script);
    });

  /** Let the browser draw and listen.
   * Where the browser knows that a work goes on, it comes before what else waits. */
  const yielding = typeof scheduler === "object" && typeof scheduler.yield === "function";
  const channel = !yielding && typeof MessageChannel === "function" ? new MessageChannel() : null;
  const resting = [];
  if (channel) channel.port1.onmessage = () => resting.shift()();
  const rest = () =>
    yielding ? scheduler.yield() : new Promise((resolve) => {
      if (!channel) return setTimeout(resolve, 0);
      resting.push(resolve);
      channel.port2.postMessage(0);
    });

  /** For a long work: what it awaits between steps, which lets the browser in when that is due. */
  const pace = () => {
    let since = performance.now();
    return async () => {
      if (performance.now() - since <= SLICE) return;
      await rest();
      since = performance.now();
    };
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
    constructor(docs, levels, counts = "", places = "") {
      this.docs = docs;
      this.levels = levels;
      this.counts = counts;
      this.coded = places;
      this.starts = null;
      this.values = null;
    }

    static parse(docs, levels, counts, places) {
      const values = decode(docs);
      for (let i = 1; i < values.length; i++) values[i] += values[i - 1];
      const weights = new Uint8Array(levels.length);
      for (let i = 0; i < weights.length; i++) weights[i] = DIGIT[levels.charCodeAt(i) & 127];
      return new Posting(values, weights, counts, places);
    }

    /** The places of the entry that stands at `i` of `docs`, in order. */
    places(i) {
      this.unpack();
      return this.values.subarray(this.starts[i], this.starts[i + 1]);
    }

    /** Read the places of all entries, once. */
    unpack() {
      if (this.starts) return;
      const steps = decode(this.coded);
      const counts = decode(this.counts);
      const starts = new Uint32Array(this.docs.length + 1);
      let held = 0;
      let at = 0;
      for (let i = 0; i < this.docs.length; i++) {
        starts[i] = at;
        if (!this.levels[i] || at >= steps.length) continue;
        // The steps become places where they stand.
        let place = steps[at++];
        for (let more = counts[held++]; more > 0; more--) {
          place += steps[at] + 1;
          steps[at++] = place;
        }
      }
      starts[this.docs.length] = at;
      this.starts = starts;
      this.values = steps;
      this.counts = this.coded = "";
    }

    find(doc) {
      const i = firstAt(this.docs, doc);
      return this.docs[i] === doc ? i : -1;
    }
  }

  /** Keys of which each was written as what it shares with the one before, and the rest. */
  const frontDecoded = (text) => {
    const keys = text.split("~");
    let before = "";
    for (let i = 0; i < keys.length; i++) {
      const shared = DIGIT[keys[i].charCodeAt(0)];
      before = shared ? before.slice(0, shared) + keys[i].slice(1) : keys[i].slice(1);
      keys[i] = before;
    }
    return keys;
  };

  /** A text written in the codes of a vocabulary, as it was. */
  const decodeText = (coded, vocabulary) => {
    let out = "";
    let begun = false;
    for (let i = 0; i < coded.length; ) {
      if (coded[i] === "\n") {
        out += "\n";
        begun = false;
        i++;
        continue;
      }
      let word;
      if (coded[i] === "}") {
        const end = coded.indexOf(" ", i);
        word = coded.slice(i + 1, end);
        i = end + 1;
      } else {
        let value = 0;
        let scale = 1;
        let digit;
        do {
          digit = DIGIT[coded.charCodeAt(i++) & 127];
          value += digit * scale;
          scale *= MORE;
        } while (digit >= ONE && i < coded.length);
        word = vocabulary[value];
        for (; coded[i] === "~"; i += 2) {
          word = coded[i + 1] === "^" ? word[0].toUpperCase() + word.slice(1) : word + coded[i + 1];
        }
      }
      out += begun ? ` ${word}` : word;
      begun = true;
    }
    return out;
  };

  Object.assign(S, {
    Damage, Posting, checksum, decode, decodeText, fetchScript, firstAt, frontDecoded,
    pace,
  });
})();
