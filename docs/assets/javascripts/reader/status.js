/* Says what happened, to the eye and to a screen reader, for a few seconds. */
(function () {
  "use strict";

  var region = document.createElement("div");
  var later = 0;

  region.className = "para-status";
  region.setAttribute("role", "status");
  document.body.appendChild(region);

  function announce(message, unseen) {
    clearTimeout(later);
    region.textContent = "";
    region.classList.toggle("visually-hidden", Boolean(unseen));
    /* A pause, so that the same words twice are two messages. */
    later = setTimeout(function () {
      region.textContent = message;
      later = setTimeout(function () { region.textContent = ""; }, 4000);
    }, 50);
  }

  window.pilcrow.part("status", { announce: announce });
})();
