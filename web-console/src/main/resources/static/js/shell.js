// The few things the frame does by itself: the menu on a narrow screen, focus on what is wrong, progress of jobs.
"use strict";

document.querySelectorAll("[data-menu-button]").forEach((button) => {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const open = document.body.classList.toggle("menu-open");
    button.setAttribute("aria-expanded", String(open));
    if (open) {
      document.querySelector("#side a").focus();
    }
  });
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing) {
    return;
  }
  if (event.key === "Escape") {
    document.body.classList.remove("menu-open");
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing) {
    const search = document.getElementById("top-search");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});
document.addEventListener("click", (event) => {
  if (document.body.classList.contains("menu-open") && !event.target.closest("#side, [data-menu-button]")) {
    document.body.classList.remove("menu-open");
  }
});

const wrong = document.querySelector(".error-summary");
if (wrong) {
  wrong.focus();
}

// A form that changes something is sent once, however often its button is pressed.
document.querySelectorAll("form[method=post]").forEach((form) => {
  form.addEventListener("submit", () => {
    setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => {
      button.setAttribute("aria-busy", "true");
      button.disabled = true;
    }), 0);
  });
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[aria-busy=true]").forEach((button) => {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  });
});

// Progress: the server sends {state, stateText, stage, done, total, percent, over}; the page reloads when it is over.
document.querySelectorAll("[data-job]").forEach((job) => {
  if (job.dataset.jobOver === "true") {
    return;
  }
  let said = -1;
  const show = (now) => {
    job.querySelector("[data-job-bar]").value = now.percent;
    const state = job.querySelector("[data-job-state]");
    state.textContent = now.stateText;
    const stage = job.querySelector("[data-job-stage]");
    if (stage) {
      stage.textContent = now.stage;
    }
    const count = job.querySelector("[data-job-count]");
    if (count && now.total > 0) {
      count.textContent = `${now.done.toLocaleString()} / ${now.total.toLocaleString()}`;
    }
    const quarter = Math.floor(now.percent / 25);
    if (quarter !== said) {
      said = quarter;
      job.querySelector("[data-job-says]").textContent = `${now.stateText} ${now.percent} %`;
    }
    if (now.over) {
      source.close();
      window.location.reload();
    }
  };
  const source = new EventSource(`/console/jobs/${job.dataset.job}/events`);
  source.addEventListener("progress", (event) => show(JSON.parse(event.data)));
  let failures = 0;
  source.addEventListener("error", () => {
    failures += 1;
    if (failures > 3) {
      source.close();
      setTimeout(() => window.location.reload(), 3000);
    }
  });
});
