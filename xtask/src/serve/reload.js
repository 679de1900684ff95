// Reloads the page when the server has built it anew. Only `cargo xtask serve` adds this file to the page.
const builds = new EventSource(new URL("reload", import.meta.url));
let shown;
builds.onmessage = ({ data }) => {
  if (shown !== undefined && shown !== data) {
    location.reload();
  }
  shown = data;
};
