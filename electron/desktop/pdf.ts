import type { WebContents } from 'electron';

/** The page as a tagged PDF with bookmarks. Size and margins are the page's own `@page`; `paper` fills what it leaves open. */
export function printPage(
  contents: Pick<WebContents, 'printToPDF'>,
  paper: 'A4' | 'Letter',
): Promise<Buffer> {
  return contents.printToPDF({
    pageSize: paper,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}
