// What every page runs, once its text is there.

import { dismissWorkOnEscape } from "./claims.ts";
import { makeScrollersReachable } from "./scrollers.ts";
import { answerSearches } from "./search.ts";
import { markPresentSection } from "./sections.ts";
import { loadWidgetsInView, showAlone } from "./widgets.ts";

showAlone();
loadWidgetsInView();
answerSearches();
makeScrollersReachable();
markPresentSection();
dismissWorkOnEscape();
