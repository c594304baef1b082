// Recomputes the two public digests in the reader's own browser; without it the same is done with sha256sum.
"use strict";

document.querySelectorAll("[data-verify]").forEach((box) => {
  if (!window.crypto || !window.crypto.subtle) {
    return; // only secure pages may compute digests; the steps above work everywhere
  }
  box.hidden = false;
  const says = box.querySelector("[role=status]");
  const digest = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    const bytes = new Uint8Array(await window.crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const expected = (name) => document.querySelector(`[data-expect=${name}]`).textContent.trim();
  box.querySelector("button").addEventListener("click", async () => {
    try {
      const rule = (await digest(box.dataset.rule)) === expected("rule");
      const seed = !box.dataset.seed || (await digest(box.dataset.seed)) === expected("seed");
      says.textContent = rule && seed ? box.dataset.good : box.dataset.bad;
      says.className = rule && seed ? "good" : "bad";
    } catch (error) {
      says.textContent = box.dataset.bad;
      says.className = "bad";
    }
  });
});
