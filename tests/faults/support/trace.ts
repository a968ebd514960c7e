/** One call that changed the watched folder, or a mark the child set between calls. */
export type TraceCall =
  | { readonly type: 'made'; readonly path: string }
  | { readonly type: 'madeFolder'; readonly path: string }
  | { readonly type: 'removed'; readonly path: string }
  | { readonly type: 'synced'; readonly path: string }
  | { readonly type: 'written'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly type: 'cut'; readonly path: string; readonly length: number }
  | { readonly type: 'renamed'; readonly path: string; readonly to: string }
  /** A second name for the file, beside the first. */
  | { readonly type: 'linked'; readonly path: string; readonly to: string }
  | { readonly type: 'mark'; readonly text: string };

/** Bytes before the names: type, two lengths of names, offset, size of the data. */
const HEAD_BYTES = 17;

/** Reads what the shim wrote down, call by call. @throws Error on a record it cannot have written. */
export function readTrace(trace: Buffer): TraceCall[] {
  const calls: TraceCall[] = [];
  for (let at = 0; at < trace.length; ) {
    const pathEnd = at + HEAD_BYTES + trace.readUInt16LE(at + 1);
    const toEnd = pathEnd + trace.readUInt16LE(at + 3);
    const offset = Number(trace.readBigUInt64LE(at + 5));
    const end = toEnd + trace.readUInt32LE(at + 13);
    const path = trace.toString('utf8', at + HEAD_BYTES, pathEnd);
    const to = trace.toString('utf8', pathEnd, toEnd);
    calls.push(callOf(String.fromCharCode(trace[at] ?? 0), path, to, offset, trace.subarray(toEnd, end)));
    at = end;
  }
  return calls;
}

function callOf(type: string, path: string, to: string, offset: number, bytes: Buffer): TraceCall {
  switch (type) {
    case 'C':
      return { type: 'made', path };
    case 'D':
      return { type: 'madeFolder', path };
    case 'U':
      return { type: 'removed', path };
    case 'S':
      return { type: 'synced', path };
    case 'W':
      return { type: 'written', path, offset, bytes };
    case 'T':
      return { type: 'cut', path, length: offset };
    case 'R':
      return { type: 'renamed', path, to };
    case 'L':
      return { type: 'linked', path, to };
    case 'A':
      return { type: 'mark', text: bytes.toString('utf8') };
    default:
      throw new Error(`the trace has a record of the unknown type ${type}`);
  }
}
