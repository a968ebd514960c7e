import type { ServerResponse } from 'node:http';
import type { HostEvent } from '#shared/api/contract.ts';
import { encodeWire } from '#shared/api/wire.ts';

/** The open event streams of the present session: one JSON object a line. */
export interface EventStreams {
  readonly add: (response: ServerResponse) => void;
  readonly emit: (event: HostEvent) => void;
  readonly closeAll: () => void;
  readonly count: () => number;
}

/** A tab that stops reading must not fill our memory. */
const MOST_BUFFERED = 1024 * 1024;

/** Keeps the streams and writes events to them; a slow or dead reader is dropped and will ask again. */
export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>();
  return {
    add(response) {
      streams.add(response);
      response.on('close', () => streams.delete(response));
      // The first line makes the browser resolve fetch() at once.
      response.write('\n');
    },
    emit(event) {
      const line = `${encodeWire(event)}\n`;
      for (const stream of streams) {
        if (stream.writableLength > MOST_BUFFERED) stream.destroy();
        else stream.write(line);
      }
    },
    closeAll() {
      for (const stream of streams) stream.end();
      streams.clear();
    },
    count: () => streams.size,
  };
}
