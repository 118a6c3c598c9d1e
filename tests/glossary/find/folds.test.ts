import { describe, expect, test } from 'vitest';
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../../../glossary/pack/characters';
import { finderOf, mentionsIn } from './finder-of';

const finder = finderOf({
  cast: ['中国科协'],
  pilot: ['“3+1”试点'],
  years: ['2021-2025规划'],
  dot: ['智慧·科协'],
  title: ['《求是》'],
  round: ['学会(北京)'],
  stops: ['科普,科学;科技:科研!科教?科幻、科目。'],
  latin: ['World Forum'],
});

const surfaces = (text: string) => mentionsIn(finder, text).map(({ start, end }) => text.slice(start, end));
const code = (unit: string) => `U+${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Equivalent spellings: each is found completely, without its neighbours. */
const kinds: [kind: string, spellings: string[]][] = [
  ['plus signs', [...'+＋﹢➕⁺'].map((plus) => `3${plus}1试点`)],
  ['hyphens and dashes', [...'-－‐‑‒–—―﹣−'].map((dash) => `2021${dash}2025规划`)],
  ['middle dots', [...'·•‧・･⋅∙●'].map((dot) => `智慧${dot}科协`)],
  ['title brackets', ['《》', '〈〉', '≪≫', '«»'].map(([open, close]) => `${open}求是${close}`)],
  ['round brackets', ['()', '（）', '﹙﹚'].map(([open, close]) => `学会${open}北京${close}`)],
  [
    'punctuation',
    [',;:!?、。', '，；：！？､｡', '﹐；：！？﹑。'].map((p) =>
      [...'普学技研教幻目'].map((c, i) => `科${c}${p[i]}`).join(''),
    ),
  ],
  ['width of digits and letters', ['３＋１试点', '２０２１-２０２５规划', 'Ｗｏｒｌｄ　Ｆｏｒｕｍ']],
  ['case', ['WORLD FORUM', 'world forum', 'ＷＯＲＬＤ Forum']],
  ['Traditional by single characters', ['中國科協', '中國科协', '3+1試點', '2021-2025規劃', '學會(北京)']],
  ['white space inside Chinese', [...SPACE, LINE_BREAK].map((space) => `中国${space}科协`)],
  ['several white spaces inside Chinese', ['中\u00a0\u3000国\n\t  科 协']],
  ['white space between Latin words', [...SPACE, LINE_BREAK].map((space) => `World${space}Forum`)],
  ['invisible characters', [...IGNORABLE].map((unit) => `中${unit}国科${unit}${unit}协`)],
];

describe.each(kinds)('%s', (_kind, spellings) => {
  test.each(spellings.map((spelling) => [spelling, [...spelling].map(code).join(' ')]))('%j', (spelling) => {
    const text = `前😀${spelling}，后`;
    expect(surfaces(text)).toEqual([spelling]);
  });
});

test.each(Array.from({ length: QUOTE_PAIRS.length / 2 }, (_, i) => QUOTE_PAIRS.slice(2 * i, 2 * i + 2)))(
  'quotation marks %s',
  (pair) => {
    const [open = '', close = ''] = pair;
    expect(surfaces(`在${open}3+1${close}试点`)).toEqual([`${open}3+1${close}试点`]);
  },
);

/** No fold in the other direction: a Simplified form is not found for its variants. */
test.each(['中囯科协', '中国科恊', '3*1试点', '2021~2025规划', '智慧.科协', '[求是]', '学会[北京]', '科普。科学'])(
  '%s is another text',
  (text) => {
    expect(surfaces(text)).toEqual([]);
  },
);
