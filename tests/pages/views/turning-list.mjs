/** The view of the React and Preact pages: text, lists and parts that appear and disappear at each click. */

const ITEMS = ['科创中国', '全国科普日', '中国科协', '别的'];

/** The component, created with the library's functions. Errors of the page are collected in `faults`. */
export function turningList({ createElement: h, useEffect, useState }) {
  globalThis.faults = [];
  addEventListener('error', (event) => globalThis.faults.push(String(event.message)));
  return function App() {
    const [turn, setTurn] = useState(0);
    useEffect(() => {
      globalThis.turn = turn;
    });
    const items = ITEMS.map((_, i) => ITEMS[(i + turn) % ITEMS.length]).slice(turn % 2);
    return h(
      'main',
      null,
      h('button', { id: 'next', onClick: () => setTurn(turn + 1) }, '下一次'),
      h('p', null, '第', turn, '次说到', h('b', null, '科创'), '中国', turn % 2 ? '和中国科协' : null, '。'),
      turn % 3 === 2 ? null : h('p', { key: 'text' }, `科普活动${'，中国科协'.repeat(turn)}。`),
      h('ul', null, items.map((item) => h('li', { key: item }, item, '条目'))),
    );
  }
}
