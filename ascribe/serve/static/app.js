// What every page has: the theme switch, buttons that copy, forms that htmx sends with their token. Pages work without it.
import { copied } from "./copying.js";

const THEMES = ["auto", "light", "dark"];

const say = (words) => {
  const live = document.getElementById("live");
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = words));
};

const switchTheme = () => {
  const root = document.documentElement;
  const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  root.dataset.theme = next;
  try {
    localStorage.setItem("ascribe-theme", next);
  } catch {
    // it holds for this page
  }
  say(next === "auto" ? "as the machine has it" : next);
};

document.addEventListener("click", async (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-theme-switch]")) switchTheme();
  const copy = target?.closest("[data-copy]");
  if (copy) say((await copied(copy.dataset.copy)) ? "copied" : "could not be copied");
});

document.addEventListener("htmx:config:request", (event) => {
  const token = document.querySelector('meta[name="csrf"]')?.content;
  if (token) event.detail.ctx.request.headers["X-CSRF-Token"] = token;
});
