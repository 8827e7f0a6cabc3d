/* The search: a query in, ranked entries out. One engine for the box and the results page. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const { LITERAL, INDIRECT } = S.TIERS;
  const IN_PLACE = 0.1; // a word of the headings above, beside a word of 1.0 and more in the text
  const NEAREST = 80; // entries whose words are measured for closeness
  const CLOSE = 0.9;
  const LOOKED_AT = 10;
  const MOST_PARTIAL = 200;
  const GLOSSARY_WORDS = 14;

  const RATIO = new Float32Array(64);
  for (let i = 1; i < 64; i++) RATIO[i] = 2 ** ((i - 6) / 2);

  /** One slot's entries with frequency ratio and tier (0: in the headings only). */
  const flatten = (lists, count, scratch) => {
    if (lists.length === 1) {
      const { posting, weight, tier } = lists[0];
      const ratios = new Float32Array(posting.docs.length);
      const tiers = new Uint8Array(posting.docs.length);
      let literal = 0;
      for (let i = 0; i < ratios.length; i++) {
        const level = posting.levels[i];
        ratios[i] = level ? RATIO[level] * weight : IN_PLACE;
        tiers[i] = level ? tier : 0;
        if (level) literal++;
      }
      return { docs: posting.docs, ratios, tiers, literal };
    }
    let total = 0;
    for (const list of lists) total += list.posting.docs.length;
    const touched = new Uint32Array(Math.min(total, count));
    let n = 0;
    for (const { posting, weight, tier } of lists) {
      for (let i = 0; i < posting.docs.length; i++) {
        const doc = posting.docs[i];
        const level = posting.levels[i];
        if (!scratch.seen[doc]) {
          scratch.seen[doc] = 1;
          scratch.ratio[doc] = 0;
          scratch.tier[doc] = 0;
          touched[n++] = doc;
        }
        scratch.ratio[doc] += level ? RATIO[level] * weight : 0;
        if (level && tier > scratch.tier[doc]) scratch.tier[doc] = tier;
      }
    }
    const docs = touched.slice(0, n).sort();
    const ratios = new Float32Array(n);
    const tiers = new Uint8Array(n);
    let literal = 0;
    for (let i = 0; i < n; i++) {
      const doc = docs[i];
      ratios[i] = scratch.ratio[doc] || IN_PLACE;
      tiers[i] = scratch.tier[doc];
      if (tiers[i]) literal++;
      scratch.seen[doc] = 0;
    }
    return { docs, ratios, tiers, literal };
  };

  // A match as one number, so that a great many sort quickly: tier, then score, both falling, then
  // the entry. A score below 512 keeps 2^-18 of precision; entries may be two million.
  const SCORES = 512;
  const PRECISION = 2 ** 18;
  const DOCS = 2 ** 21;
  const TOP = (INDIRECT + LITERAL) * SCORES;
  const packed = (doc, score, tier) =>
    Math.round((TOP - tier * SCORES - Math.min(score, SCORES - 1)) * PRECISION) * DOCS + doc;
  const unpacked = (value) => {
    const rest = TOP - Math.floor(value / DOCS) / PRECISION;
    const tier = Math.min(LITERAL, Math.floor(rest / SCORES));
    return { doc: value % DOCS, score: rest - tier * SCORES, tier };
  };

  class Engine {
    constructor(library) {
      this.library = library;
      this.scratch = {
        seen: new Uint8Array(library.count),
        ratio: new Float32Array(library.count),
        tier: new Uint8Array(library.count),
      };
    }

    static async open(base) {
      return new Engine(await S.Library.open(base));
    }

    /**
     * Search.
     *
     * Gives {docs, total, further, slots, corrected, missing, partial, cut}: entries in order, those
     * that hold the words themselves (`total`) before those found through the glossary or a word
     * begun (`further`).
     */
    async search(typed) {
      const query = S.parseQuery(typed);
      const { library } = this;
      const kept = query.slots.filter(
        (slot) => slot.phrase || slot.cased || slot.raw === "I" || !library.common.has(slot.key)
      );
      const given = kept.length || query.phrases.length ? kept : query.slots;
      const slots = given.map((one) => new S.Slot(library, one));
      // The files that later steps look into are asked for now.
      for (const key of joins(given).filter(Boolean)) library.find(key).catch(() => {});
      await Promise.all(slots.map((slot) => slot.gather()));
      await this.neighbours(given, slots);
      for (const one of query.phrases) {
        const slot = new S.Slot(library, { ...one, phrase: true });
        await slot.takePhrase(one.parts, 1, LITERAL);
        slot.exact = true;
        slots.push(slot);
      }
      const expanded = await this.throughGlossary(query.slots, slots, query.phrases);
      const missing = slots.filter((slot) => !slot.lists.length);
      const result = {
        query, slots, missing: missing.map((slot) => slot.raw), partial: false, expanded,
        corrected: slots.filter((slot) => slot.corrected.length)
          .map((slot) => [slot.raw, slot.corrected]),
        cut: query.cut, docs: new Uint32Array(0), total: 0, further: 0,
      };
      // A word typed again adds nothing.
      const live = slots.filter((slot, i) => slot.lists.length &&
        !slots.slice(0, i).some((other) => other.raw === slot.raw && other.exact === slot.exact));
      // A quoted phrase that nothing holds is not softened into something else.
      if (!live.length || missing.some((slot) => slot.exact)) return result;
      const breathe = S.pace();
      let ranked = await this.all(live, breathe);
      if (!ranked.length && live.length > 1 && !live.some((slot) => slot.exact)) {
        ranked = await this.some(live, breathe);
        result.partial = ranked.length > 0;
      }
      if (missing.length && ranked.length) result.partial = true;
      ranked = await this.without(ranked, query.excluded);
      // Closeness may choose another, but most often does not.
      if (ranked.length) library.ask(ranked[0] % DOCS);
      await breathe();
      await this.closeness(ranked, live, breathe);
      await this.paragraphsFirst(ranked);
      result.docs = Uint32Array.from(ranked, (value) => value % DOCS);
      const direct = packed(0, SCORES, LITERAL - 1);
      result.total = S.firstAt(ranked, direct);
      result.further = ranked.length - result.total;
      return result;
    }

    /** `whistle blower` and `390 151` are also the one word that they make. */
    async neighbours(given, slots) {
      const known = async (key) => {
        const { other } = S.digitsOf(key, "");
        return (await this.library.find(key)) || (other && this.library.find(other));
      };
      const found = await Promise.all(joins(given).map((key) => key && known(key)));
      for (let i = 0; i + 1 < given.length; i++) {
        const joined = found[i];
        if (!joined) continue;
        for (const slot of [slots[i], slots[i + 1]]) {
          if (slot.corrected.length) {
            slot.lists = [];
            slot.corrected = [];
          }
          await slot.family(joined, 1, LITERAL);
        }
      }
    }

    /** A short form finds its long form and the reverse, below what holds the words themselves. */
    async throughGlossary(given, slots, phrases) {
      const found = [];
      const words = given.map((slot, i) => ({ parts: slot.parts, slot: slots.find((s) => s.given === slot), i }));
      const other = async (key, targets) => {
        for (const form of await this.library.otherForms(key)) {
          const parts = S.words(form).flatMap((one) => one.word.parts);
          const posting = await S.phrase(this.library, parts);
          if (!posting.docs.length) continue;
          found.push(form);
          for (const slot of targets) {
            slot.lists.push({ posting, weight: S.EXPANDED, tier: INDIRECT });
            slot.phrases.push(parts);
          }
        }
      };
      for (let i = 0; i < words.length; i++) {
        const most = Math.min(words.length, i + GLOSSARY_WORDS);
        for (let j = most; j > i; j--) {
          const targets = words.slice(i, j).map((word) => word.slot).filter(Boolean);
          const key = words.slice(i, j).flatMap((word) => word.parts).join(" ");
          if (targets.length) await other(key, targets);
        }
      }
      for (const one of phrases) {
        const slot = slots.find((s) => s.exact && s.raw === one.raw);
        if (slot && slot.lists.length) await other(one.parts.join(" "), [slot]);
      }
      return found;
    }

    idf(literal) {
      return Math.log(1 + (this.library.count - literal + 0.5) / (literal + 0.5));
    }

    /** Entries that match every slot; one at least in the text itself, the others maybe in its place. */
    async all(slots, breathe) {
      const flats = [];
      for (const slot of slots) {
        flats.push(flatten(slot.lists, this.library.count, this.scratch));
        await breathe();
      }
      const order = flats.map((_, i) => i).sort((a, b) => flats[a].docs.length - flats[b].docs.length);
      let docs = flats[order[0]].docs;
      for (const i of order.slice(1)) docs = S.intersect(docs, flats[i].docs);
      const scores = new Float32Array(docs.length);
      const tiers = new Uint8Array(docs.length).fill(LITERAL);
      const own = new Uint8Array(docs.length);
      for (const flat of flats) {
        const idf = this.idf(flat.literal);
        for (let n = 0, i = 0; n < docs.length; n++) {
          while (flat.docs[i] < docs[n]) i++;
          scores[n] += (idf * flat.ratios[i]) / (flat.ratios[i] + 1);
          if (flat.tiers[i]) {
            own[n] = 1;
            if (flat.tiers[i] < tiers[n]) tiers[n] = flat.tiers[i];
          }
        }
        await breathe();
      }
      const ranked = new Float64Array(docs.length);
      let kept = 0;
      for (let n = 0; n < docs.length; n++) {
        if (own[n]) ranked[kept++] = packed(docs[n], scores[n], tiers[n]);
      }
      await breathe();
      return ranked.subarray(0, kept).sort();
    }

    /** Where nothing matches every slot: the entries that match most. */
    async some(slots, breathe) {
      const { count } = this.library;
      const scores = new Float32Array(count);
      const held = new Uint8Array(count);
      let most = 0;
      for (const slot of slots) {
        const flat = flatten(slot.lists, count, this.scratch);
        const idf = this.idf(flat.literal);
        for (let i = 0; i < flat.docs.length; i++) {
          if (!flat.tiers[i]) continue;
          const doc = flat.docs[i];
          scores[doc] += (idf * flat.ratios[i]) / (flat.ratios[i] + 1);
          most = Math.max(most, ++held[doc]);
        }
        await breathe();
      }
      const ranked = [];
      for (let doc = 0; most && doc < count; doc++) {
        if (held[doc] === most) ranked.push(packed(doc, scores[doc], LITERAL));
      }
      return Float64Array.from(ranked).sort().slice(0, MOST_PARTIAL);
    }

    async without(ranked, excluded) {
      let kept = ranked;
      for (const { parts } of excluded) {
        const slot = new S.Slot(this.library, { raw: "", parts });
        const entry = parts.length === 1 ? await this.library.find(parts[0]) : null;
        if (entry) await slot.family(entry, 1, LITERAL);
        if (parts.length > 1) await slot.takePhrase(parts, 1, LITERAL);
        const gone = new Set();
        for (const { posting } of slot.lists) {
          posting.docs.forEach((doc, i) => posting.levels[i] && gone.add(doc));
        }
        kept = kept.filter((value) => !gone.has(value % DOCS));
      }
      return kept;
    }

    /** Raise entries whose words stand close together. */
    async closeness(ranked, slots, breathe) {
      if (slots.length < 2) return;
      const top = ranked.subarray(0, NEAREST);
      for (let n = 0; n < top.length; n++) {
        const { doc, score, tier } = unpacked(top[n]);
        const places = [];
        for (let which = 0; which < slots.length; which++) {
          for (const { posting } of slots[which].lists) {
            const i = posting.find(doc);
            if (i < 0 || !posting.levels[i]) continue;
            for (const place of posting.places(i)) places.push([place, which]);
            // The first time all places of a word are read.
            await breathe();
          }
        }
        top[n] = packed(doc, score * (1 + CLOSE * closest(places, slots.length)), tier);
      }
      top.sort();
    }

    /** The first result is a paragraph where one matches as well as the heading above it. */
    async paragraphsFirst(ranked) {
      const tier = ranked.length && unpacked(ranked[0]).tier;
      for (let i = 0; i < Math.min(ranked.length, LOOKED_AT); i++) {
        if (unpacked(ranked[i]).tier !== tier) return;
        const entry = await this.library.entry(ranked[i] % DOCS);
        if (entry.kind !== "p") {
          // The texts of the first alone come sooner; where it is none, the others come together.
          if (!i) for (const value of ranked.subarray(1, LOOKED_AT)) this.library.entry(value % DOCS).catch(() => {});
          continue;
        }
        const paragraph = ranked[i];
        ranked.copyWithin(1, 0, i);
        ranked[0] = paragraph;
        return;
      }
    }

    /**
     * Entries that a query points at: [{doc, id}].
     *
     * `here` is the symbol of the page's report, which a bare number means first.
     */
    async straight(typed, here, aim = S.pointsAt(typed)) {
      const { library } = this;
      if (!aim) return [];
      const range = async (symbol) => {
        const given = S.fold((symbol || "").replace(/\s/g, ""));
        // A document of two bodies has a symbol of each.
        const key = library.symbols[given] || given;
        const entry = key ? await library.find(`@${key}`) : null;
        const posting = entry && (await library.posting(entry));
        return posting ? [posting.docs[0], posting.docs[posting.docs.length - 1]] : null;
      };
      const within = await range(aim.symbol);
      if (aim.symbol && !within) return [];
      if (!aim.ids.length) return within ? [{ doc: within[0], id: "" }] : [];
      const home = await range(here);
      const found = [];
      for (const given of aim.ids) {
        let id = given;
        let entry = await library.find(`#${id}`);
        // Who asks for a member that the paragraph does not have is offered what holds it.
        while (!entry && /para-\d.*-[a-z]+$/.test(id)) {
          id = id.replace(/-[a-z]+$/, "");
          entry = await library.find(`#${id}`);
        }
        if (!entry) continue;
        let docs = [...(await library.posting(entry)).docs];
        if (within) docs = docs.filter((doc) => within[0] <= doc && doc <= within[1]);
        else if (home) {
          const mine = docs.filter((doc) => home[0] <= doc && doc <= home[1]);
          docs = [...mine, ...docs.filter((doc) => !mine.includes(doc))];
        }
        for (const doc of docs.slice(0, aim.ids.length > 1 ? 1 : 3)) found.push({ doc, id });
      }
      return found;
    }

    /** Words of the library that look like those of a query that found nothing. */
    async nearWords(typed) {
      const { slots, phrases } = S.parseQuery(typed);
      const keys = [...slots.map((slot) => slot.joined || slot.key), ...phrases.flatMap((p) => p.parts)];
      const words = [];
      for (const key of keys.slice(0, 4)) {
        if (!/^\p{L}{3,40}$/u.test(key) || this.library.common.has(key)) continue;
        const known = await this.library.find(key);
        if (known) words.push(key);
        const found = await S.near(this.library, key, key.length < 5 ? 1 : key.length < 8 ? 2 : 3, 3);
        words.push(...found.map((one) => one.key));
        if (!found.length) {
          const begun = await this.library.beginning(key.slice(0, Math.max(3, key.length - 3)), 3);
          words.push(...begun.map((one) => one.key));
        }
      }
      return [...new Set(words)].slice(0, 6);
    }
  }

  /** For each word but the last the one word it makes with the next; empty where it makes none. */
  const joins = (given) =>
    given.slice(0, -1).map((a, i) => {
      const b = given[i + 1];
      return a.phrase || b.phrase || b.gap ? "" : a.key + b.key;
    });

  /** 1 where words stand side by side, towards 0 the wider they are strewn. */
  const closest = (places, slots) => {
    places.sort((a, b) => a[0] - b[0]);
    const held = new Uint16Array(slots);
    const present = new Set(places.map((one) => one[1])).size;
    if (present < 2) return 0;
    let best = Infinity;
    let kinds = 0;
    for (let right = 0, left = 0; right < places.length; right++) {
      if (!held[places[right][1]]++) kinds++;
      while (kinds === present) {
        best = Math.min(best, places[right][0] - places[left][0]);
        if (!--held[places[left++][1]]) kinds--;
      }
    }
    return (present / slots) * ((present - 1) / Math.max(present - 1, best));
  };

  /**
   * A paragraph by its report's symbol and its id (`para-54`): {number, text, path, page, fragment,
   * …}, or null. For other scripts: it loads the two or three files it needs, as the search does.
   */
  S.paragraphOf = async (symbol, id) => {
    const engine = await S.ready();
    const [found] = await engine.straight("", "", { symbol, ids: [id] });
    return found ? engine.library.entry(found.doc) : null;
  };

  S.Engine = Engine;
})();
