// What a page or a script of a built site can use of its style sheet. Without this, each word of a text would count as
// the name of a class.
import html from "purgecss-from-html";

export default {
  content: ["**/*.html", "generated/widgets/*.js"],
  extractors: [{ extractor: html, extensions: ["html"] }],
  variables: true,
  // Our own variables are read by pages and scripts, Material's by its rules alone.
  safelist: { variables: [/^--(?!md-)/] },
};
