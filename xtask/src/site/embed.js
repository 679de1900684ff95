// For pages that show views of a dossier in frames: gives each of those frames the height of what it shows, so that it needs no
// scroll bar of its own. Put it before the frames:
//
//   <script src="https://example.org/dossier/embed.js"></script>
//   <iframe src="https://example.org/dossier/?view=quotes&amp;embed=1" title="Quotes" width="100%" height="600"></iframe>
//
// A view says its height in a message, {standpoint: "height", height: 812}, in CSS pixels, whenever it changes; it says nothing
// else. Without this script a frame keeps the height that the page gives it, and scrolls. docs/embedding.md has more.

(() => {
  if (!document.currentScript || window.standpointEmbed) {
    return;
  }
  window.standpointEmbed = true;
  const folder = new URL("./", document.currentScript.src);
  const HIGHEST = 20_000;

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== folder.origin || data?.standpoint !== "height" || !(data.height > 0)) {
      return;
    }
    // The origin may serve other pages too: it is the frame that must be of this folder, and the message the frame's.
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source && frame.src.startsWith(folder.href)) {
        frame.style.height = `${Math.min(Math.ceil(data.height), HIGHEST)}px`;
      }
    }
  });
})();
