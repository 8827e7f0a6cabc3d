/* The Russian Snowball stemmer, written after russian.sbl of Snowball 3.1.1, for folded words.
 * tests/browser/test_search_words.py compares it with snowballstemmer, word by word. Its licence is
 * that of stem-en.js: copyright (c) 2001, Dr Martin Porter; (c) 2004, 2005, Richard Boulton;
 * (c) 2006-2025, Olly Betts. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const endings = (text) => new Set(text.split(" "));
  /** Endings that count behind а or я only, and those that count anywhere. */
  const GERUND = [endings("в вши вшись"), endings("ив ыв ивши ывши ившись ывшись")];
  const PARTICIPLE = [endings("ем нн вш щ ющ"), endings("ивш ывш ующ")];
  const VERB = [
    endings("ла на ете йте ли й л ем н ло но нно ет ют ны ть ешь"),
    endings("ила ыла ена ите ейте уйте или ыли ей уй ил ыл им ым ен ило ыло ено ует ит ыт уют ят ены " +
      "ить ыть ишь ю ую"),
  ];
  const NONE = new Set();
  const ADJECTIVE = [NONE, endings("ее ие ое ые ими ыми ей ий ой ый ем им ом ым его ого ему ому их ых ею " +
    "ою ую юю ая яя")];
  const REFLEXIVE = [NONE, endings("сь ся")];
  const NOUN = [NONE, endings("а ев ов е ие ье и еи ии ами ями иями й ей ией ий ой ам ем ием ом ям иям о " +
    "у ах ях иях ы ь ю ию ью я ия ья")];
  const LONGEST = 6;
  const BEGINNING = /^[^аеиоуыэюя]*[аеиоуыэюя]/;
  const SECOND = /^(?:[^аеиоуыэюя]*[аеиоуыэюя]+[^аеиоуыэюя]){2}/;

  /** A word without its longest ending of a kind, where that stands after `from`; else null. */
  const without = (word, from, [behindA, anywhere]) => {
    for (let length = Math.min(LONGEST, word.length - from); length > 0; length--) {
      const at = word.length - length;
      const ending = word.slice(at);
      if (anywhere.has(ending)) return word.slice(0, at);
      if (behindA.has(ending)) {
        return at > from && /[ая]/.test(word[at - 1]) ? word.slice(0, at) : null;
      }
    }
    return null;
  };

  const stem = (word) => {
    const begun = BEGINNING.exec(word);
    if (!begun) return word;
    const from = begun[0].length;
    const second = SECOND.exec(word);
    let left = without(word, from, GERUND);
    if (left === null) {
      const plain = without(word, from, REFLEXIVE) || word;
      const adjective = without(plain, from, ADJECTIVE);
      if (adjective !== null) {
        const participle = without(adjective, from, PARTICIPLE);
        left = participle === null ? adjective : participle;
      } else {
        left = without(plain, from, VERB);
        if (left === null) left = without(plain, from, NOUN);
        if (left === null) left = plain;
      }
    }
    if (left.length > from && left.endsWith("и")) left = left.slice(0, -1);
    const derived = /ость?$/.exec(left);
    if (derived && derived.index >= from && second && derived.index >= second[0].length) {
      left = left.slice(0, derived.index);
    }
    const superlative = /ейше?$/.exec(left.slice(from));
    if (superlative) left = left.slice(0, from + superlative.index);
    const tail = left.slice(from);
    return tail.endsWith("нн") || (!superlative && tail.endsWith("ь")) ? left.slice(0, -1) : left;
  };

  S.stemmers = { ...S.stemmers, russian: stem };
})();
