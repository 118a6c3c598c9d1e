/** Owns how single characters are read, for what an input method got wrong (怀近鹏 for 怀进鹏). */

/** A table of readings: each syllable followed by its characters, `a啊阿ai埃…`. Written by `glossary/editor/readings.ts`. */
export type Readings = string;

/**
 * Turns characters into syllables: `怀近鹏` into `huaijinpeng`. What has no reading stays as it is.
 * Parses the table at the first call: some milliseconds.
 */
export function createReader(readings: Readings): (letters: string) => string {
  let syllables: Map<string, string> | null = null;
  return (letters) => {
    syllables ??= parse(readings);
    let read = '';
    for (const letter of letters) read += syllables.get(letter) ?? letter;
    return read;
  };
}

function parse(readings: Readings): Map<string, string> {
  const syllables = new Map<string, string>();
  for (const [, syllable = '', characters = ''] of readings.matchAll(/([a-z]+)([^a-z]+)/g)) {
    for (const character of characters) syllables.set(character, syllable);
  }
  return syllables;
}
