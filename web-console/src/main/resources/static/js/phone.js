// Small comforts of the result form; without script the server does the same.
"use strict";

const form = document.querySelector("form.result");
if (form) {
  const boxes = () => Array.from(form.querySelectorAll("input[type=checkbox][name^=c]"));
  // "no problem found" excludes the others of its item, and the other way round
  form.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.checked || !boxes().includes(box)) {
      return;
    }
    const exclusive = "exclusive" in box.dataset;
    boxes()
      .filter((other) => other !== box && other.name === box.name && (exclusive || "exclusive" in other.dataset))
      .forEach((other) => {
        other.checked = false;
      });
  });
  form.querySelector("[data-clean]").addEventListener("click", (event) => {
    event.preventDefault();
    boxes().forEach((box) => {
      box.checked = "exclusive" in box.dataset;
    });
    form.querySelector("button[value=submit]").focus();
  });
  form.addEventListener("submit", () => {
    form.setAttribute("aria-busy", "true");
    setTimeout(() => form.querySelectorAll("button").forEach((button) => {
      button.disabled = true;
    }), 0);
  });
}
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form button[disabled]").forEach((button) => {
    button.disabled = false;
  });
});
const mends = document.querySelector(".mends");
if (mends) {
  mends.focus();
}
