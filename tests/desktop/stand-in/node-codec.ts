import { createCodec } from './codec.ts';

/** The codec of the main process. */
export const codec = createCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => Uint8Array.from(Buffer.from(text, 'base64')).buffer,
);
