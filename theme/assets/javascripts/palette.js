/* Sets the colours chosen last before the page is drawn. Without a choice, or where it cannot be
   read, Material's script follows the system. */
(function () {
  "use strict";

  var chosen = window.__md_get && window.__md_get("__palette");
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
