// Brings the parts together: which view is shown, what keys do, and what is kept after each press.

import { say } from "./dom.js";
import { endView, pageView, reviewView } from "./ending.js";
import { readLook, tidyName } from "./filled.js";
import { firstView } from "./first.js";
import { makeGuard } from "./guard.js";
import { openLasting } from "./lasting.js";
import { answerTo, beginLook, change, isOpen, nextOpen, writeNote } from "./look.js";
import { listView, questionView } from "./question.js";
import { showSaving } from "./saving.js";
import { newId } from "./sealing.js";
import { makeStore, startOf } from "./store.js";
import { fold, today } from "./words.js";

const TITLES = { reason: "Agreed outside this job: why?", behind: "What is behind it?", basis: "What does your answer rest on?" };
const MANY_ALIKE = 12;

function makeApp(tables, lasting) {
  const guard = makeGuard();
  const app = {
    tables, store: makeStore(tables.form, lasting), look: null, view: null, undo: [], names: {}, notice: "",
    keptHere: false, elsewhere: false, same: null, row: { code: null, length: 0, told: false },

    unit: (id) => tables.units.find((each) => each.id === id),
    passesClick: (event) => guard.passesClick(event, performance.now()),
    person: () => namePerson(app),
    readKept: () => readLook(tables, app.store.read(app.person())),

    show(view) {
      app.view = view;
      document.getElementById("main").replaceChildren(...view.draw().flat().filter((each) => each));
      showSaving(app);
      guard.noteDrawn(performance.now());
      const first = document.querySelector("[data-focus]");
      if (first) first.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    },

    keep(look) {
      app.look = look;
      app.keptHere = app.store.keep(app.person(), look);
      showSaving(app);
    },

    begin(said) { app.show(firstView(app, said)); },

    press(key, event) {
      const does = app.view.keys && (app.view.keys.get(key) || app.view.keys.get(key.toLowerCase()));
      const passes = guard.passesKey(key, performance.now(), event.repeat);
      if (!does) return;
      event.preventDefault();
      if (passes) does();
    },
  };
  return Object.assign(app, makeLooks(app), makeAnswering(app));
}

// Whose answers these are, as the store names them; "" while a name is missing.
function namePerson(app) {
  const about = app.tables.about.name ? app.tables.about.id || fold(app.tables.about.name) : fold(tidyName(app.names.about || ""));
  if (app.tables.kind !== "supervisor" || !about) return about;
  const by = fold(tidyName(app.names.by || ""));
  return by && `${by} on ${about}`;
}

function makeLooks(app) {
  const { tables } = app;
  return {
    beginNew(earlier) {
      const named = (who) => ({ id: "", name: tidyName(app.names[who] || "") });
      const who = { about: tables.about.name ? tables.about : named("about"), by: tables.kind === "supervisor" ? named("by") : null };
      const before = earlier && earlier.finished ? { day: earlier.finished, answers: earlier.answers } : null;
      app.look = { ...beginLook(tables, who, newId(), today()), before };
      app.goTo(0);
    },

    goOn(look) {
      app.keep({ ...look, form: tables.form });
      if (look.finished) app.showPage();
      else app.goTo(nextOpen(look, tables.questions, -1));
    },

    // A copy that was finished with another form is what the next look is compared with.
    takeCopy(look) {
      app.names.about = look.about.name;
      if (look.by) app.names.by = look.by.name;
      if (look.finished && look.form !== tables.form) {
        app.beginNew(look);
        app.keep(app.look); // it is still here if the form is closed before the first answer
        app.notice = tables.kind === "first look"
          ? "Your earlier look is finished, and stays as it is. This is a new one."
          : "Your earlier look is here. It stays out of sight until you finish this one; then you see what changed.";
        app.goTo(0);
      } else {
        app.goOn({ ...look, framework: tables.framework, sent: null });
      }
    },

    finish() {
      app.keep({ ...app.look, finished: app.look.finished || today() });
      app.showPage();
    },

    showPage() { app.show(pageView(app)); },
    readOver() { app.show(reviewView(app, app.view)); },

    goTo(at) {
      const last = tables.questions.length;
      app.show(at >= last ? endView(app) : questionView(app, Math.max(0, at)));
    },
  };
}

function makeAnswering(app) {
  const { tables } = app;
  const redraw = (question) => app.goTo(tables.questions.indexOf(question));

  function record(question, changed) {
    app.undo.push({ item: question.item, answer: answerTo(app.look, question.item) });
    app.keep(change(app.look, question.item, changed, today()));
  }

  function answer(question, changed) {
    record(question, changed);
    warn(question, changed.code);
    countAlike(changed.code);
    const said = question.options.find((each) => each.code === changed.code).said;
    say(`${question.number}: ${said}.`);
    if (app.look.finished && !tables.questions.some((each) => isOpen(app.look, each.item))) app.showPage();
    else app.goTo(nextOpen(app.look, tables.questions, tables.questions.indexOf(question)));
  }

  function warn(question, code) {
    const low = question.askedAs === "safety" && (code === "0" || code === "1") && tables.kind !== "first look";
    if (low) app.notice = `${question.number}: ${tables.words.today} ${tables.words.worry}`;
  }

  function countAlike(code) {
    const judged = code !== "u" && code !== "x";
    app.row.length = judged && code === app.row.code ? app.row.length + 1 : Number(judged);
    app.row.code = judged ? code : null;
    if (app.row.length !== MANY_ALIKE || app.row.told) return;
    app.row.told = true;
    app.notice = app.notice || tables.words.alike;
  }

  return {
    give(question, code) {
      if (code === "x") app.open(question, "reason");
      else if (tables.kind === "supervisor" && "0123".includes(code)) app.open(question, "basis", code);
      else answer(question, { code, reason: null, ...("0123".includes(code) ? {} : { basis: null }) });
    },

    open(question, list, code = null) {
      app.show(listView(app, question, list, TITLES[list], (key) => {
        if (list === "reason") return answer(question, { code: "x", reason: key, basis: null });
        if (list === "basis") app.same = key;
        if (code) return answer(question, { code, reason: null, basis: key });
        record(question, { [list]: key });
        return redraw(question);
      }));
    },

    mark(question, mark) {
      record(question, { [mark]: !answerTo(app.look, question.item)[mark] });
      redraw(question);
      document.querySelector(`[data-mark="${mark}"]`).focus();
    },

    note(question, text, shared) { app.keep(writeNote(app.look, question.item, text, shared, today())); },

    takeBack() {
      const last = app.undo.pop();
      if (!last) return;
      app.keep(change(app.look, last.item, last.answer, today()));
      app.goTo(tables.questions.findIndex((each) => each.item === last.item));
      say("Taken back.");
    },
  };
}

async function start() {
  const tables = JSON.parse(document.getElementById("tables").textContent);
  const preview = document.getElementById("preview"); // gone where a browser saved the page it showed
  if (preview) preview.remove();
  document.getElementById("main").replaceChildren();
  const app = makeApp(tables, await openLasting(startOf(tables.form)));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("textarea, input:not([type=checkbox])");
    if (typing && event.key === "Escape") event.target.blur();
    const control = event.ctrlKey || event.altKey || event.metaKey;
    const onButton = event.key === "Enter" && event.target instanceof Element && event.target.closest("button, summary, a");
    if (!typing && !control && !onButton) app.press(event.key, event);
  });
  window.addEventListener("beforeunload", (event) => {
    if (app.look && app.look.uncopied.length) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
  window.addEventListener("storage", (event) => {
    app.store.noteElsewhere(event);
    if (!app.look || !app.store.isOf(app.person(), event.key)) return;
    app.elsewhere = true;
    showSaving(app);
  });
  app.begin("");
}

start();
