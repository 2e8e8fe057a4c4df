// The public side works without this file; it only makes some things smoother.
document.documentElement.classList.add("js");

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) {
    window.print();
  }
});

// A double click files once also on a slow line: the second press finds the form already sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.hasAttribute("data-repeatable")) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});
// Coming back with the browser's button must find a form that can be sent.
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// Leaving in a hurry: by the link, or Escape twice. The page goes at once and is not found again by the browser's back button.
const exit = document.querySelector("[data-exit]");
let escaped = -Infinity;
const leave = () => {
  document.body.hidden = true;
  location.replace(exit.href);
};
exit?.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
document.addEventListener("keydown", (event) => {
  if (!exit || event.key !== "Escape") {
    return;
  }
  if (event.timeStamp - escaped < 1500) {
    leave();
  }
  escaped = event.timeStamp;
});

// The error summary takes the focus, also where the browser ignores autofocus because of an address with a fragment.
document.querySelector(".error-summary")?.focus();
