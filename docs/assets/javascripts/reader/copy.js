/* Puts a text on the clipboard, wherever the page is read. */
(function () {
  "use strict";

  /* The older way, for plain http and for browsers that refuse the newer one. It needs a selection. */
  function byCommand(text) {
    var focused = document.activeElement;
    var field = document.createElement("textarea");
    field.className = "visually-hidden";
    field.readOnly = true;
    field.value = text;
    document.body.appendChild(field);
    field.focus({ preventScroll: true });
    field.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      /* Refused: the reader copies by hand. */
    }
    field.remove();
    if (focused) focused.focus({ preventScroll: true });
    return done;
  }

  /* Calls `then` with whether it worked. */
  function copy(text, then) {
    var written = navigator.clipboard && navigator.clipboard.writeText
      ? navigator.clipboard.writeText(text)
      : Promise.reject();
    written.then(
      function () { then(true); },
      function () { then(byCommand(text)); }
    );
  }

  window.pilcrow.part("copy", copy);
})();
