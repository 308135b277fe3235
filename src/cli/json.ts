/** For programs: two spaces, and nothing that a terminal would obey, even where JSON would allow it as it stands. */
export const renderJson = (value: object): string =>
  `${JSON.stringify(value, null, 2).replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, asEscapes)}\n`;

const asEscapes = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
