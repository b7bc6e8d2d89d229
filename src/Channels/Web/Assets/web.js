// Makes the page live. Everything here also works without it, by forms and reloads.
"use strict";

const byId = (id) => document.getElementById(id);
const here = location.pathname;
const text = byId("text");
const exchanges = () => byId("exchanges");
const exchangeOf = (delivery) => exchanges().querySelector(`[data-delivery="${CSS.escape(delivery)}"]`);
const replyOf = (marker) => marker && exchanges().querySelector(`[data-marker="${CSS.escape(marker)}"]`);
const parse = (html) => new DOMParser().parseFromString(html, "text/html");

// Showing

// A reply that was only read again is left alone, with its pressed buttons; one that was shown again is put anew.
function putReply(fresh, old, wasShown = false) {
  fresh.source = fresh.outerHTML;
  const isSame = fresh.source === (old.source ?? old.outerHTML);
  if (isSame && !wasShown) return;
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(fresh);
  if (hadFocus) fresh.focus({ preventScroll: true });
  if (!isSame) announce(fresh);
  if (document.hidden && fresh.dataset.state === "final") showTitle(true);
}

function announce(reply) {
  const words = reply.querySelector(".title, .prose, .doing");
  if (words) byId("announce").textContent = words.textContent.trim().slice(0, 300);
}

// An answer that comes while nobody looks marks the tab.
function showTitle(isNews = false) {
  document.title = `${isNews ? "● " : ""}${document.querySelector("h1").textContent} · GitAIOps`;
}

function putExchange(fresh, before) {
  const old = exchangeOf(fresh.dataset.delivery);
  if (!old) {
    before ? before.after(fresh) : exchanges().prepend(fresh);
    return fresh;
  }
  const [oldReply, freshReply] = [old.querySelector(".reply"), fresh.querySelector(".reply")];
  if (oldReply && freshReply) putReply(freshReply, oldReply);
  else if (freshReply) old.append(freshReply);
  return old;
}

function showTimes() {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  for (const time of document.querySelectorAll("time")) time.textContent = format.format(new Date(time.dateTime));
}

// Reading the state again: one request at a time, events that come meanwhile are applied after it.

let reading = null;
let again = false;
let waiting = [];

function refetch() {
  if (reading) again = true;
  else reading = read().finally(() => {
    reading = null;
    const missed = waiting;
    waiting = [];
    missed.forEach((html) => onReply(html, true));
    if (again) {
      again = false;
      refetch();
    } else rest();
  });
}

async function read() {
  const response = await fetch(`${here}/living`).catch(() => null);
  if (!response?.ok) return;
  const fresh = parse(await response.text());
  let before = null;
  for (const exchange of [...fresh.querySelectorAll(".exchange")]) before = putExchange(exchange, before);
  document.querySelector("h1").textContent = fresh.getElementById("exchanges").dataset.title;
  showTitle();
  byId("threads").replaceWith(fresh.getElementById("threads"));
  showTimes();
}

function onReply(html, wasRead) {
  const fresh = parse(html).body.firstElementChild;
  const old = replyOf(fresh.dataset.marker);
  if (old && !reading) {
    putReply(fresh, old, true);
    rest();
  } else if (wasRead) {
    const exchange = document.createElement("li");
    exchange.className = "exchange";
    exchange.append(fresh);
    exchanges().append(exchange);
  } else {
    waiting.push(html);
    refetch();
  }
}

// The stream. It is closed while nobody looks and nothing is worked on: browsers open six connections to a server,
// all tabs together.

let stream = null;

function watch() {
  if (stream) return;
  stream = new EventSource(`${here}/events`);
  stream.addEventListener("open", () => { byId("link").textContent = ""; refetch(); });
  stream.addEventListener("reply", (event) => onReply(event.data, false));
  stream.addEventListener("refetch", refetch);
  stream.addEventListener("error", () => {
    byId("link").textContent = "Reconnecting …";
    if (stream?.readyState !== EventSource.CLOSED) return;
    unwatch();
    setTimeout(watch, 2000);
  });
}

function unwatch() {
  stream?.close();
  stream = null;
}

function rest() {
  if (document.hidden && !exchanges().querySelector("[data-state=working]")) unwatch();
}

// Sending

async function send(action, form) {
  const post = () => fetch(action, { method: "POST", body: new URLSearchParams(form) });
  let response = await post();
  if (response.status === 400) {
    // The server was restarted under an open page: take a new form token, the delivery stays the same.
    const page = parse(await (await fetch(here)).text());
    const fields = "[name=__RequestVerificationToken]";
    const token = page.querySelector(fields).value;
    document.querySelectorAll(fields).forEach((field) => { field.value = token; });
    form.set("__RequestVerificationToken", token);
    response = await post();
  }
  if (!response.ok) {
    const error = new Error((await response.text()) || "The server could not take this.");
    error.isStale = response.status === 422;
    throw error;
  }
  refetch();
}

function say(action, form) {
  const words = (form.get("pick") ?? form.get("text")).trim();
  if (!words) return;
  const exchange = byId("sending").content.firstElementChild.cloneNode(true);
  exchange.dataset.delivery = `web:${form.get("delivery")}`;
  exchange.querySelector(".words").textContent = words;
  if (/^stop[.!]*$/i.test(words)) exchange.querySelector(".reply").remove();
  exchanges().querySelector(".latest")?.classList.remove("latest");
  exchange.classList.add("latest");
  exchanges().append(exchange);
  exchange.scrollIntoView({ block: "start" });
  const reply = exchange.querySelector(".reply");
  send(action, form).catch((error) => trouble(exchange, reply, error, () => send(action, form)));
}

function trouble(exchange, reply, error, retry) {
  const line = document.createElement("p");
  line.className = "trouble";
  line.setAttribute("role", "alert");
  line.textContent = error instanceof TypeError ? "Not sent: the server does not answer." : error.message;
  const button = document.createElement("button");
  button.className = "button quiet";
  // What this page may not send as it stands, it may not send a second time either.
  button.textContent = error.isStale ? "Reload" : "Try again";
  button.addEventListener("click", () => {
    if (error.isStale) {
      sessionStorage.setItem("draft", exchange.querySelector(".words").textContent);
      return location.reload();
    }
    line.replaceWith(...(reply ? [reply] : []));
    retry().catch((again) => trouble(exchange, reply, again, retry));
  });
  line.append(button);
  reply?.remove();
  exchange.append(line);
}

function press(action, form, button) {
  const row = [...button.closest(".buttons").children];
  if (button.getAttribute("aria-disabled")) return;
  const reply = button.closest(".reply");
  reply.source ??= reply.outerHTML;
  row.forEach((other) => other.setAttribute("aria-disabled", "true"));
  button.setAttribute("aria-busy", "true");
  send(action, form).catch((error) => {
    row.forEach((other) => { other.removeAttribute("aria-disabled"); other.removeAttribute("aria-busy"); });
    byId("link").textContent = error instanceof TypeError ? "Not sent: the server does not answer." : error.message;
  });
}

document.addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (target.id !== "say" && target.id !== "press") return;
  event.preventDefault();
  const form = new FormData(target, submitter);
  form.set("delivery", crypto.randomUUID());
  if (target.id === "press") return press(target.action, form, submitter);
  say(target.action, form);
  if (!form.get("pick")) text.value = "";
  text.focus({ preventScroll: true });
});

text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (text.value.trim()) text.form.requestSubmit(byId("send"));
});

document.addEventListener("keydown", (event) => {
  // An open popover closes by itself and gives the focus back.
  if (event.key !== "Escape" || event.isComposing || document.querySelector(":popover-open")) return;
  const open = document.querySelector("details[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else text.focus();
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    showTitle();
    watch();
  } else rest();
});
addEventListener("pagehide", unwatch);
addEventListener("pageshow", watch);

text.value ||= sessionStorage.getItem("draft") ?? "";
sessionStorage.removeItem("draft");
exchanges().lastElementChild?.classList.add("latest");
exchanges().lastElementChild?.scrollIntoView({ block: "start" });
showTimes();
