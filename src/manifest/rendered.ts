import { never } from '../model/never.ts';
import type { FieldSort } from './component-fields.ts';
import { formats } from './formats.ts';
import { readIp } from './ip.ts';

/** What is wrong with a text in the place where it stands, once nothing in it is a template any more. */
export interface Misfit {
  readonly message: string;
  readonly remedy: string;
}

/** Null: it fits. */
export function misfitOf(sort: FieldSort, text: string): Misfit | null {
  if (sort === 'text') return null;
  if (/\p{Cc}/u.test(text))
    return { message: 'there are line ends or other control characters in it', remedy: 'write one line' };
  switch (sort) {
    case 'line':
      return null;
    case 'version':
      return text.trim() === '' ? { message: 'the version is empty', remedy: 'name one, for people' } : null;
    case 'package-version':
      if (/^[A-Za-z0-9][A-Za-z0-9.+:~-]*$/.test(text)) return null;
      return { message: 'this is no version of a Debian package', remedy: 'write it as `apt-cache policy` shows it' };
    case 'path':
      return misfitOfPath(text);
    case 'program':
      if (/^(?:@ROOT@)?\/[^ ]/.test(text)) return null;
      return { message: 'the program is not named by its path', remedy: 'begin with /, such as /usr/sbin/dnsmasq' };
    case 'url':
      if (formats['image-url']?.(text) === true) return null;
      return { message: 'this is no URL', remedy: 'write http(s)://host/…, without user and password' };
    case 'sha256':
      if (/^[0-9a-fA-F]{64}$/.test(text)) return null;
      return { message: 'this is no SHA-256', remedy: 'write 64 hex digits, as sha256sum prints them' };
    case 'tcp':
      return readHostPort(text) === null
        ? { message: 'this is no host and port', remedy: 'write it as 127.0.0.1:53 or [::1]:53' }
        : null;
    case 'port':
      return isPort(text) ? null : { message: 'there is no such port', remedy: 'write a number from 1 to 65535' };
    default:
      return never(sort);
  }
}

const foreign = ['/dev', '/proc', '/run', '/sys'];

function misfitOfPath(path: string): Misfit | null {
  if (!path.startsWith('/')) return { message: 'the path is not absolute', remedy: 'begin with /' };
  const names = path.split('/').slice(1);
  if (names.some((name) => name === '' || name === '.' || name === '..')) {
    return {
      message: 'the path has a name in it that is empty, `.` or `..`',
      remedy: 'write the path of a file, the shortest way',
    };
  }
  const below = foreign.find((folder) => path === folder || path.startsWith(`${folder}/`));
  if (below === undefined) return null;
  return {
    message: `what lies below ${below} is not ours, or gone after a boot`,
    remedy: 'choose another place, such as /etc/nanometal',
  };
}

const isPort = (text: string): boolean => /^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 65_535;

/** `127.0.0.1:53`, `[::1]:53` or `name:53`; the host without brackets. */
export function readHostPort(text: string): { readonly host: string; readonly port: number } | null {
  const [, inBrackets, plain, port = ''] = /^(?:\[([^\]]+)\]|([^:[\]]+)):([0-9]+)$/.exec(text) ?? [];
  const host = inBrackets ?? plain;
  if (host === undefined || !isPort(port)) return null;
  const isKnown = inBrackets === undefined ? formats.host?.(host) === true : readIp(inBrackets)?.length === 16;
  return isKnown ? { host, port: Number(port) } : null;
}
