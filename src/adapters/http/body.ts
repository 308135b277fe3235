import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

type Failed = { readonly failed: 'too-large' | 'garbage' | 'reset'; readonly message: string };

/** The whole body, in at most `bytesMax` bytes, both as it came and unpacked. */
export function readBody(answer: IncomingMessage, bytesMax: number): Promise<Uint8Array | Failed> {
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= bytesMax) return;
      settle({ failed: 'too-large', message: `the answer is over ${bytesMax} bytes` });
      answer.destroy();
    });
    answer.once('end', () => settle(unpack(Buffer.concat(chunks), answer.headers['content-encoding'], bytesMax)));
    const broken = (): void => settle({ failed: 'reset', message: 'the connection broke in the middle of the answer' });
    answer.once('error', broken);
    answer.once('close', broken);
  });
}

/** Nothing but identity was asked for, but some services compress all the same. */
function unpack(body: Buffer, encoding: string | undefined, bytesMax: number): Uint8Array | Failed {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity' || name === '' || body.length === 0) return body;
  const open = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[name];
  if (open === undefined) return { failed: 'garbage', message: 'the answer is packed in a way that nobody asked for' };
  try {
    return open(body, { maxOutputLength: bytesMax });
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (tooLarge) return { failed: 'too-large', message: `the unpacked answer is over ${bytesMax} bytes` };
    return { failed: 'garbage', message: 'the answer cannot be unpacked' };
  }
}
