import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectBridge } from '#renderer/app/bridge.ts';
import { type SaveBytes, useSaveBytes } from '#renderer/app/use-save-bytes.ts';
import type { ApiError } from '#shared/api/errors.ts';
import { exampleStatus } from '../support/example-status.ts';
import { markup } from '../support/markup.tsx';

const saveFile = vi.fn();
vi.stubGlobal('window', { pilotage: { client: { saveFile } }, addEventListener: () => {} });
await connectBridge();

const bytes = Uint8Array.of(1, 2, 3);
const made = async () => ({ ok: true, value: { name: 'a.pilotage', mime: 'x/y', bytes } }) as const;

function saver(host: 'desktop' | 'browser', onError: (error: ApiError | null) => void): SaveBytes {
  let found: SaveBytes | undefined;
  function Probe() {
    found = useSaveBytes(onError);
    return null;
  }
  markup(<Probe />, { status: exampleStatus({ host }) });
  if (!found) throw new Error('the hook did not run');
  return found;
}

afterEach(() => {
  saveFile.mockReset();
});

describe('useSaveBytes()', () => {
  it('asks the desktop where to put the file, and tells a cancel from a saved file', async () => {
    const onError = vi.fn();
    saveFile.mockResolvedValueOnce({ ok: true, value: { isSaved: false } });
    expect(await saver('desktop', onError).run(made)).toBe(false);
    saveFile.mockResolvedValueOnce({ ok: true, value: { isSaved: true } });
    expect(await saver('desktop', onError).run(made)).toBe(true);
    expect(saveFile).toHaveBeenCalledWith({ name: 'a.pilotage', bytes });
    expect(onError.mock.calls.flat().every((error) => error === null)).toBe(true);
  });

  it('downloads in browser mode, without asking the host', async () => {
    const link = { href: '', download: '', click: vi.fn() };
    vi.stubGlobal('document', { createElement: () => link });
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
    vi.spyOn(globalThis, 'setTimeout').mockReturnValue(0 as unknown as ReturnType<typeof setTimeout>);
    expect(await saver('browser', vi.fn()).run(made)).toBe(true);
    expect(link).toMatchObject({ href: 'blob:1', download: 'a.pilotage' });
    expect(link.click).toHaveBeenCalledOnce();
    expect(saveFile).not.toHaveBeenCalled();
  });

  it('passes on why a file could not be made or saved', async () => {
    const error = { code: 'disk_full', message: 'No room.' } as const;
    const onError = vi.fn();
    expect(await saver('desktop', onError).run(async () => ({ ok: false, error }))).toBe(false);
    expect(onError).toHaveBeenLastCalledWith(error);
    saveFile.mockResolvedValueOnce({ ok: false, error });
    expect(await saver('desktop', onError).run(made)).toBe(false);
    expect(onError).toHaveBeenLastCalledWith(error);
  });
});
