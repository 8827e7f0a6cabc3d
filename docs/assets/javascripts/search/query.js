/* A query as typed, cut into what must match and what must not. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const LONGEST = 2000; // characters
  const MOST = 32; // words
  const SCALE = /^(?:thousand|million|billion|trillion|milliards?|millions?|mil|millones)$/;

  // After `390,` and `whistle-` more is to come.
  const BEING_TYPED = /^[-'’,./]?$/;
  const SHORT_SCALES = { bn: "billion", mn: "million", tn: "trillion" };
  const GROUP = /^\d{3}$/;
  const HEAD = /^(?:(?:US)?[$€£¥]\s?)?\d{1,3}$/;

  /** Where the figures of one number with spaces in it end: `5 137 418` from its first word. */
  const numberEnd = (text, found, i) => {
    if (!HEAD.test(found[i].raw)) return i;
    let last = i;
    while (found[last + 1] && GROUP.test(found[last + 1].raw) &&
           text.slice(found[last].end, found[last + 1].start) === " ") last++;
    return last;
  };

  const slotsOf = (text, open) => {
    const found = S.words(text);
    const slots = [];
    for (let i = 0; i < found.length && slots.length < MOST; i++) {
      const { word, raw, start, end } = found[i];
      const slot = {
        raw, parts: word.parts, joined: word.joined, key: word.parts[0], cased: "",
        phrase: word.parts.length > 1, open: open && BEING_TYPED.test(text.slice(end)),
        gap: slots.length > 0 && /\n/.test(text.slice(found[i - 1].end, start)),
      };
      for (const alias of word.aliases) {
        if (alias[0] === "=") slot.cased = alias;
        else if (!/^\p{L}/u.test(alias)) slot.key = alias;
      }
      const last = numberEnd(text, found, i);
      if (last > i + 1) {
        const groups = found.slice(i + 1, last + 1).map((one) => one.raw);
        slot.parts = [...slot.parts, ...groups];
        slot.joined = slot.key = [slot.key, ...groups].join("");
        slot.raw = text.slice(start, found[last].end);
        slot.phrase = true;
        i = last;
      }
      const next = found[i + 1];
      if (slot.key !== word.parts[0] && !slot.joined && next && SCALE.test(next.word.parts[0])) {
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
      .replace(/(\d)\s?(bn|mn|tn)\b/gi, (_, figure, scale) => `${figure} ${SHORT_SCALES[scale.toLowerCase()]}`)
      .replace(/(^|\s)[-−](?=[^\s−-])(\S+)/g, (_, before, inner) => {
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
})();
