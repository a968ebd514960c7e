import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/api/errors.ts';

/**
 * Reads a small body as UTF-8 text.
 * @throws AppError `too_large` above `limit` bytes, whatever the announced length said
 */
export async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Writes a body to a new file as it comes, without holding it in memory; a broken or oversized upload leaves no file.
 * @returns the number of bytes written
 * @throws AppError `too_large` above `limit` bytes
 */
export async function saveBody(request: IncomingMessage, path: string, limit: number): Promise<number> {
  let size = 0;
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      if (size > limit) done(tooLarge());
      else done(null, part);
    },
  });
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return size;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function tooLarge(): AppError {
  return new AppError(
    'too_large',
    'This is larger than browser mode accepts (64 MB for a file). Nothing was kept.',
  );
}
