/* The Spanish Snowball stemmer, written after spanish.sbl of Snowball 3.1.1, for folded words: those
 * without accents, so that endings with accents are left out.
 * tests/browser/test_search_words.py compares it with snowballstemmer, word by word. Its licence is
 * that of stem-en.js: copyright (c) 2001, Dr Martin Porter; (c) 2004, 2005, Richard Boulton;
 * (c) 2006-2025, Olly Betts. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const endings = (text) => new Set(text.split(" "));
  const PRONOUN = endings("la sela le me se lo selo las selas les los selos nos");
  const BEFORE_PRONOUN = endings("ando iendo ar er ir yendo");
  const PLAIN = "ica osa ista anza able ible ico ismo oso amiento imiento icas osas istas anzas ables " +
    "ibles icos ismos osos amientos imientos";
  const WITH_IC = "ancia adora ante acion ador ancias adoras aciones adores antes";
  /** What becomes of a word without its ending, by the ending. */
  const STANDARD = new Map();
  const put = (text, kind) => text.split(" ").forEach((ending) => STANDARD.set(ending, kind));
  put(PLAIN, { left: "" });
  put(WITH_IC, { left: "", then: /ic$/ });
  put("ucion uciones", { left: "u" });
  put("encia encias", { left: "ente" });
  put("idad idades", { left: "", then: /(?:ic|abil|iv)$/ });
  put("iva ivo ivas ivos", { left: "", then: /at$/ });
  put("mente", { left: "", then: /(?:able|ible|ante)$/ });
  put("amente", { left: "", first: true, then: /(?:ic|ad|os|iv)$/, last: /at$/ });
  const Y_VERB = endings("ya ye yan yen yeron yendo yo yas yes yais yamos");
  const VERB = endings("en es emos aba ada ida ara iera ad ed id ase iese aste iste an aban aran ieran asen " +
    "iesen aron ieron ado ido ando iendo ar er ir as abas adas idas aras ieras ases ieses abais arais " +
    "ierais aseis ieseis asteis isteis ados idos amos imos aremos eremos iremos");
  const AFTER_GU = endings("en es emos");
  const RESIDUAL = endings("a o os e");
  const LONGEST = 8;
  const BEGINNING =
    /^(?:[aeiou][^aeiou]+[aeiou]|[aeiou]{2,}[^aeiou]|[^aeiou]{2,}[aeiou]|[^aeiou][aeiou].)/;
  const REGION = /^[^aeiou]*[aeiou]+[^aeiou]/;
  const SECOND = /^(?:[^aeiou]*[aeiou]+[^aeiou]){2}/;

  /** The longest ending of a kind that a word has behind `from`; empty for none. */
  const ending = (word, kind, from) => {
    for (let length = Math.min(LONGEST, word.length - from); length > 0; length--) {
      const found = word.slice(-length);
      if (kind.has(found)) return found;
    }
    return "";
  };
  const cut = (word, found) => word.slice(0, word.length - found.length);
  const lengthOf = (region, word) => {
    const found = region.exec(word);
    return found ? found[0].length : word.length;
  };

  const stem = (word) => {
    const from = lengthOf(BEGINNING, word);
    const first = lengthOf(REGION, word);
    const second = lengthOf(SECOND, word);
    let left = word;

    const pronoun = ending(left, PRONOUN, 0);
    if (pronoun) {
      const before = cut(left, pronoun);
      const verb = ending(before, BEFORE_PRONOUN, 0);
      const at = before.length - verb.length;
      if (verb && at >= from && (verb !== "yendo" || before[at - 1] === "u")) left = before;
    }

    /** Further endings that go where they stand in the second region. */
    const further = (base, pattern) => {
      const found = pattern && pattern.exec(base);
      return found && found.index >= second ? base.slice(0, found.index) : base;
    };
    const standard = ending(left, STANDARD, 0);
    const kind = STANDARD.get(standard);
    const base = cut(left, standard);
    if (kind && base.length >= (kind.first ? first : second)) {
      const shorter = further(base, kind.then);
      const isIv = kind.last && shorter !== base && base.endsWith("iv");
      left = (isIv ? further(shorter, kind.last) : shorter) + kind.left;
    } else {
      const y = ending(left, Y_VERB, from);
      if (y && cut(left, y).endsWith("u")) left = cut(left, y);
      else {
        const verb = ending(left, VERB, from);
        const before = cut(left, verb);
        if (verb) left = AFTER_GU.has(verb) && before.endsWith("gu") ? before.slice(0, -1) : before;
      }
    }

    const residual = ending(left, RESIDUAL, 0);
    if (residual && left.length - residual.length >= from) {
      left = cut(left, residual);
      if (residual === "e" && left.endsWith("gu") && left.length - 1 >= from) left = left.slice(0, -1);
    }
    return left;
  };

  S.stemmers = { ...S.stemmers, spanish: stem };
})();
