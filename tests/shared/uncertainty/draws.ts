import { openStream } from '#shared/uncertainty/streams.ts';

/** The first `count` uniform numbers of the stream of one variable of the tests. */
export function uniforms(variable: string, count = 10_000): Float64Array {
  const out = new Float64Array(count);
  openStream('2026', 'tests', variable).fill(out);
  return out;
}
