/* Escape puts a tooltip away, with the pointer and the focus left where they are. */

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  // The theme makes each tooltip anew, so that it comes back when it is asked for again.
  for (const tooltip of document.querySelectorAll(".md-tooltip2--active")) tooltip.style.display = "none";
});
