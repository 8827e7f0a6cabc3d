/* Words as the search sees them: the tokeniser of scripts/pilcrow/search/words.py, for the browser.
 * tests/browser/test_search_words.py holds the two together, word by word. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const MARKS = "\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u0652\\u0670\\u0640";
  const HAN = "\\u3400-\\u9fff";
  const SPACES = "\\u00a0\\u202f\\u2009";
  const APOSTROPHES = "'’ʼ‘`";
  const JOINERS = APOSTROPHES + "\\-‐‑.·&";

  const grammar = (letter, digit, flags) =>
    new RegExp(
      `(?:https?:\\/\\/|www\\.)[^\\s<>"]+` +
        `|[A-Za-z0-9]+(?:[.\\-][A-Za-z0-9]+)*(?:\\/[A-Za-z0-9]+(?:[.\\-][A-Za-z0-9]+)*)+` +
        `|(?:US)?[$€£¥]\\s?${digit}+(?:[.,${SPACES}]${digit}+)*(?!${letter})` +
        `|${digit}+(?:[.,${SPACES}]${digit}+)*(?!${letter})` +
        `|[${HAN}]` +
        `|${letter}+(?:[${JOINERS}]${letter}+)*`,
      flags
    );
  // Browsers take some 10 ms to make a grammar of all letters there are, so it waits for its need.
  const LATIN = /^[\x00-\u024f\u2000-\u206f€]*$/;
  const PLAIN = `[\\p{L}\\p{N}${MARKS}]`;
  const GRAMMARS = {
    latin: () => grammar("[0-9A-Za-zªµº²³¹¼-¾À-ÖØ-öø-ɏ]", "[0-9]", "g"),
    all: () => grammar(PLAIN, "\\p{Nd}", "gu"),
    han: () => grammar(`(?:(?![${HAN}])${PLAIN})`, "\\p{Nd}", "gu"),
  };
  const made = {};
  const tokensOf = (text) => {
    const name = LATIN.test(text) ? "latin" : HAS_HAN.test(text) ? "han" : "all";
    return (made[name] = made[name] || GRAMMARS[name]());
  };
  const HAS_HAN = new RegExp(`[${HAN}]`);
  const MARK = new RegExp(`[${MARKS}]`, "g");
  // Й is a letter of its own, on which Russian endings depend.
  const FOLDED = new RegExp(`и\u0306|[${MARKS}]`, "g");
  const PLAIN_WORD = /^[A-Za-z][a-z]*$/;
  const ASCII = /^[\x00-\x7f]*$/;
  const SPECIAL = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ" };
  const URL_START = /^(?:https?:\/\/|www\.)/;
  const MONEY = /^(?:US)?([$€£¥])\s?([^]*)$/;
  const NUMBER = new RegExp(`^\\p{Nd}+(?:[.,${SPACES}]\\p{Nd}+)*$`, "u");
  const THOUSANDS = /^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?$/u;
  const TWO_SYMBOLS = /(\d)-(?=[A-Z]+\/)/gi;
  const POSSESSIVE = new RegExp(`[${APOSTROPHES}][sS]$`);
  const JOINER = new RegExp(`[${JOINERS}]`);
  const NONE = Object.freeze([]);

  /** Lower case without diacritics: Côte is cote. */
  const fold = (text) => {
    if (ASCII.test(text)) return text.toLowerCase();
    return text
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(FOLDED, (found) => (found[0] === "и" ? "й" : ""))
      .replace(/[ßœæøłđıς]/g, (letter) => SPECIAL[letter]);
  };

  const number = (text) => {
    const plain = text.replace(/[\u00a0\u202f\u2009]/g, ",");
    return THOUSANDS.test(plain) ? plain.replace(/,/g, "") : plain.replace(/,/g, ".");
  };

  const capitals = (word) =>
    (word.match(ASCII.test(word) ? /[A-Z]/g : /\p{Lu}/gu) || NONE).length > 1;

  const word = (parts, joined = "", aliases = NONE) => ({ parts, joined, aliases });

  const compound = (raw) => {
    const owner = POSSESSIVE.test(raw);
    const pieces = (owner ? raw.slice(0, -2) : raw).split(JOINER).filter(Boolean);
    const parts = pieces.map(fold);
    const aliases = [];
    if (owner && parts.length === 1) aliases.push(parts[0] + "s");
    if (pieces.length === 1 && capitals(pieces[0])) aliases.push("=" + pieces[0]);
    return word(parts, parts.length > 1 ? parts.join("") : "", aliases);
  };

  /** The keys of one match of the grammar: parts in their places, the joined form, aliases. */
  const analyse = (found) => {
    // Most words are plain, and the rest is slow to rule out.
    if (PLAIN_WORD.test(found)) return word([found.toLowerCase()]);
    const raw = found.replace(MARK, "");
    if (URL_START.test(raw)) {
      return word((raw.match(/[\p{L}\p{N}]+/gu) || []).map(fold));
    }
    if (raw.includes("/")) {
      if (/\p{Nd}/u.test(raw)) return word(raw.replace(TWO_SYMBOLS, "$1 ").split(" ").map(fold));
      return word(raw.split("/").flatMap((part) => analyse(part).parts));
    }
    const money = MONEY.exec(raw);
    if (money) {
      const value = number(money[2]);
      return word([value], "", [money[1] + value]);
    }
    if (NUMBER.test(raw)) return word([number(raw)]);
    return compound(raw);
  };

  const known = new Map();

  /** The words of a text in order, each with where it stands: [{start, end, raw, word}]. */
  const words = (text) => {
    const found = [];
    for (const match of text.matchAll(tokensOf(text))) {
      const raw = match[0];
      let meaning = known.get(raw);
      if (!meaning) {
        if (known.size > 20000) known.clear();
        known.set(raw, (meaning = analyse(raw)));
      }
      if (meaning.parts.length) {
        found.push({ start: match.index, end: match.index + raw.length, raw, word: meaning });
      }
    }
    return found;
  };

  /** All keys of a word. */
  const keys = ({ parts, joined, aliases }) =>
    joined ? [...parts, joined, ...aliases] : aliases.length ? [...parts, ...aliases] : parts;

  Object.assign(S, { fold, words, keys, capitals });
})();
