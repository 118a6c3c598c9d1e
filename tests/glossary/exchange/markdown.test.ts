/** Tests the reading of glossaries in Markdown. */
import { describe, expect, it } from 'vitest';
import { readText } from './packs';

describe('markdown', () => {
  it('is read as a glossary of HonKit, with its marks as plain text', async () => {
    const { format, pack, refused } = await readText(`# Glossary

Words of **this** book.

## API

An [interface](https://example.org) between
two *programs*: \`call()\`, \\*not\\* emphasis.

> quoted
- one
- two

## 人工智能 {#ai} ##
用机器模拟
人的智能。

\`\`\`
## no term
\`\`\`
## Empty
`);
    expect(format).toBe('markdown');
    expect(pack.title).toBe('Glossary');
    expect(pack.terms).toMatchObject([
      {
        headword: 'API',
        definition: 'An interface between two programs: call(), *not* emphasis.\n\n> quoted\n- one\n- two',
      },
      { headword: '人工智能' },
    ]);
    expect(pack.terms[1]?.definition).toMatch(/^用机器模拟人的智能。\n\n/);
    expect(refused).toMatchObject([{ place: { line: 21 }, reason: { code: 'nothing-to-show' } }]);
  });

  it('is read with labelled items in English and Chinese', async () => {
    const { pack } = await readText(`## 科协
- **简称:** 中国科协；科协
- **英文**：CAST
* **Note:** 一行
  又一行
- **出处:** [章程](https://example.org/a_b_c)
- **其他:** 留下
`);
    expect(pack.terms).toEqual([
      expect.objectContaining({
        forms: ['中国科协'],
        equivalents: [{ language: 'en', text: 'CAST' }],
        note: '一行又一行',
        source: { title: '章程', url: 'https://example.org/a_b_c' },
        definition: '- 其他: 留下',
      }),
    ]);
  });
});
