/** What a reader types into; there the browser has its own way to take back a letter. */
export const TYPED = "textarea, input:not([type=range], [type=radio], [type=checkbox])";
