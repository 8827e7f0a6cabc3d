/* A query as typed, cut into what must match, what must not, and what it might point at. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const LONGEST = 2000; // characters
  const MOST = 32; // words
  const SCALE = /^(?:thousand|million|billion|trillion|milliards?|millions?|mil|millones)$/;

  const slotsOf = (text, open) => {
    const found = S.words(text);
    const slots = [];
    for (let i = 0; i < found.length && slots.length < MOST; i++) {
      const { word, raw, start, end } = found[i];
      const slot = {
        raw, parts: word.parts, joined: word.joined, key: word.parts[0], cased: "",
        phrase: word.parts.length > 1, open: open && end === text.length,
        gap: slots.length > 0 && /\n/.test(text.slice(found[i - 1].end, start)),
      };
      for (const alias of word.aliases) {
        if (alias[0] === "=") slot.cased = alias;
        else if (!/^\p{L}/u.test(alias)) slot.key = alias;
      }
      const next = found[i + 1];
      if (slot.key !== word.parts[0] && next && SCALE.test(next.word.parts[0])) {
        slot.parts = [slot.key, next.word.parts[0]];
        slot.raw = text.slice(start, next.end);
        slot.phrase = true;
        i++;
      } else if (/[\u3400-\u9fff]/.test(raw)) {
        while (found[i + 1] && found[i + 1].start === found[i].end &&
               /[\u3400-\u9fff]/.test(found[i + 1].raw)) {
          i++;
          slot.parts = [...slot.parts, ...found[i].word.parts];
          slot.raw += found[i].raw;
          slot.phrase = true;
        }
      }
      slots.push(slot);
    }
    return slots;
  };

  /** {slots, phrases, excluded, parts, cut}: everything folded and ready to look up. */
  S.parseQuery = (typed) => {
    const whole = String(typed).normalize("NFC").replace(/[“”„‟«»＂]/g, '"');
    const text = whole.slice(0, LONGEST);
    const phrases = [];
    const excluded = [];
    const plain = text
      .replace(/(^|\s)(-?)"([^"]*)"/g, (_, before, minus, inner) => {
        const parts = S.words(inner).flatMap((found) => found.word.parts).slice(0, MOST);
        if (parts.length) (minus ? excluded : phrases).push({ parts, raw: inner });
        return `${before}\n`;
      })
      .replace(/(^|\s)-(?=[^\s-])(\S+)/g, (_, before, inner) => {
        const parts = S.words(inner).flatMap((found) => found.word.parts).slice(0, MOST);
        if (parts.length) excluded.push({ parts, raw: inner });
        return `${before}\n`;
      })
      .replace(/\s+$/, (space) => (space ? "\n" : ""));
    const slots = slotsOf(plain, true);
    const letters = slots.filter((slot) => /\p{L}/u.test(slot.raw));
    if (letters.length > 1 && letters.every((slot) => slot.raw === slot.raw.toUpperCase())) {
      for (const slot of slots) slot.cased = "";
    }
    return {
      slots, phrases, excluded,
      cut: whole.length > LONGEST || slots.length >= MOST,
    };
  };

  const PARA =
    /^(?:¶{1,2}|§|paras?\b\.?|paragraphs?\b|paragraphes?\b|párrs?\b\.?|párrafos?\b|п\.?п?\.|пункты?|الفقرات|الفقرة|第)?\s*(\d{1,4}[^]*)$/i;
  const SYMBOL = /^[A-Z][A-Z]*(?:[./-][A-Z0-9.()-]+)+/i;

  const numbersOf = (text) => {
    const found = [];
    const rest = text.replace(
      /(?<![\d.,/])(\d{1,4})(?!\d|[.,/]\d)(?:\s*\(([a-z]{1,2})\))?(?:\s*\(([ivx]+)\))?(?:\s*[-–—]\s*(\d{1,4})(?!\d))?/gi,
      (_, first, letter, roman, last) => {
        if (last && +last > +first) {
          for (let n = +first; n <= Math.min(+last, +first + 30); n++) found.push(`para-${n}`);
        } else {
          found.push(["para", first, letter, roman].filter(Boolean).join("-").toLowerCase());
        }
        return "";
      }
    );
    return /^(?:[\s,;.]|\band\b|\bet\b|\by\b|段|至|and)*$/i.test(rest) ? found : [];
  };

  /** What a query points at without searching: {symbol, ids}; null where it points at nothing. */
  S.pointsAt = (typed) => {
    let text = String(typed).slice(0, 500).trim().replace(/\s+/g, " ");
    const link = /^\S*?(?:\/(?:ar|en|es|fr|ru|zh)\/([^?#\s]*?))?(?:\/|\/[\w-]+\.html)?(?:\?[^#\s]*)?#([\w-]+)$/.exec(text);
    if (link && /[/.]/.test(text)) {
      let symbol = link[1] || "";
      try {
        symbol = decodeURIComponent(symbol);
      } catch {
        // A link cut in the middle of an escape is searched by its fragment.
      }
      return { symbol: symbol.replace(/\/[\w-]+\.html$/, ""), ids: [link[2].toLowerCase()] };
    }
    const page = /\/(?:ar|en|es|fr|ru|zh)\/([A-Z]+\/\S+?)\/?(?:index\.html)?$/.exec(text);
    if (page && /^https?:/.test(text)) return { symbol: page[1], ids: [] };
    let symbol = "";
    const named = SYMBOL.exec(text);
    if (named && named[0].includes("/") && /\d/.test(named[0])) {
      symbol = named[0].replace(/[.,]+$/, "");
      text = text.slice(symbol.length).replace(/^[\s,.;:]+/, "");
      if (!text) return { symbol, ids: [] };
    }
    const annex = /^annex(?:\s+([ivx\d]+))?,?\s+(?:¶|paras?\.?|paragraphs?)?\s*(\d{1,4})$/i.exec(text);
    if (annex) {
      const unit = annex[1] ? `annex-${annex[1].toLowerCase()}` : "annex";
      return { symbol, ids: [`${unit}-para-${annex[2]}`] };
    }
    const para = PARA.exec(text);
    if (para) {
      const ids = numbersOf(para[1]);
      if (ids.length) return { symbol, ids };
    }
    const section =
      /^(?:chap(?:ter|\.)?|sect(?:ion|\.)?)?\s*([IVXL]+(?:\.\s?[A-Z](?:\.\s?\d+(?:\.?\s?\([a-z]\))?)?)?)\.?$/.exec(text);
    if (section) {
      return { symbol, ids: [section[1].toLowerCase().split(/[.\s()]+/).filter(Boolean).join("-")] };
    }
    return null;
  };
})();
