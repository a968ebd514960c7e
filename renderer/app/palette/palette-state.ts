import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open. */
export const [paletteStore, palette] = createSpotlight();

let before: HTMLElement | null = null;

/** Opens the palette over whatever is shown, and remembers where the focus was. */
export function openPalette(): void {
  before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  palette.open();
}

/** Closes it and puts the focus back where it was, for whatever comes next to find it there. */
export function closePalette(): void {
  palette.close();
  const target = before;
  before = null;
  // The dialog lets go of the focus only once it is gone.
  requestAnimationFrame(() => {
    if (target?.isConnected && (document.activeElement === document.body || document.activeElement === null))
      target.focus({ preventScroll: true });
  });
}
