const lengthMax = 600;

/**
 * What another program or server said, fit for a message to people: without control characters, without anything that
 * looks like userinfo, without the secrets given, and not long.
 */
export function quote(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    clean = clean.replaceAll(secret, '[secret]').replaceAll(encodeURIComponent(secret), '[secret]');
    clean = clean.replaceAll(Buffer.from(secret).toString('base64'), '[secret]');
  }
  clean = clean
    .replace(/:\/\/[^/\s@]*@/g, '://')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return clean.length > lengthMax ? `${clean.slice(0, lengthMax)}…` : clean;
}
