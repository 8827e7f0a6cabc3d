/* Words that look alike: what a typing error may have meant. */
(() => {
  "use strict";
  const S = (window.pilcrowSearch = window.pilcrowSearch || {});

  /** Edits between two words, a swap of neighbours being one; more than `most` is most + 1. */
  const edits = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let older = [];
    let old = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, older[j - 2] + 1);
        }
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      older = old;
      old = row;
    }
    return old[b.length];
  };

  /** Which letters a word has, a bit for each or a few. */
  const lettersOf = (word) => {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    return bits;
  };

  const bitsIn = (bits) => {
    let count = 0;
    for (let rest = bits; rest; rest &= rest - 1) count++;
    return count;
  };

  /** Words of the lexicon within so many edits: nearest first, then most frequent. */
  const near = async (library, key, most, wanted) => {
    const found = [];
    const letters = lettersOf(key);
    const breathe = S.pace();
    for (let row = 0; row < library.spellings; row++) {
      const file = await library.spelt(row);
      const { keys } = file;
      for (let i = 0; i < keys.length; i++) {
        if ((i & 255) === 0) await breathe();
        const other = keys[i];
        if (Math.abs(other.length - key.length) > most) continue;
        // An edit takes one letter out and puts one in at most: most words are far off by that alone.
        if (bitsIn(lettersOf(other) ^ letters) > 2 * most || !/^\p{L}/u.test(other)) continue;
        const distance = edits(key, other, most);
        if (distance <= most && other !== key) {
          const first = other[0] === key[0] ? 0 : 1;
          found.push({ key: other, count: file.count(i), distance, first });
        }
      }
    }
    found.sort((a, b) => a.distance - b.distance || a.first - b.first || b.count - a.count ||
      (a.key < b.key ? -1 : 1));
    return found.slice(0, wanted);
  };

  /** How many typing errors a word is forgiven. */
  const allowed = (key) => (/\p{N}/u.test(key) || key.length < 4 ? 0 : key.length < 8 ? 1 : 2);

  Object.assign(S, { allowed, edits, near });
})();
