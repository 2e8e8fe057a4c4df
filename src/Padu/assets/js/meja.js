// The desk: htmx for parts of pages, and keys for those who stay all day. Everything works without either.
import "htmx.org";
import "./publik.js";

const rows = () => [...document.querySelectorAll("[data-rows] tr[data-href], [data-rows] [data-row]")];
let at = -1;

function move(step) {
  const all = rows();
  if (all.length === 0) {
    return;
  }
  all[at]?.classList.remove("sel");
  at = Math.min(Math.max(at + step, 0), all.length - 1);
  all[at].classList.add("sel");
  all[at].querySelector("a")?.focus();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-open]")) {
    document.querySelector("dialog[data-keys]")?.showModal();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "j") {
    move(1);
  } else if (event.key === "k") {
    move(-1);
  } else if (event.key === "?") {
    document.querySelector("dialog[data-keys]")?.showModal();
  } else {
    return;
  }
  event.preventDefault();
});

// A draft saves itself three seconds after the last word; the button beside it does the same without this. Files wait for the button.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosaved]");
  let waiting;
  const save = async () => {
    const body = new FormData(form);
    form.querySelectorAll("input[type=file]").forEach((input) => body.delete(input.name));
    body.set("Do", "otomatis");
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.ok && answer.headers.get("Content-Type")?.startsWith("text/plain")) {
        status.textContent = await answer.text();
      }
    } catch {
      // Without a connection nothing is lost: the words stand in the form, and the next one tries again.
    }
  };
  form.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) {
      clearTimeout(waiting);
      waiting = setTimeout(save, 3000);
    }
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}
