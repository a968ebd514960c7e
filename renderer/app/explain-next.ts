/**
 * Moves the focus to the next figure that can explain itself, from where the focus is, and opens its explanation; after
 * the last one it begins again at the first. Nothing happens on a screen without such a figure.
 */
export function explainNext(): void {
  const figures = [...document.querySelectorAll<HTMLElement>('#main [data-explained]')];
  const focused = document.activeElement;
  const after = figures.findIndex(
    (one) =>
      one !== focused &&
      (focused === null || (focused.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
  );
  const next = figures[Math.max(0, after)];
  if (next === undefined) return;
  next.scrollIntoView({ block: 'nearest' });
  next.focus();
  next.click();
}
