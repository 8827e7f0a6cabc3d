/* The English Snowball stemmer (Porter 2), written after english.sbl of Snowball 3.1.1.
 * tests/browser/test_search_words.py compares it with snowballstemmer, word by word.
 *
 * Copyright (c) 2001, Dr Martin Porter
 * Copyright (c) 2004,2005, Richard Boulton
 * Copyright (c) 2006-2025, Olly Betts
 * All rights reserved. Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met: 1. Redistributions
 * of source code must retain the above copyright notice, this list of conditions and the following
 * disclaimer. 2. Redistributions in binary form must reproduce the above copyright notice, this
 * list of conditions and the following disclaimer in the documentation and/or other materials
 * provided with the distribution. 3. Neither the name of the Snowball project nor the names of its
 * contributors may be used to endorse or promote products derived from this software without
 * specific prior written permission. THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND
 * CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO
 * EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
 * SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
 * NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF
 * THE POSSIBILITY OF SUCH DAMAGE. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const WHOLE = {
    andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", early: "earli",
    gently: "gentl", howe: "howe", idly: "idl", news: "news", only: "onli", singly: "singl",
    skies: "sky", skis: "ski", sky: "sky", ugly: "ugli",
  };
  const HEAD = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
  const SHORT = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
  const STEP_2 = {
    anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al",
    fulli: "ful", lessli: "less", ousli: "ous", entli: "ent", aliti: "al", biliti: "ble",
    iviti: "ive", tional: "tion", ational: "ate", alism: "al", ation: "ate", ization: "ize",
    izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
  };
  const STEP_3 = {
    icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion",
    ational: "ate", ful: "", ness: "",
  };
  const STEP_4 = new Set(
    "ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement".split(" ")
  );

  const longest = (word, has) => {
    for (let length = Math.min(7, word.length); length > 0; length--) {
      const end = word.slice(-length);
      if (has(end)) return end;
    }
    return "";
  };

  const region = (word, from) => {
    const match = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return match ? from + match.index + 2 : word.length;
  };

  /** The stem of a folded word. */
  const stem = (given) => {
    if (Object.prototype.hasOwnProperty.call(WHOLE, given)) return WHOLE[given];
    if (given.length < 3) return given;
    let w = given.replace(/^'/, "").replace(/^y/, "Y");
    w = w.replace(/([aeiouy])y/g, "$1Y");
    const head = HEAD.exec(w);
    const p1 = head ? head[0].length : region(w, 0);
    const p2 = region(w, p1);
    const r1 = (end) => w.length - end.length >= p1;
    const r2 = (end) => w.length - end.length >= p2;

    w = w.replace(/'s'$|'s$|'$/, "");
    if (/sses$/.test(w)) w = w.slice(0, -2);
    else if (/ie[sd]$/.test(w)) w = w.slice(0, w.length > 4 ? -2 : -1);
    else if (/[^us]s$/.test(w) && /[aeiouy].*[^]s$/.test(w)) w = w.slice(0, -1);

    const eed = /(?:eed|eedly)$/.exec(w);
    const ing = eed ? null : /(?:edly|ingly|ed|ing)$/.exec(w);
    if (eed) {
      const before = w.slice(0, -eed[0].length);
      if (r1(eed[0]) && !/^(?:succ|proc|exc)$/.test(before)) w = before + "ee";
    } else if (ing) {
      const base = w.slice(0, -ing[0].length);
      const gerund = ing[0] === "ing";
      if (gerund && /^[^aeiouy]y$/.test(base)) w = base.slice(0, -1) + "ie";
      else if (gerund && /^(?:even|cann|inn|earr|herr|out)$/.test(base)) w = given.replace(/^y/, "Y");
      else if (/[aeiouy]/.test(base)) {
        w = base;
        if (/(?:at|bl|iz)$/.test(w)) w += "e";
        else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) {
          if (!/^[aeo](?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) w = w.slice(0, -1);
        } else if (w.length === p1 && SHORT.test(w)) w += "e";
      }
    }

    if (/[^][^aeiouy][yY]$/.test(w)) w = w.slice(0, -1) + "i";

    let end = longest(w, (part) => Object.prototype.hasOwnProperty.call(STEP_2, part));
    if (end && r1(end)) {
      const base = w.slice(0, -end.length);
      if (end === "li" ? /[cdeghkmnrt]$/.test(base) : end !== "ogi" || base.endsWith("l")) {
        w = base + STEP_2[end];
      }
    }
    end = longest(w, (part) => Object.prototype.hasOwnProperty.call(STEP_3, part));
    if (end && r1(end) && (end !== "ative" || r2(end))) w = w.slice(0, -end.length) + STEP_3[end];
    end = longest(w, (part) => STEP_4.has(part));
    if (end && r2(end) && (end !== "ion" || /[st]ion$/.test(w))) w = w.slice(0, -end.length);
    if (w.endsWith("e")) {
      if (r2("e") || (r1("e") && !SHORT.test(w.slice(0, -1)))) w = w.slice(0, -1);
    } else if (w.endsWith("ll") && r2("l")) w = w.slice(0, -1);
    return w.replace(/Y/g, "y");
  };

  S.stemmers = { ...S.stemmers, english: stem };
})();
