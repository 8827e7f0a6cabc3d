/* What Material's scripts keep between pages (light or dark), where the browser lets them.

   Material's own functions throw where storage is refused (private windows, strict settings, some
   browsers on file://), and its scripts end there. These give null, and reading goes on.
   One file with what sets the colours: the page waits for it. */
(function () {
  "use strict";

  /* The site's root: this file lies two folders below it. */
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

  /* The colours chosen last, before the page is drawn. Without a choice Material's script follows the
     system. */
  var chosen = window.__md_get("__palette");
  var color = chosen && typeof chosen === "object" && chosen.color;
  if (!color || typeof color !== "object") return;
  if (color.media === "(prefers-color-scheme)") {
    var light = matchMedia("(prefers-color-scheme: light)").matches;
    var input = document.querySelector(
      "[data-md-color-media='(prefers-color-scheme: " + (light ? "light" : "dark") + ")']"
    );
    if (!input) return;
    ["media", "scheme", "primary", "accent"].forEach(function (part) {
      color[part] = input.getAttribute("data-md-color-" + part);
    });
  }
  Object.keys(color).forEach(function (part) {
    document.body.setAttribute("data-md-color-" + part, color[part]);
  });
})();
