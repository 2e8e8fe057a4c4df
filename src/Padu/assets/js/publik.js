// The public side works without this file; it only makes three things smoother.
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

// The error summary takes the focus, also where the browser ignores autofocus because of an address with a fragment.
document.querySelector(".error-summary")?.focus();
