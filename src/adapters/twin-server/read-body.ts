import type { IncomingMessage } from 'node:http';
import { bodyLengthMax } from '../../twin/json.ts';

/**
 * The body as text, `null` where the client went away. What is beyond the limit is thrown away, but a little more than
 * the limit is kept, so that the twin sees that it was too long, and says so.
 */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      if (length > bodyLengthMax) continue;
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      chunks.push(bytes);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}
