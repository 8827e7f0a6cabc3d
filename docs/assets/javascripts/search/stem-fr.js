/* The French Snowball stemmer, written after french.sbl of Snowball 3.1.1, for folded words: those
 * without accents, so that endings with accents are left out.
 * tests/browser/test_search_words.py compares it with snowballstemmer, word by word. Its licence is
 * that of stem-en.js: copyright (c) 2001, Dr Martin Porter; (c) 2004, 2005, Richard Boulton;
 * (c) 2006-2025, Olly Betts. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const endings = (text) => new Set(text.split(" "));
  /** What to do with an ending, by the ending; letters of vowels that count as consonants are I U Y. */
  const STANDARD = new Map();
  const put = (text, kind) => text.split(" ").forEach((ending) => STANDARD.set(ending, kind));
  put("iqUe ance able isme iste iqUes ances ables ismes istes eux", "plain");
  put("atrice ation ateur atrices ations ateurs", "ation");
  put("usion ution usions utions", "ution");
  put("ence ences", "ence");
  put("logie logies", "logie");
  put("ement ements", "ement");
  put("ive if ives ifs", "if");
  put("eaux", "eaux");
  put("aux", "aux");
  put("oux", "oux");
  put("euse euses", "euse");
  put("issement issements", "issement");
  put("amment", "amment");
  put("emment", "emment");
  put("ment ments", "ment");
  const I_VERB = endings("ira ie isse issante i irai ir iras ies isses issantes is irais issais irions " +
    "issions irons issons issants it irait issait issant iraIent issaIent irent issent iront iriez " +
    "issiez irez issez");
  const VERB = new Map();
  const verbs = (text, kind) => text.split(" ").forEach((ending) => VERB.set(ending, kind));
  verbs("a asse ante ai as asses antes assions ants ait ant aIent assent assiez", "a");
  verbs("era erai er eras eais erais erions erons erait eraIent eront ez iez eriez erez", "e");
  verbs("aise aises ais", "ais");
  verbs("ions", "ions");
  const RESIDUAL = endings("e Ier ier ion");
  const LONGEST = 9;
  const BEGINNING = /^(?:[aeiouy]{2}.|par|col|tap|ni[aeiouy]|.[^aeiouy]*[aeiouy])/;
  const REGION = /^[^aeiouy]*[aeiouy]+[^aeiouy]/;
  const SECOND = /^(?:[^aeiouy]*[aeiouy]+[^aeiouy]){2}/;

  const ending = (word, kind, from) => {
    for (let length = Math.min(LONGEST, word.length - from); length > 0; length--) {
      const found = word.slice(-length);
      if (kind.has(found)) return found;
    }
    return "";
  };
  const lengthOf = (region, word) => {
    const found = region.exec(word);
    return found ? found[0].length : word.length;
  };

  /** Vowels that stand for consonants are written large. */
  const marked = (word) => {
    const letters = [...word];
    letters.forEach((_, i) => {
      const [letter, next = "", third = ""] = letters.slice(i, i + 3);
      if (/[aeiouy]/.test(letter) && (next === "y" || (/[ui]/.test(next) && /[aeiouy]/.test(third)))) {
        letters[i + 1] = next.toUpperCase();
      } else if (letter === "y" && /[aeiouy]/.test(next)) letters[i] = "Y";
      else if (letter === "q" && next === "u") letters[i + 1] = "U";
    });
    return letters.join("");
  };

  /** [what is left, whether an ending was taken for good] by the standard endings. */
  const standard = (word, from, first, second) => {
    const found = ending(word, STANDARD, 0);
    const base = word.slice(0, word.length - found.length);
    const at = base.length;
    const kind = STANDARD.get(found);
    const ic = (left) => {
      if (!left.endsWith("ic")) return left;
      const short = left.slice(0, -2);
      return short.length >= second ? short : `${short}iqU`;
    };
    const failed = [word, false];
    if (!kind) return failed;
    if (kind === "eaux") return [`${base}eau`, true];
    if (kind === "aux") return at >= first ? [`${base}al`, true] : failed;
    if (kind === "oux") return /[bhjlnp]$/.test(base) ? [`${base}ou`, true] : failed;
    if (kind === "euse") return at >= second ? [base, true] : at >= first ? [`${base}eux`, true] : failed;
    if (kind === "issement") return at >= first && /[^aeiouy]$/.test(base) ? [base, true] : failed;
    if (kind === "amment") return [at >= from ? `${base}ant` : word, false];
    if (kind === "emment") return [at >= from ? `${base}ent` : word, false];
    if (kind === "ment") return [/[aeiouy]$/.test(base) && at - 1 >= from ? base : word, false];
    if (kind === "ement") return at >= from ? [afterEment(base, from, first, second), true] : failed;
    if (at < second) return failed;
    if (kind === "ation") return [ic(base), true];
    if (kind === "ution") return [`${base}u`, true];
    if (kind === "ence") return [`${base}ent`, true];
    if (kind === "logie") return [`${base}log`, true];
    if (kind === "if") {
      return [base.endsWith("at") && at - 2 >= second ? ic(base.slice(0, -2)) : base, true];
    }
    return [base, true];
  };

  const afterEment = (base, from, first, second) => {
    const found = /(?:iv|eus|iqU|abl)$/.exec(base);
    if (!found) return base;
    const short = base.slice(0, found.index);
    if (found[0] === "eus") {
      return short.length >= second ? short : short.length >= first ? `${short}eux` : base;
    }
    if (short.length < second) return base;
    if (found[0] === "iv" && short.endsWith("at") && short.length - 2 >= second) return short.slice(0, -2);
    return short;
  };

  const iVerb = (word, from) => {
    const found = ending(word, I_VERB, from);
    const base = word.slice(0, word.length - found.length);
    return found && base.length > from && /[^aeiouy]$/.test(base) ? base : null;
  };

  const verb = (word, from, second) => {
    const found = ending(word, VERB, from);
    let base = word.slice(0, word.length - found.length);
    const kind = VERB.get(found);
    if (!kind) return null;
    if (kind === "ions") return base.length >= second ? base : null;
    if (kind === "a" && base.endsWith("e") && base.length - 1 >= from) base = base.slice(0, -1);
    if (kind === "ais" && /auv$|^.al$/.test(base)) return null;
    return base;
  };

  const residual = (word, from, second) => {
    let left = word;
    if (left.endsWith("s") && /[^aiosu]$/.test(left.slice(0, -1))) left = left.slice(0, -1);
    const found = ending(left, RESIDUAL, from);
    const base = left.slice(0, left.length - found.length);
    if (found === "e") return base;
    if (found === "ier" || found === "Ier") return `${base}i`;
    if (found === "ion") return base.length >= second && base.length > from && /[st]$/.test(base) ? base : left;
    return left;
  };

  const stem = (word) => {
    const begun = marked(word);
    const from = lengthOf(BEGINNING, begun);
    const first = lengthOf(REGION, begun);
    const second = lengthOf(SECOND, begun);
    let [left, taken] = standard(begun, from, first, second);
    if (!taken) {
      const shorter = iVerb(left, from);
      const other = shorter === null ? verb(left, from, second) : shorter;
      if (other !== null) [left, taken] = [other, true];
    }
    left = taken ? left.replace(/Y$/, "i") : residual(left, from, second);
    if (/(?:ell|eill|enn|onn|ett)$/.test(left)) left = left.slice(0, -1);
    return left.toLowerCase();
  };

  S.stemmers = { ...S.stemmers, french: stem };
})();
