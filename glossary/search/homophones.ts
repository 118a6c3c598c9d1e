/** Converts characters to syllables, to find words with a homophone chosen by an input method (怀近鹏 for 怀进鹏). */

/** A table of readings: each syllable followed by its characters, `a啊阿ai埃…`. Written by `glossary/editor/readings.ts`. */
export type Readings = string;

/**
 * Returns a function that converts characters to syllables: `怀近鹏` to `huaijinpeng`. Characters without a reading stay.
 * Its first call parses the table, which takes a few milliseconds.
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
