export default {
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    "require-sri": "off", // everything comes from the site itself
    "valid-autocomplete": "off", // the theme keeps Firefox from remembering its checkboxes
  },
};
