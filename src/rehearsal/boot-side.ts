import type { BootBody } from '../boot/message.ts';
import { never } from '../model/never.ts';

/** What stands in the ISO before the settings (docs/boot.md). */
const reserved = '# nanometal.conf: reserved\n';

/** What is behind an answer of the desk, where neither files nor images take any time. */
export function bytesOf(body: BootBody, images: ReadonlyMap<string, Uint8Array>): Uint8Array | null {
  switch (body.kind) {
    case 'text':
      return Buffer.from(body.text);
    case 'file':
      return Buffer.from(`the file ${body.name}\n`);
    case 'medium':
      return Buffer.from(`an ISO\n${reserved}${body.settings}`);
    case 'image':
      return images.get(body.image.sha256) ?? null;
    default:
      return never(body);
  }
}
