import type { Picture } from "../picture.ts";

/** Calls back while the element is held, with the place of the pointer corrected by where it was taken. */
export function followPointer(
  element: HTMLElement,
  follow: (place: { clientX: number; clientY: number }) => void,
): void {
  let offset: { x: number; y: number } | undefined;
  element.addEventListener("pointerdown", (event) => {
    const box = element.getBoundingClientRect();
    offset = {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
    };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (offset) follow({ clientX: event.clientX - offset.x, clientY: event.clientY - offset.y });
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
    element.addEventListener(end, () => {
      offset = undefined;
    });
  }
}

/** A place on the screen in the picture's data coordinates. */
export function dataPoint(
  { svg, x, y }: Picture,
  { clientX, clientY }: { clientX: number; clientY: number },
): readonly [number, number] {
  const box = svg.getBoundingClientRect();
  const { width, height } = svg.viewBox.baseVal;
  const across = ((clientX - box.left) / box.width) * width;
  const up = ((clientY - box.top) / box.height) * height;
  return [Number(x.invert?.(across)), Number(y.invert?.(up))];
}
