/** Reads CC-CEDICT and lists in its shape: `Traditional Simplified [pin1 yin1] /gloss/gloss/`. */
import type { AboutDraft, ByteSource, Choices, Finding, TermDraft } from './contract';
import { decodeSource, readSample } from './encoding';
import { atLine, linesOf } from './text-lines';
import { markTones } from './tone-marks';

const ENTRY = /^(\S+) (\S+) \[{1,2}([^\]]*)\]{1,2} \/(.*)\/\s*$/;

/** Whether most lines of a sample are entries. */
export function looksLikeCedict(sample: string): boolean {
  const lines = sample.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const entries = lines.filter((line) => ENTRY.test(line)).length;
  return entries > 0 && entries * 10 >= lines.length * 7;
}

/** Reads terms: the Simplified spelling is the headword, unless Traditional was chosen; glosses are a translation. */
export async function* readCedict(source: ByteSource, choices: Choices): AsyncGenerator<readonly Finding[], void> {
  const { encoding } = await readSample(source, choices.encoding);
  const isTraditional = /^zh-(hant|tw|hk|mo)/i.test(choices.language ?? '');
  let about: AboutDraft = { languages: [isTraditional ? 'zh-Hant' : 'zh-Hans', 'en'] };
  for await (const lines of linesOf(decodeSource(source, encoding))) {
    const findings: Finding[] = [];
    for (const { number, text, isCut } of lines) {
      if (text.startsWith('#')) about = { ...about, ...readHeader(text) };
      else if (text.trim() !== '') findings.push(readLine(text, { number, isCut, isTraditional }));
    }
    yield findings;
  }
  yield [{ kind: 'about', about }];
}

function readLine(text: string, at: { number: number; isCut: boolean; isTraditional: boolean }): Finding {
  const place = atLine(at.number);
  const refuse = (code: 'line-too-long' | 'not-this-format'): Finding => ({
    kind: 'refused',
    place,
    reason: { code, value: '' },
    raw: text.slice(0, 500),
  });
  if (at.isCut) return refuse('line-too-long');
  const [, traditional = '', simplified = '', pinyin = '', glosses = ''] = ENTRY.exec(text) ?? [];
  if (traditional === '') return refuse('not-this-format');
  const draft: TermDraft = {
    headword: at.isTraditional ? traditional : simplified,
    forms: [at.isTraditional ? simplified : traditional],
    pinyin: markTones(pinyin),
    translation: glosses.split('/').filter(Boolean).join('; '),
  };
  return { kind: 'term', place, draft, row: { raw: () => text, where: () => '' } };
}

/** `#! publisher=MDBG` and its like. */
function readHeader(line: string): AboutDraft {
  if (/^# CC-CEDICT\b/.test(line)) return { title: 'CC-CEDICT' };
  const [, name = '', value = ''] = /^#! (\w+)=(.*)$/.exec(line) ?? [];
  switch (name) {
    case 'date':
      return { revision: value };
    case 'publisher':
      return { attribution: `CC-CEDICT, ${value}` };
    case 'license':
      return { licence: value.includes('/by-sa/4.0') ? 'CC-BY-SA-4.0' : value };
    default:
      return {};
  }
}
