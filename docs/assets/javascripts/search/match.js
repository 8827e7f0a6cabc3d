/* From a part of a query to the entries that hold it: words, their other forms, phrases. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const STEMMED = 0.85;
  const EXPANDED = 0.4;
  const BEGUN = 0.3;
  const PREFIXES = 20;
  const LITERAL = 2;
  const INDIRECT = 1;
  const EMPTY = new Uint32Array(0);

  const union = (a, b) => {
    const out = new Uint32Array(a.length + b.length);
    let i = 0;
    let j = 0;
    let n = 0;
    while (i < a.length || j < b.length) {
      if (j >= b.length || a[i] < b[j]) out[n++] = a[i++];
      else {
        if (a[i] === b[j]) i++;
        out[n++] = b[j++];
      }
    }
    return out.slice(0, n);
  };

  const intersect = (a, b) => {
    const out = new Uint32Array(Math.min(a.length, b.length));
    let n = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] < b[j]) i++;
      else if (a[i] > b[j]) j++;
      else {
        out[n++] = a[i++];
        j++;
      }
    }
    return out.slice(0, n);
  };

  const RESOLUTION = /^[a-z/.\d]*\/(?:res|dec)\/(.+)$/;
  const ADOPTED_AS = ["a/res/", "e/res/", "a/hrc/res/", "a/dec/", "e/dec/"];

  /** What else a resolution is called: `A/RES/74/247` is resolution 74/247, and the reverse. */
  const otherNames = (key) => {
    const symbol = RESOLUTION.exec(key);
    if (symbol) return [symbol[1]];
    if (/^\d{1,4}\/\d{1,4}$/.test(key)) return ADOPTED_AS.map((before) => before + key);
    // Of the Security Council, whose numbers run on: few others have four figures and no other name.
    return /^\d{3,4}$/.test(key) ? [`s/res/${key}`] : [];
  };

  /** Where a word of letters may be two, each of so many letters at least. */
  const cutsOf = (key, least) =>
    Array.from({ length: Math.max(0, Math.min(key.length, 30) - 2 * least + 1) }, (_, i) => i + least);

  /** A number that the library writes otherwise: `390.151` is `390151`, and the reverse;
   * `5137418` is `5 137 418`; one being typed has its comma before its figures are all there. */
  const digitsOf = (key, raw) => {
    const joined = /^\d{1,3}(?:\.\d{3})+$/.test(key) ? key.replace(/\./g, "") : "";
    const plain = joined || (/^\d{4,}$/.test(key) ? key : "");
    return {
      begun: /^\d{1,3}(?:,\d{3})*,\d{1,2}$/.test(raw) ? raw.replace(/,/g, "") : "",
      other: joined || plain.replace(/\B(?=(?:\d{3})+$)/g, "."),
      groups: plain ? plain.split(/(?=(?:\d{3})+$)/) : [],
    };
  };

  /** The entries in which keys follow each other, each verified by places. */
  const phrase = async (library, parts) => {
    const wanted = [];
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 1; to <= Math.min(parts.length, from + 4); to++) wanted.push([from, to]);
    }
    const edges = (await Promise.all(wanted.map(async ([from, to]) => {
      const entry = await library.find(parts.slice(from, to).join(""));
      return entry && { from, to, spans: entry.spans, posting: await library.posting(entry) };
    }))).filter(Boolean);
    let docs = null;
    for (let i = 0; i < parts.length; i++) {
      let here = EMPTY;
      for (const edge of edges) {
        if (edge.from <= i && i < edge.to) here = here.length ? union(here, edge.posting.docs) : edge.posting.docs;
      }
      docs = docs ? intersect(docs, here) : here;
      if (!docs.length) break;
    }
    const kept = [];
    const levels = [];
    const starts = [0];
    const values = [];
    const breathe = S.pace();
    if (docs.length) {
      for (const { posting } of edges) {
        posting.unpack();
        await breathe();
      }
    }
    for (let n = 0; n < docs.length; n++) {
      const doc = docs[n];
      const reached = Array.from({ length: parts.length + 1 }, () => new Map());
      let level = 20;
      for (const edge of edges) {
        const i = edge.posting.find(doc);
        if (i < 0 || !edge.posting.levels[i]) continue;
        if (edge.to - edge.from === 1) level = Math.min(level, edge.posting.levels[i]);
        const places = edge.posting.places(i);
        const before = reached[edge.from];
        const after = reached[edge.to];
        for (let p = 0; p < places.length; p++) {
          const begin = edge.from === 0 ? places[p] : before.get(places[p] - 1);
          if (begin === undefined) continue;
          after.set(places[p], begin);
          // A joined word is listed at its first and its last place.
          for (let q = p + 1; edge.spans && q < places.length && places[q] - places[p] < 4; q++) {
            after.set(places[q], begin);
          }
        }
      }
      const begins = [...new Set(reached[parts.length].values())].sort((a, b) => a - b);
      if (begins.length) {
        kept.push(doc);
        levels.push(Math.max(1, level));
        values.push(...begins);
        starts.push(values.length);
      }
      if ((n & 255) === 0) await breathe();
    }
    const posting = new S.Posting(Uint32Array.from(kept), Uint8Array.from(levels));
    posting.starts = Uint32Array.from(starts);
    posting.values = Uint32Array.from(values);
    return posting;
  };

  /** Gathers what one slot of the query matches: postings with how far they are from the letter. */
  class Slot {
    constructor(library, given) {
      this.library = library;
      this.given = given;
      this.raw = given.raw;
      this.lists = [];
      this.marks = new Set();
      this.phrases = [];
      this.corrected = [];
      this.numbers = new Set();
      this.breathe = S.pace();
    }

    /** Take several: their files are asked for together, and read in the order given. */
    async takeAll(entries, weight, tier) {
      for (const entry of entries) this.library.posting(entry).catch(() => {});
      for (const entry of entries) await this.take(entry, weight, tier);
    }

    async take(entry, weight, tier) {
      if (this.numbers.has(entry.number)) return;
      this.numbers.add(entry.number);
      const posting = await this.library.posting(entry);
      this.lists.push({ posting, weight, tier });
      this.marks.add(entry.key);
      await this.breathe();
    }

    async takePhrase(parts, weight, tier) {
      const posting = await phrase(this.library, parts);
      if (!posting.docs.length) return false;
      this.lists.push({ posting, weight, tier });
      this.phrases.push(parts);
      return true;
    }

    /** A word and its other forms. */
    async family(entry, weight, tier) {
      await this.take(entry, weight, tier);
      await this.takeAll(await this.library.relatives(entry), weight * STEMMED, tier);
    }

    async gather() {
      const { library, given } = this;
      if (given.phrase) {
        const joined = given.joined && (await library.find(given.joined));
        if (joined) await this.family(joined, 1, LITERAL);
        await this.takePhrase(given.parts, 1, LITERAL);
        await this.elided(given);
        if (!this.lists.length && given.open) await this.begun(given);
        if (!this.lists.length && given.joined) await this.forgive(given.joined);
        return;
      }
      const key = given.key;
      const entry = await library.find(key);
      const cased = given.cased ? await library.find(given.cased) : null;
      const named = (await Promise.all(otherNames(key).map((name) => library.find(name)))).filter(Boolean);
      await this.takeAll(named, entry ? EXPANDED : STEMMED, entry ? INDIRECT : LITERAL);
      if (cased) await this.take(cased, 1, LITERAL);
      if (entry) {
        await this.family(entry, cased ? EXPANDED : 1, cased ? INDIRECT : LITERAL);
        if (entry.cut) await this.takePhrase([key.slice(0, entry.cut), key.slice(entry.cut)], 1, LITERAL);
        if (given.open && key.length > 2) {
          await this.takeAll(await library.beginning(key, PREFIXES), BEGUN, INDIRECT);
        }
        return;
      }
      if (named.length || (await this.unknown(key))) return;
      await this.forgive(key);
    }

    /** `l'extradition` also where the text has `d'extradition`: an article before an apostrophe. */
    async elided({ raw, parts }) {
      const rest = parts.slice(1);
      if (!/^\p{L}{1,2}['’ʼ‘`]/u.test(raw) || !this.library.common.has(parts[0])) return;
      const entry = rest.length === 1 ? await this.library.find(rest[0]) : null;
      if (entry) await this.family(entry, 1, LITERAL);
      else if (rest.length === 1) await this.unknown(rest[0]);
      else await this.takePhrase(rest, 1, LITERAL);
    }

    /** A compound being typed: `web-scra`, `d'Iv`, `whistle-bl` where it is written as one word. */
    async begun({ parts, joined }) {
      const before = parts.slice(0, -1);
      const last = parts[parts.length - 1];
      for (const entry of await this.library.beginning(last, PREFIXES)) {
        if (/^\p{L}/u.test(entry.key)) await this.takePhrase([...before, entry.key], 1, LITERAL);
      }
      if (!this.lists.length && joined && joined.length > 4) {
        await this.takeAll(await this.library.beginning(joined, PREFIXES), 1, LITERAL);
      }
    }

    /** A word the library does not have: by its stem, in two words, or as one being typed. */
    async unknown(key) {
      const { library } = this;
      if (/^\p{L}{3,}$/u.test(key)) {
        const stem = library.stem(key);
        const like = await library.beginning(stem.slice(0, Math.max(3, stem.length - 1)), 300);
        const same = like.find((other) => library.stem(other.key) === stem);
        if (same && /^\p{L}+$/u.test(same.key)) {
          await this.family(same, STEMMED, LITERAL);
          // Who types `conven` has come no further than that, whatever else has its stem.
          if (this.given.open) await this.takeAll(await library.beginning(key, PREFIXES), 1, LITERAL);
          return true;
        }
      }
      const { other, begun, groups } = digitsOf(key, this.raw);
      const whole = other && (await library.find(other));
      if (whole) await this.take(whole, 1, LITERAL);
      if (groups.length) await this.takePhrase(groups, 1, LITERAL);
      if (this.given.open && begun) await this.takeAll(await library.beginning(begun, PREFIXES), 1, LITERAL);
      if (this.lists.length) return true;
      const cuts = /^\p{L}+\p{N}+$/u.test(key) ? [key.search(/\p{N}/u)] : cutsOf(key, 4);
      if (await this.inTwo(key, cuts)) return true;
      if (this.given.open || key.length > 3) {
        await this.takeAll(await library.beginning(key, PREFIXES), 1, LITERAL);
      }
      // Short halves are common, so they are looked for where nothing else is found: `vietnam`.
      return this.lists.length > 0 || this.inTwo(key, cutsOf(key, 3));
    }

    /** A word that the library has as two, one after the other. */
    async inTwo(key, cuts) {
      for (const cut of cuts) {
        const both = [key.slice(0, cut), key.slice(cut)];
        if ((await this.library.find(both[0])) && (await this.library.find(both[1])) &&
            (await this.takePhrase(both, 1, LITERAL))) return true;
      }
      return false;
    }

    async forgive(key) {
      const most = S.allowed(key);
      if (!most) return;
      const found = await S.near(this.library, key, most, 8);
      const best = found.filter((other) => other.distance === found[0].distance &&
        other.first === found[0].first).slice(0, 3);
      for (const other of best) {
        await this.family(await this.library.find(other.key), 1, LITERAL);
        this.corrected.push(other.key);
      }
    }
  }

  Object.assign(S, { Slot, digitsOf, phrase, union, intersect, TIERS: { LITERAL, INDIRECT }, EXPANDED });
})();
