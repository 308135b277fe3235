import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import { largeFrom } from './inflate.ts';

const deflateBeside = promisify(deflate);

/** A large object is compressed by zlib's own threads, so that the process goes on meanwhile. */
export const compress = async (content: Buffer): Promise<Buffer> =>
  content.length < largeFrom ? deflateSync(content) : deflateBeside(content);
