// On a page that has moved: go on to where the anchor went that the reader asked for. A refresh alone would drop it.
const link = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? document.querySelector("main a");
if (link instanceof HTMLAnchorElement) location.replace(link.href);
