/** Nobody can answer a dialog here: a test that expects one sets the answer, and any other use is an error. */
function unanswered(name: string): () => Promise<never> {
  return async () => {
    throw new Error(`stand-in: dialog.${name} was opened and the test has set no answer for it`);
  };
}

/** Electron's `dialog`; a test replaces its methods. */
export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
};
