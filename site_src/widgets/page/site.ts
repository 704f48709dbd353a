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

// What the reader knows, where a page is on the map. Where the script of that does not come, the page stays as it is.
const line = document.querySelector(".on-the-map");
const picture = document.querySelector(".concept-map");
const session = document.getElementById("session");
if (line) void import("../learning/panel.ts").then(({ followLearning }) => followLearning(line), stay);
if (picture) void import("../learning/map.ts").then(({ answerMap }) => answerMap(picture), stay);
const pairs = document.getElementById("table-pairs");
if (pairs instanceof HTMLTableElement) {
  void import("../practice/target.ts").then(({ offerTarget }) => offerTarget(pairs), stay);
}
if (session) void import("../practice/session.ts").then(({ offerSession }) => offerSession(session), stay);

// What checks an answer comes when a question comes near.
const questions = [...document.querySelectorAll<HTMLDetailsElement>("article details.question[id]")];
const nearing = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    nearing.disconnect();
    void import("../practice/page.ts").then(({ practise }) => practise(questions), stay);
  },
  { rootMargin: "50% 0%" },
);
for (const question of questions) nearing.observe(question);

function stay(): void {
  // the browser has said on its console what did not come
}
