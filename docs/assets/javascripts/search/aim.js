/* What a query points at without searching: a paragraph, a section, a report, a pasted link. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  const LONGEST = 1000; // characters
  const LONGEST_RANGE = 30; // paragraphs
  const IN_LANGUAGE = /^.*\/(?:ar|en|es|fr|ru|zh)\/([A-Z][^?#]*?)\/?$/;
  const PAGE = /\/([\w-]+)\.html$/;
  const LIBRARY = /^(?:https?:\/\/)?(?:www\.)?(?:docs\.un\.org|undocs\.org)\/(?:(?:ar|en|es|fr|ru|zh)\/)?/i;
  const ASKED_FOR = /[?&](?:finalsymbol|symbol)=([^&#]+)/i;

  // Signs and letters by turns, so that a text of many parts is read one way only.
  const BRACKETS = /\((?:\d{4}|[IVXL]+|SUPP|VOL\.[IVXL]+)\)|\s?\(SECT\.?\s?\d{1,3}[A-Z]?\)/.source;
  const SYMBOL = `[A-Z]+(?:[./-]+[A-Z0-9]+(?:${BRACKETS})?)+`;
  const BEGINS = new RegExp(`^(?:(?:document|report)\\s+)?(${SYMBOL})[.,;:]?(?:$|[\\s,;:(]+)`, "i");
  const ENDS = new RegExp(`[\\s,;]+(?:(?:of|in|du|de|del|документа|доклада)\\s+)?(?:(?:document|report)\\s+)?\\(?(${SYMBOL})\\)?\\.?$`, "i");
  const WHOLE_SYMBOL = new RegExp(`^${SYMBOL}$`, "i");
  const ANCHOR = /^#?((?:annex-(?:[ivx\d]+-)?)?para-\d+(?:-[a-z\d]+)*)$/i;
  const PARA =
    /^(?:¶{1,2}|§{1,2}|#|paras?\b\.?|pars?\b\.?|paragraphs?\b|paragraphes?\b|párrs?\b\.?|párrafos?(?![\p{L}])|п\.?п?\.|пункты?|пункт[ае]|الفقرات|الفقرة|第)?\s*(\d[^]*)$/iu;
  const NUMBER =
    /(?<![\d.,/])(\d{1,4}(?:\.\d{1,3})*)(?!\d|[.,/]\d)(?:\s*\(([a-z]{1,2})\)|\s*([a-z]{1,2})\)|\s?([a-z])(?![\p{L}(]|\s*\d))?(?:\s*\(([ivx]+)\))?(?:(?:\s*[-–—−]\s*|\s+(?:to|à|a|al|по)\s+)(\d{1,4})(?![\d(]))?/giu;
  const BETWEEN = /^(?:[\s,;.]|\b(?:and|et|y)\b|и|و|段|至)*$/i;
  const GROUPED = /^\d{1,3}(?: \d{3})+$/;
  const ANNEX = /^annex(?:\s+([ivx\d]+))?,?\s+(?:¶|paras?\.?|paragraphs?)?\s*(\d{1,4})$/i;
  const NAMED_SECTION = /^(?:chap(?:ter|itre|\.)?|sect(?:ion|\.)?|part|cap[ií]tulo|secci[oó]n|раздел|глава)\s+/i;
  const LABEL = /^([IVXL]+)((?:[.\s]\s?[A-Z](?:[.\s]\s?\d+(?:\.?\s?\([A-Za-z]\))?)?)?)\.?$/;
  const SMALL_LABEL = /^[ivxl]+\.\s?[a-z]/;

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      // A link cut in the middle of an escape says the rest all the same.
      return text;
    }
  };

  /** Of an address of this site, or of the official documents, what it leads to; else null. */
  const linked = (text) => {
    const [, before, id = ""] = /^([^]*?)(?:#([\w-]+))?$/.exec(text);
    const path = before.replace(/\\/g, "/");
    const asked = /^\S*un(?:docs)?\.org\//i.test(path) && ASKED_FOR.exec(path);
    if (asked) return { symbol: decoded(asked[1]), ids: [] };
    if (LIBRARY.test(path)) {
      return { symbol: decoded(path.replace(LIBRARY, "").replace(/[?#].*$/, "")), ids: [] };
    }
    const address = decoded(path.replace(/\?[^]*$/, ""));
    const inside = IN_LANGUAGE.exec(address);
    const page = inside && PAGE.exec(inside[1]);
    const symbol = inside ? inside[1].replace(PAGE, "") : WHOLE_SYMBOL.test(address) ? address : "";
    if (id && /[/.]/.test(path)) return { symbol, ids: [id.toLowerCase()] };
    if (!inside || id) return null;
    // The page of a section has the name of the section.
    return { symbol, ids: page && !/^(?:index|whole)$/.test(page[1]) ? [page[1]] : [] };
  };

  const numbersOf = (text) => {
    const found = [];
    if (GROUPED.test(text)) return found;
    const rest = text.replace(NUMBER, (_, first, bracketed, closed, bare, roman, last) => {
      const letter = bracketed || closed || bare;
      if (last && +last > +first) {
        for (let n = +first; n <= Math.min(+last, +first + LONGEST_RANGE); n++) found.push(`para-${n}`);
      } else {
        const parts = ["para", first.replace(/\./g, "-"), letter, roman];
        found.push(parts.filter(Boolean).join("-").toLowerCase());
      }
      return "";
    });
    return BETWEEN.test(rest) ? found : [];
  };

  /** The id of a section from its label: II.D.2, sect. ii.d.2, Section II D 2. */
  const sectionOf = (text) => {
    const label = text.replace(NAMED_SECTION, "");
    // In small letters a label is one only where it has dots, or is called a section.
    const isNamed = label !== text || SMALL_LABEL.test(label);
    const found = LABEL.exec(isNamed ? label.toUpperCase() : label);
    return found ? (found[1] + found[2]).toLowerCase().split(/[.\s()]+/).filter(Boolean).join("-") : "";
  };

  /** What a query points at: {symbol, ids}, where either may be empty; null for nothing. */
  S.pointsAt = (typed) => {
    let text = String(typed).slice(0, LONGEST).trim().replace(/\s+/g, " ")
      .replace(/^<(.*)>$/, "$1")
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
    const link = linked(text);
    if (link) return link;
    const anchor = ANCHOR.exec(text);
    if (anchor) return { symbol: "", ids: [anchor[1].toLowerCase()] };
    let symbol = "";
    text = text.replace(/\s*\/\s*/g, "/");
    for (const place of [BEGINS, ENDS]) {
      const named = place.exec(text);
      if (!named || !/\/.*\d/.test(named[1])) continue;
      symbol = named[1].replace(/[.,]+$/, "");
      text = text.replace(place, "");
      if (named[0].endsWith("(")) text = text.replace(/\)$/, "");
      if (!text) return { symbol, ids: [] };
      break;
    }
    const annex = ANNEX.exec(text);
    if (annex) {
      const unit = annex[1] ? `annex-${annex[1].toLowerCase()}` : "annex";
      return { symbol, ids: [`${unit}-para-${annex[2]}`] };
    }
    const para = PARA.exec(text);
    const ids = para ? numbersOf(para[1]) : [];
    const section = ids.length ? "" : sectionOf(text);
    if (section) ids.push(section);
    return ids.length ? { symbol, ids } : null;
  };
})();
