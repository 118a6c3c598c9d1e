/** Guesses the encoding of text, and decodes it in pieces. */
import { refuseAbove } from './byte-source';
import { type ByteSource, type Encoding, FileFaultError } from './contract';

/** Bytes that guesses look at. */
export const SAMPLE_BYTES = 65_536;
const CHUNK_BYTES = 262_144;
/** Far above a list of 100,000 terms. */
const MAX_TEXT_BYTES = 256 * 2 ** 20;

/** The most frequent characters of Chinese text in both scripts: a wrong decoding hits few of them. */
const FREQUENT = new Set(
  '的一是不了在人有我他这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡' +
    '用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日军軍者意' +
    '无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產' +
    '或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系' +
    '气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展' +
    '术術语語词詞释釋技科程网網络絡设設备備标標准準',
);

/** Guesses from the first bytes of a file. @param isWhole whether `sample` is the whole file. */
export function guessEncoding(sample: Uint8Array, isWhole: boolean): Encoding {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = guessUtf16(sample);
  if (wide) return wide;
  // A character that the sample cuts is no error.
  if (decodes(sample, 'utf-8', !isWhole)) return 'utf-8';
  return score(sample, 'big5') > score(sample, 'gb18030') ? 'big5' : 'gb18030';
}

/** UTF-16 without a mark: text of any language has separators and line ends, whose other byte is zero. */
function guessUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (even + odd < 2 || Math.min(even, odd) * 8 > Math.max(even, odd)) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return /[^\P{Cc}\t\n\r]|\p{Cn}/u.test(new TextDecoder(encoding).decode(sample, { stream: true })) ? null : encoding;
}

function decodes(bytes: Uint8Array, encoding: Encoding, isCut: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

/** Share of frequent characters among all that are not ASCII, less a penalty for what is in no table. */
function score(sample: Uint8Array, encoding: Encoding): number {
  let all = 0;
  let frequent = 0;
  let wrong = 0;
  for (const character of new TextDecoder(encoding).decode(sample)) {
    if (character < '\u0080') continue;
    all++;
    if (FREQUENT.has(character)) frequent++;
    else if (character === '\ufffd' || /[\p{Co}\p{Cn}\p{Cc}]/u.test(character)) wrong++;
    // Of a table's characters GB18030 has more than Big5; they stand in Chinese text seldom.
    else if (!/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(character)) wrong += 0.3;
  }
  return all === 0 ? 0 : (frequent - 4 * wrong) / all;
}

/** The first bytes of a source as text, for a guess or a preview. */
export async function readSample(
  source: ByteSource,
  encoding?: Encoding,
): Promise<{ text: string; encoding: Encoding }> {
  const bytes = await source.read(0, SAMPLE_BYTES);
  const used = encoding ?? guessEncoding(bytes, bytes.length >= source.size);
  const text = new TextDecoder(used).decode(bytes, { stream: bytes.length < source.size });
  return { text: text.replace(/\r\n?/g, '\n'), encoding: used };
}

/**
 * The text of a source in pieces, with `\n` line ends, without a byte order mark. Bytes that are wrong in the encoding
 * become U+FFFD. A piece may be ''.
 * @throws {FileFaultError} `too-large`, `empty`.
 */
export async function* decodeSource(source: ByteSource, encoding: Encoding): AsyncGenerator<string, void> {
  refuseAbove(source, MAX_TEXT_BYTES);
  if (source.size === 0) throw new FileFaultError('empty');
  const decoder = new TextDecoder(encoding);
  let carried = '';
  for (let start = 0; start < source.size; start += CHUNK_BYTES) {
    const bytes = await source.read(start, Math.min(start + CHUNK_BYTES, source.size));
    const text = carried + decoder.decode(bytes, { stream: true });
    // The line feed that belongs to a last carriage return comes with the next piece.
    carried = text.endsWith('\r') ? '\r' : '';
    yield (carried ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
  }
  yield (carried + decoder.decode()).replace(/\r\n?/g, '\n');
}
