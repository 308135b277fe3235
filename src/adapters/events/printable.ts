const lengthMax = 500;

// Every control character, the C1 range and the line separators too, and the marks that turn text around.
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const userinfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]*@/gi;
const authorization = /\b(basic|bearer)\s+[a-z0-9+/=._~-]{8,}/gi;

/**
 * Text of others (a BMC, a Git host) on one line of at most 500 characters: it may not move a terminal's cursor or look
 * like a line of ours. What looks like a password in a URL or a header is cut too, as a second net.
 */
export function printable(text: string): string {
  // What is cut away here is far behind what is shown, so no half of a password can be left over.
  const clean = text
    .slice(0, 8 * lengthMax)
    .replace(unprintable, ' ')
    .replace(userinfo, '$1[secret]@')
    .replace(authorization, '$1 [secret]');
  return clean.length > lengthMax ? `${clean.slice(0, lengthMax)}…` : clean;
}
