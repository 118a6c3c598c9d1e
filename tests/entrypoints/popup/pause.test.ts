import { describe, expect, it } from 'vitest';
import { pauseEnd, pauseText } from '../../../entrypoints/popup/pause';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe('a pause', () => {
  it.each([
    ['an hour', 'hour', at(24, 13, 30), at(24, 14, 30)],
    ['an hour over midnight', 'hour', at(24, 23, 30), at(25, 0, 30)],
    ['till morning, from the day before', 'tomorrow', at(24, 13), at(25, 6)],
    ['till morning, in the same night', 'tomorrow', at(25, 1), at(25, 6)],
    ['till morning, just after it began', 'tomorrow', at(25, 6), at(26, 6)],
  ] as const)('lasts %s', (_name, length, now, end) => {
    expect(pauseEnd(length, now)).toBe(end);
  });

  it('is formatted as a time, with the day if it is another day', () => {
    expect(pauseText(at(24, 14, 30), at(24, 13), 'zh-CN')).toBe('14:30');
    expect(pauseText(at(25, 6), at(24, 13), 'zh-CN')).toMatch(/^11月25日 0?6:00$/);
  });
});
