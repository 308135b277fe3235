import type { BootBody } from '../boot/message.ts';
import { never } from '../model/never.ts';

/** What stands in the ISO before the settings (docs/boot.md). */
const reserved = '# nanometal.conf: reserved\n';

/** What is behind an answer of the desk, where neither files nor images take any time. Null: it is not there. */
export function bytesOf(body: BootBody, images: ReadonlyMap<string, Uint8Array>): Uint8Array | null {
  switch (body.kind) {
    case 'text':
      return Buffer.from(body.text);
    case 'file':
      return Buffer.from(`the file ${body.name}\n${body.overlay === undefined ? '' : `${reserved}${body.overlay}`}`);
    case 'image':
      return images.get(body.image.sha256) ?? null;
    default:
      return never(body);
  }
}
