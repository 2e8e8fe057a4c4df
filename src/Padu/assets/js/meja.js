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
