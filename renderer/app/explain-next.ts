/**
 * Moves the focus to the next figure that can explain itself, from the one that is explained or from where the focus is,
 * and opens its explanation; after the last one it begins again at the first. Nothing happens on a screen without such a
 * figure.
 */
export function explainNext(): void {
  const figures = [...document.querySelectorAll<HTMLElement>('#main [data-explained]')].filter(
    (one) => one.closest('[aria-hidden]') === null,
  );
  const from = startingPoint();
  const after = figures.findIndex(
    (one) =>
      one !== from &&
      (from === null || (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
  );
  const next = figures[Math.max(0, after)];
  if (next === undefined) return;
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  next.focus();
  next.click();
}

/** The figure that is explained; else the row a grid has its focus on; else what has the focus. */
function startingPoint(): Element | null {
  const open = document.querySelector(
    '#main [data-explaining], #main [data-explained][aria-expanded="true"]',
  );
  if (open !== null) return open;
  const row = document.activeElement?.getAttribute('aria-activedescendant');
  return (row ? document.getElementById(row) : null) ?? document.activeElement;
}
