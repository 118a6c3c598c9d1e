/** A page that React takes over from the server's HTML, and renders anew at each press. */
import { createElement as h, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';

const ITEMS = ['科创中国', '全国科普日', '中国科协', '别的'];

function App() {
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

globalThis.faults = [];
addEventListener('error', (event) => globalThis.faults.push(String(event.message)));
hydrateRoot(document.querySelector('#root'), h(App), {
  onRecoverableError: (error) => globalThis.faults.push(`recovered: ${error}`),
  onUncaughtError: (error) => globalThis.faults.push(`uncaught: ${error}`),
});
