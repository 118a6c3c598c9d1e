import { describe, expect, test } from 'vitest';
import { toneFaultOf } from '../../../glossary/editor/tones';

describe('the tones of a reading', () => {
  test.each([
    ['科协', 'Kēxié'],
    ['科协', 'kē xié'],
    ['五大任务', 'wǔ dà rènwu'],
    ['“3+1”试点', '“3+1” shìdiǎn'],
    ['吕昭平', 'Lǚ Zhāopíng'],
    ['调研', 'diàoyán'],
    ['钉钉子', 'dìng dīngzi'],
  ])('%s: %s is right', (headword, written) => {
    expect(toneFaultOf(headword, written)).toBeNull();
  });

  test.each([
    ['科协', 'Kèxié', { written: 'Kè', expected: 'kē' }],
    ['科协', 'Kexié', { written: 'Ke', expected: 'kē' }],
    ['党组', 'dǎngzù', { written: 'zù', expected: 'zǔ' }],
    ['学会', 'xuéhuì huì'.slice(0, 7).replace('ì', 'í'), { written: 'huí', expected: 'huì / kuài' }],
  ])('%s: %s is wrong', (headword, written, fault) => {
    const found = toneFaultOf(headword, written);
    expect(found?.written).toBe(fault.written);
    expect(found?.expected).toContain(fault.expected.split(' / ')[0]);
  });
});
