/* What Material's scripts keep between pages (light or dark), where the browser lets them.

   Material's own functions throw where storage is refused (private windows, strict settings, some
   browsers on file://), and its scripts end there. These give null, and reading goes on. */
(function () {
  "use strict";

  /* The site's root: scripts lie two folders below it. */
  var root = new URL("../..", document.currentScript.src);

  function key(name, scope) {
    return (scope || root).pathname + "." + name;
  }

  window.__md_scope = root;

  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, letter) {
      return (sum << 5) - sum + letter.charCodeAt(0);
    }, 0);
  };

  window.__md_get = function (name, storage, scope) {
    try {
      return JSON.parse((storage || localStorage).getItem(key(name, scope)));
    } catch (error) {
      return null;
    }
  };

  window.__md_set = function (name, value, storage, scope) {
    try {
      (storage || localStorage).setItem(key(name, scope), JSON.stringify(value));
    } catch (error) {
      /* The choice holds for this page. */
    }
  };
})();
