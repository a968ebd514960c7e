import { asReadDb } from '#db/handles.ts';
import { readAuditHead } from '#db/read/history.ts';
import { verifyFile } from '#db/verify.ts';
import { HEAD_DIGITS, type HeldHead } from '#shared/api/schemas/file.ts';
import { openStream } from '#shared/uncertainty/streams.ts';
import type { Figure } from '#tests/bench/support/figure.ts';
import { oncePerForm } from './support/once.ts';
import { honestPortfolio, onCopy, readForgeable, writeForged } from './tamper-history.ts';
import { INVISIBLE_ALONE, TAMPER_KINDS, type TamperKind } from './tamper-kinds.ts';

const EACH = 1000;
const QUICK_EACH = 15;

export interface TamperToll {
  readonly kind: TamperKind;
  readonly tampered: number;
  /** Called good by every check of the file alone. */
  missedAlone: number;
  /** Called good although the printed head was at hand. */
  missedWithHead: number;
}

/** Tampers with copies of one history, `each` times a kind, and checks every copy with and without the printed head. */
export const tamperToll = oncePerForm((isQuick): TamperToll[] => {
  const honest = honestPortfolio();
  const { entries, printed } = onCopy(honest, (raw) => {
    const { seq, hash } = readAuditHead(asReadDb(raw));
    const held: HeldHead = { seq, hash: hash.slice(0, HEAD_DIGITS) };
    if (!verifyFile(asReadDb(raw), [held]).isGood) throw new Error('the honest portfolio is not good');
    return { entries: readForgeable(raw), printed: held };
  });
  return (Object.keys(TAMPER_KINDS) as TamperKind[]).map((kind) => {
    const stream = openStream('tamper', 'faults', kind);
    const below = (limit: number) => Math.floor(stream.nextUniform() * limit);
    const toll = { kind, tampered: isQuick ? QUICK_EACH : EACH, missedAlone: 0, missedWithHead: 0 };
    for (let count = 0; count < toll.tampered; count += 1) {
      onCopy(honest, (raw) => {
        writeForged(raw, TAMPER_KINDS[kind](entries, below));
        const db = asReadDb(raw);
        if (verifyFile(db).isGood) toll.missedAlone += 1;
        if (verifyFile(db, [printed]).isGood) toll.missedWithHead += 1;
      });
    }
    return toll;
  });
});

/** Every kind of tampering, by somebody who knows the format and makes the tables fit the forged history. */
export const figures: readonly Figure[] = [
  {
    name: 'tamper-missed-with-head',
    unit: 'copies',
    budget: 0,
    run: ({ isQuick }) => {
      const tolls = tamperToll(isQuick);
      const all = tolls.reduce((sum, { tampered }) => sum + tampered, 0);
      return {
        value: tolls.reduce((sum, toll) => sum + toll.missedWithHead, 0),
        note: `of ${all}, ${tolls.length} kinds`,
      };
    },
  },
  {
    name: 'tamper-missed-without-head',
    unit: 'kinds',
    budget: INVISIBLE_ALONE.length,
    run: ({ isQuick }) => {
      const tolls = tamperToll(isQuick);
      const note = tolls
        .map(({ kind, tampered, missedAlone }) => `${kind} ${missedAlone} of ${tampered}`)
        .join(', ');
      return { value: tolls.filter(({ missedAlone }) => missedAlone > 0).length, note };
    },
  },
];
