// What every page runs, once its text is there.

import { showWork } from "./claims.ts";
import { offerCode } from "./code.ts";
import { enlargePictures, offerPng } from "./figures.ts";
import { openWhatIsLinked } from "./folded.ts";
import { copyFromMarks } from "./marks.ts";
import { answerMenu } from "./menu.ts";
import { printWhole } from "./printing.ts";
import { makeScrollersReachable } from "./scrollers.ts";
import { answerSearches } from "./search.ts";
import { markPresentSection } from "./sections.ts";
import { loadWidgetsInView, showAlone } from "./widgets.ts";

showAlone();
loadWidgetsInView();
openWhatIsLinked();
answerMenu();
answerSearches();
makeScrollersReachable();
markPresentSection();
showWork();
offerCode();
copyFromMarks();
enlargePictures();
offerPng();
printWhole();
