/** Opens whatever encloses the place that the address names, now and whenever the address changes. */
export function openTargets(): void {
  openTarget();
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", openAll);
}

function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  let opened = false;
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    if (!(element instanceof HTMLDetailsElement) || element.open) continue;
    element.open = true;
    opened = true;
  }
  if (opened) target.scrollIntoView();
}

/** Paper has nothing to press: what is folded is printed open. */
function openAll(): void {
  for (const details of document.querySelectorAll("details")) details.open = true;
}
