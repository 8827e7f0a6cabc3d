/* The lexicon of a small library: which keys its pieces mean, found out when a query asks. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  // Without these signs the keys of a piece are parts of it: 390,151 and whistle-blower hold 390151
  // and whistleblower. What stands between two pieces stays.
  const SIGNS = /[\x00-\t\v-/:-@[-`{-\x7f\u00a0-\u00bf\u2000-\u206f€]+/g;
  const squeezed = (text) => S.fold(text).replace(SIGNS, "");

  class Lexicon {
    constructor(pieces) {
      this.pieces = pieces;
      this.squeezed = squeezed(pieces.join("\n"));
      this.starts = new Uint32Array(pieces.length + 1);
      for (let i = 1; i < this.starts.length; i++) {
        const end = this.squeezed.indexOf("\n", this.starts[i - 1]);
        this.starts[i] = (end < 0 ? this.squeezed.length : end) + 1;
      }
      this.meanings = new Array(pieces.length);
      this.found = new Map();
      this.spans = new Set();
    }

    /** The keys of a piece, each with how many places on it stands. */
    meaning(id) {
      let keys = this.meanings[id];
      if (keys) return keys;
      keys = this.meanings[id] = [];
      let at = 0;
      for (const { word } of S.words(this.pieces[id])) {
        const first = at;
        for (const part of word.parts) keys.push([part, at++]);
        if (word.joined) {
          keys.push([word.joined, first], [word.joined, at - 1]);
          this.spans.add(word.joined);
        }
        for (const alias of word.aliases) keys.push([alias, first]);
      }
      return keys;
    }

    /** Pieces that a text may be in; more than those that it is in. */
    like(text) {
      const bare = squeezed(text);
      const ids = [];
      for (let at = bare ? this.squeezed.indexOf(bare) : -1; at >= 0; ) {
        const id = S.firstAt(this.starts, at + 1) - 1;
        ids.push(id);
        at = this.squeezed.indexOf(bare, this.starts[id + 1]);
      }
      return ids;
    }

    /** Where a key is meant: [[piece, places on]…]. */
    uses(key) {
      let uses = this.found.get(key);
      if (!uses) {
        uses = [];
        for (const id of this.like(key)) {
          for (const [other, offset] of this.meaning(id)) if (other === key) uses.push([id, offset]);
        }
        this.found.set(key, uses);
      }
      return uses;
    }

    /** All keys, or those that begin so, in order. */
    keys(prefix = "") {
      const ids = prefix ? this.like(prefix) : this.pieces.keys();
      const keys = new Set();
      for (const id of ids) for (const [key] of this.meaning(id)) if (key.startsWith(prefix)) keys.add(key);
      return [...keys].sort();
    }
  }

  S.Lexicon = Lexicon;
})();
