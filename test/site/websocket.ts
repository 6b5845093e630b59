// A WebSocket endpoint of the test site.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** RFC 6455, section 1.3: what the server adds to the client's key. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;

/** Answers an upgrade and calls `heard` for each text message until the socket ends. Frames of 64 KB and more are not understood. */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex, heard: () => void): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let rest = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (let length = frameLength(rest); length && length <= rest.length; length = frameLength(rest)) {
      const kind = (rest[0] ?? 0) & 15;
      if (kind === TEXT) heard();
      if (kind === CLOSE) socket.end(Buffer.from([0x80 | CLOSE, 0]));
      rest = rest.subarray(length);
    }
  });
  socket.on('error', () => socket.destroy());
}

/** The whole length of a client's first frame: header, mask, payload. 0: too little is here to tell. */
function frameLength(data: Buffer): number {
  if (data.length < 4) return 0;
  const short = (data[1] ?? 0) & 127;
  return short === 126 ? 8 + data.readUInt16BE(2) : 6 + short;
}
