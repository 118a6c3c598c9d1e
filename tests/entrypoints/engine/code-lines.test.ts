import { describe, expect, it } from 'vitest';
import { looksLikeCode } from '../../../entrypoints/engine.content/code-lines';

describe('looksLikeCode', () => {
  it.each([
    ['nothing', ''],
    ['verse', '日照香炉生紫烟，\n遥看瀑布挂前川。'],
    ['a notice', '关于召开会议的通知\n\n各单位：\n    现将有关事项通知如下：\n一、时间：2021年6月1日\n二、地点：北京'],
    [
      'a letter',
      'From: Zhang San <zhang@example.org>\nTo: Li Si\nSubject: 会议\n\n你好！\n> 昨天说的事\n好的。\n--\n张三',
    ],
    ['a table of text', '名称      数量    单位\n科协      32      个\n学会      210     个'],
    ['English with a semicolon', 'Come, let us go;\nthe night is near,\nand far the road,\nand cold the air.'],
    ['a list of parts', '- 一、总则（试行）\n- 二、组织（试行）\n- 三、附则'],
  ])('is false for %s', (_what, text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  it.each([
    ['JavaScript', 'const name = "科协";\nfunction f() {\n  return name;\n}'],
    ['Python', 'import os\n\ndef main():\n    print("科协")\n    name = "科协"'],
    ['C', '#include <stdio.h>\nint main(void)\n{\n  puts("科协");\n}'],
    ['HTML', '<div>\n  <p>科协</p>\n</div>'],
    ['JSON', '{\n  "name": "科协",\n  "members": [\n    1\n  ]\n}'],
    ['settings', 'name = 科协\nsize: 3\nlevel = 2'],
    ['commands', '$ git clone x\n$ npm install\n科协'],
    ['SQL', "SELECT name\nFROM t\nWHERE name = '科协';"],
    ['one line', 'let name = "科协";'],
  ])('is true for %s', (_what, text) => {
    expect(looksLikeCode(text)).toBe(true);
  });
});
