// Shows which words a claim rests on and which claims rest on a word. The page is whole without it; it holds no data.
"use strict";
(() => {
  const numbers = (node) => [...node.classList].filter((name) => /^d\d+m\d+$/.test(name));
  const found = (target) => (target instanceof Element ? target.closest("mark, .claim, a.n") : null);
  let kept = [];

  const add = (name, mark) => {
    for (const node of document.getElementsByClassName(name)) node.classList.add(mark);
  };
  const show = (names) => {
    for (const node of document.querySelectorAll(".on, .value")) node.classList.remove("on", "value");
    for (const name of names) {
      add(name, "on");
      add(name.replace("m", "v"), "value");
    }
  };
  const first = (node, names) => (node.matches("mark") ? names.slice(0, 1) : names);

  const over = (event) => {
    const node = found(event.target);
    show(node ? numbers(node) : kept);
  };
  const pick = (event) => {
    const node = found(event.target);
    if (!node || event.target.closest("a, summary, details") || String(getSelection())) return;
    const names = first(node, numbers(node));
    if (!names.length) return;
    kept = names;
    show(names);
    const [doc, claim] = names[0].split("m");
    const goal = document.getElementById(node.matches("mark") ? doc + "c" + claim : doc + "t" + claim);
    if (goal) goal.scrollIntoView({ block: "nearest" });
  };
  const followed = () => {
    const match = /^#(d\d+)[ct](\d+)$/.exec(location.hash);
    kept = match ? [match[1] + "m" + match[2]] : [];
    show(kept);
  };

  document.documentElement.classList.add("live");
  document.addEventListener("mouseover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("click", pick);
  addEventListener("hashchange", followed);
  followed();
})();
