/** Electron's `shell`, which reaches nothing outside; a test that cares replaces its methods. */
export const shell = {
  async openExternal(_url: string): Promise<void> {},
  async openPath(_path: string): Promise<string> {
    return '';
  },
  showItemInFolder(_path: string): void {},
  beep(): void {},
};
