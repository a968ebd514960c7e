import { SaxesParser } from 'saxes';
import type { IntakeCaps } from './caps.ts';
import { failIntake } from './errors.ts';
import { type UnpackedCount, unpackEntry, type ZipEntry } from './zip.ts';

/** Attributes by name as written, on an object without a prototype. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What a part reader wants to hear. Tag names come without their prefix. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Characters from one `<` to the next, in cells: the parser keeps such a run whole, so it is bounded outside. */
const RUN_FACTOR = 8;

/**
 * Streams one XML part of a workbook through `handler`.
 * Refuses any document type, and with it every entity trick; text runs are bounded before the parser keeps them.
 * @throws IntakeError `workbook_doctype`, `cell_too_long`, `workbook_damaged`, and those of `unpackEntry`.
 */
export function readXmlPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  caps: IntakeCaps,
  total: UnpackedCount,
  handler: XmlHandler,
): void {
  const parser = new SaxesParser();
  const maxRun = caps.cellText * RUN_FACTOR;
  parser.on('doctype', () => {
    failIntake(
      'workbook_doctype',
      `its part "${entry.name}" declares a document type, which no spreadsheet program writes. The file was not opened further.`,
    );
  });
  if (handler.open) {
    const { open } = handler;
    parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  }
  if (handler.close) {
    const { close } = handler;
    parser.on('closetag', (tag) => close(localName(tag.name)));
  }
  if (handler.text) {
    parser.on('text', handler.text);
    parser.on('cdata', handler.text);
  }
  parser.on('error', () => {
    failIntake(
      'workbook_damaged',
      `the workbook is damaged: its part "${entry.name}" is not well-formed. Save it again in a spreadsheet program.`,
    );
  });

  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let run = 0;
  unpackEntry(bytes, entry, caps, total, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      failIntake(
        'workbook_damaged',
        `the workbook is damaged: its part "${entry.name}" contains invalid letters. Save it again in a spreadsheet program.`,
      );
    }
    // Only `<` ends a text, and a tag lies before the next one: runs go on over piece borders.
    let from = 0;
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      refuseRun(run + at - from, maxRun, entry);
      run = 0;
      from = at;
    }
    run += text.length - from;
    refuseRun(run, maxRun, entry);
    parser.write(text);
  });
  parser.close();
}

function refuseRun(length: number, max: number, entry: ZipEntry): void {
  if (length <= max) return;
  failIntake(
    'cell_too_long',
    `its part "${entry.name}" contains a text of more than ${max.toLocaleString('en')} characters; a cell can hold 32,767.`,
  );
}

function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The value of an attribute whatever its prefix: relationship ids are written `r:id`, mostly. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  for (const key of Object.keys(attributes)) if (localName(key) === name) return attributes[key];
  return undefined;
}

/** Some writers prefix every tag (`x:row`): only the local name counts. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
