import type { IntakeCaps } from './caps.ts';
import { builtInFormat, type CellFormat, formatOfCode } from './cell-format.ts';
import { failIntake, IntakeError } from './errors.ts';
import { type SheetContent, sheetReader, unescapeXmlText, type WorkbookContext } from './sheet.ts';
import type { SheetInfo } from './source-table.ts';
import { attributeOf, readXmlPart, type XmlHandler } from './xml-part.ts';
import { readZipDirectory, type UnpackedCount, type ZipDirectory, type ZipEntry } from './zip.ts';

export interface WorkbookSheet {
  readonly info: SheetInfo;
  readonly rows: readonly (readonly string[])[];
  readonly filledCells: number;
}

interface SheetReference {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relationship: string;
}

/** Reads parts of one workbook; the count of unpacked bytes runs over all of them. */
interface Parts {
  readonly directory: ZipDirectory;
  readonly read: (entry: ZipEntry, handler: XmlHandler) => void;
}

/**
 * Reads every sheet of an XLSX workbook as texts. Formulas give their stored result, links and pictures nothing.
 * @throws IntakeError; see `readZipDirectory`, `readXmlPart` and `sheetReader` for the codes.
 */
export function readWorkbook(bytes: Uint8Array, caps: IntakeCaps): readonly WorkbookSheet[] {
  const directory = readZipDirectory(bytes, caps);
  const total: UnpackedCount = { bytes: 0 };
  const parts: Parts = {
    directory,
    read: (entry, handler) => readXmlPart(bytes, entry, caps, total, handler),
  };
  const workbookPath = findWorkbook(parts);
  const { sheets, is1904 } = readWorkbookPart(parts, workbookPath, caps);
  const relationships = readRelationships(parts, workbookPath);
  const context: WorkbookContext = {
    caps,
    is1904,
    sharedStrings: readSharedStrings(parts, partOfType(relationships, 'sharedStrings'), caps),
    formats: readFormats(parts, partOfType(relationships, 'styles')),
    totals: { cells: 0, text: 0 },
  };
  return sheets.flatMap((sheet) => {
    const target = relationships.get(sheet.relationship);
    // Chart and dialogue sheets have no cells.
    if (target !== undefined && target.type !== 'worksheet') return [];
    const entry = target && directory.get(target.path);
    if (!entry) {
      failIntake(
        'workbook_damaged',
        'the workbook is damaged: the cells of this sheet are missing. Save it again in a spreadsheet program.',
        { sheet: sheet.name },
      );
    }
    const content = readSheet(parts, entry, sheet, context);
    return [
      {
        info: {
          name: sheet.name,
          isHidden: sheet.isHidden,
          rows: content.rows.length,
          columns: content.columns,
          mergedRanges: content.mergedRanges,
          formulasWithoutResult: content.formulasWithoutResult,
        },
        rows: content.rows,
        filledCells: content.filledCells,
      },
    ];
  });
}

function readSheet(
  parts: Parts,
  entry: ZipEntry,
  sheet: SheetReference,
  context: WorkbookContext,
): SheetContent {
  const reader = sheetReader(context);
  try {
    parts.read(entry, reader.handler);
  } catch (error) {
    throw error instanceof IntakeError ? error.at({ sheet: sheet.name }) : error;
  }
  return reader.content();
}

/** The main part by the package's own relationships, else its usual place. */
function findWorkbook(parts: Parts): string {
  const root = parts.directory.has('_rels/.rels') ? readRelationships(parts, '') : new Map();
  const path = partOfType(root, 'officeDocument') ?? 'xl/workbook.xml';
  if (parts.directory.has(path) && path.startsWith('xl/') && path.endsWith('.xml')) return path;
  return failIntake(
    'not_a_spreadsheet',
    `this is ${otherContainer(parts.directory)}, not an .xlsx workbook. Save it as .xlsx or .csv and import that.`,
  );
}

function otherContainer(directory: ZipDirectory): string {
  const names = [...directory.keys()];
  if (names.some((name) => name.startsWith('word/'))) return 'a Word document';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a PowerPoint presentation';
  if (names.includes('xl/workbook.bin')) return 'a binary Excel workbook (.xlsb)';
  if (names.includes('mimetype') && names.includes('content.xml')) return 'an OpenDocument file (.ods)';
  return 'a ZIP archive';
}

function readWorkbookPart(
  parts: Parts,
  path: string,
  caps: IntakeCaps,
): { sheets: readonly SheetReference[]; is1904: boolean } {
  const sheets: SheetReference[] = [];
  let is1904 = false;
  parts.read(parts.directory.get(path) as ZipEntry, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      if (sheets.length >= caps.sheets) {
        failIntake('workbook_too_large', `the workbook has more than ${caps.sheets} sheets. Remove some.`);
      }
      sheets.push({
        name: attributes.name ?? `Sheet ${sheets.length + 1}`,
        isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        relationship: attributeOf(attributes, 'id') ?? '',
      });
    },
  });
  return { sheets, is1904 };
}

interface Relationship {
  /** Last word of the type address: 'worksheet', 'styles', ... */
  readonly type: string;
  /** Lower-case path inside the container. */
  readonly path: string;
}

/** The relationships of a part (`''` = of the package) by their id. */
function readRelationships(parts: Parts, ofPath: string): ReadonlyMap<string, Relationship> {
  const slash = ofPath.lastIndexOf('/');
  const folder = ofPath.slice(0, slash + 1);
  const entry = parts.directory.get(`${folder}_rels/${ofPath.slice(slash + 1)}.rels`);
  const found = new Map<string, Relationship>();
  if (!entry) return found;
  parts.read(entry, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const { Id: id, Type: type = '', Target: target = '' } = attributes;
      if (id === undefined) return;
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), path: resolvePath(folder, target) });
    },
  });
  return found;
}

function resolvePath(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

function partOfType(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  for (const relationship of relationships.values()) if (relationship.type === type) return relationship.path;
  return undefined;
}

/** The texts that cells refer to by number. Rich text is joined; reading aids (phonetic runs) are left out. */
function readSharedStrings(parts: Parts, path: string | undefined, caps: IntakeCaps): readonly string[] {
  const entry = path === undefined ? undefined : parts.directory.get(path);
  const texts: string[] = [];
  if (!entry) return texts;
  let text = '';
  let isText = false;
  let phonetic = 0;
  let total = 0;
  parts.read(entry, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') isText = phonetic === 0;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        total += text.length;
        if (texts.length >= caps.sharedStrings || total > caps.totalText) {
          failIntake('workbook_too_large', 'the workbook holds more text than can be imported. Split it.');
        }
        texts.push(unescapeXmlText(text));
      }
    },
    text(piece) {
      if (!isText) return;
      text += piece;
      if (text.length > caps.cellText) {
        failIntake(
          'cell_too_long',
          `a text of the workbook has more than ${caps.cellText.toLocaleString('en')} characters, the most a cell can hold.`,
        );
      }
    },
  });
  return texts;
}

/** The meaning of each cell style, in order. */
function readFormats(parts: Parts, path: string | undefined): readonly CellFormat[] {
  const entry = path === undefined ? undefined : parts.directory.get(path);
  const formats: CellFormat[] = [];
  if (!entry) return formats;
  const written = new Map<number, CellFormat>();
  let isCellStyle = false;
  parts.read(entry, {
    open(name, attributes) {
      if (name === 'numFmt') {
        written.set(Number(attributes.numFmtId), formatOfCode(attributes.formatCode ?? ''));
      } else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(written.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
