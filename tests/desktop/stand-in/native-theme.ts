import { EventEmitter } from 'node:events';
import { pagesByTarget } from './registry.ts';
import type { WebContents } from './web-contents.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** Electron's `nativeTheme`; the system's own theme is light. */
class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  #source: ThemeSource = 'system';

  get themeSource(): ThemeSource {
    return this.#source;
  }
  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument '${source}'`);
    const wasDark = this.shouldUseDarkColors;
    const previous = this.#source;
    this.#source = source;
    if (source !== previous) for (const page of pagesByTarget.values()) void this.applyTo(page, true);
    if (this.shouldUseDarkColors !== wasDark) this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
  /** Sets `prefers-color-scheme` of a page. The system's theme needs nothing, unless it was another before. */
  async applyTo(page: WebContents, isChange = false): Promise<void> {
    if (this.#source === 'system' && !isChange) return;
    const value = this.#source === 'system' ? '' : this.#source;
    const features = [{ name: 'prefers-color-scheme', value }];
    // Fails when the page is just closing.
    await page.cdp.send('Emulation.setEmulatedMedia', { features }).catch(() => {});
  }
}

/** Electron's `nativeTheme`. */
export const nativeTheme = new NativeTheme().setMaxListeners(0);
