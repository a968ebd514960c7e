import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does on the import screen, in words. */
export interface ImportSteps {
  /** Goes to the screen by the rail. */
  readonly open: () => Promise<void>;
  /** Chooses a file as the browser's own dialog would give it. */
  readonly choose: (name: string, content: string | Uint8Array) => Promise<void>;
  /** The button that imports, or says that nothing can be imported. */
  readonly button: Locator;
  /** "3 rows read = 2 ready + 1 blocked + 0 duplicates", once the last change has been taken in. */
  readonly expectCounts: (sentence: string) => Promise<void>;
  readonly problems: Locator;
}

/** The steps on `page`, which shows the app. */
export function importSteps(page: Page): ImportSteps {
  const button = page.getByRole('button', { name: /^(Import \d|Nothing to import)/ });
  return {
    button,
    problems: page.getByRole('table', { name: 'Problems' }),
    open: async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Import', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
    },
    choose: async (name, content) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file…' }).click();
      await (await chooser).setFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content as Uint8Array),
      });
    },
    expectCounts: async (sentence) => {
      await expect(page.getByText(sentence, { exact: true })).toBeVisible();
    },
  };
}

/** A CSV text of these rows; the cells must need no quotes. */
export function csv(...rows: readonly (readonly string[])[]): string {
  return `${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
