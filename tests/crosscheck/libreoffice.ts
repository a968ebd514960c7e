import { execFile } from 'node:child_process';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Comma, double quote, UTF-8, cells as shown. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';

/** The soffice program: on the path or where its installers put it; undefined when there is none. */
export async function findLibreOffice(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => [join(folder, 'soffice'), join(folder, 'soffice.exe')]),
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ];
  for (const candidate of candidates) {
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  return undefined;
}

/**
 * Has LibreOffice open a flat ODS workbook without a window, calculate it, and give back its first sheet row by row.
 * It keeps its settings in `folder`, away from those of the person at the machine.
 */
export async function recalculate(
  program: string,
  workbook: string,
  folder: string,
): Promise<readonly (readonly string[])[]> {
  const input = join(folder, 'crosscheck.fods');
  const output = join(folder, 'out');
  await mkdir(output, { recursive: true });
  await writeFile(input, workbook);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--norestore', '--convert-to', CSV_FILTER, '--outdir', output, input];
  await run(program, args, { timeout: 120_000 });
  const text = await readFile(join(output, 'crosscheck.csv'), 'utf8');
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
}
