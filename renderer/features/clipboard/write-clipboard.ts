/** What goes on the clipboard: the same cells as text and as HTML. */
export interface ClipboardContent {
  readonly text: string;
  readonly html: string;
}

/** Puts a block on the clipboard in a copy or cut event. */
export function fillClipboard(data: DataTransfer, content: ClipboardContent): void {
  data.setData('text/plain', content.text);
  data.setData('text/html', content.html);
}

/**
 * Puts a block on the clipboard from a button; false when the browser refuses. The old way on purpose: the newer
 * interface takes from the HTML the attributes by which a spreadsheet knows a number, and asks for a permission.
 */
export function writeClipboard(content: ClipboardContent): boolean {
  let isWritten = false;
  const onCopy = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    // No other listener of the page may put its own selection in its place.
    event.stopImmediatePropagation();
    fillClipboard(event.clipboardData, content);
    isWritten = true;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isWritten;
}
