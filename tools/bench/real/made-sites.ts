/**
 * Generates pages in the manner of portals, articles, forums and government sites: their weights, nesting, frames and inline
 * scripts, from the sentences of the benchmark. A third of them hold terms. The same in every run.
 */
import { randomOf } from '../finder/texts';
import { FOREIGN, PLAIN, WITH_TERMS } from './sentences';

/** A page of the suite. */
export interface MadeSite {
  path: string;
  html: string;
  language: 'Chinese' | 'other';
  hasTerms: boolean;
  /** Elements of the page's own text, which a test may look for terms in: its sentences, one a line. */
  text: string;
}

type Draw = () => string;

/** At least twenty pages. */
export function madeSites(): MadeSite[] {
  const sites: MadeSite[] = [];
  const add = (kind: string, count: number, make: (page: Page) => string, sentences: readonly string[]) => {
    for (let i = 0; i < count; i++) {
      const page = new Page(sites.length + 1, sentences, i % 3 === 2);
      const html = make(page);
      sites.push({ path: `${kind}-${i}`, html, language: 'Chinese', hasTerms: page.hasTerms, text: page.text });
    }
  };
  add('portal', 6, portal, [...PLAIN.news, ...PLAIN.notice]);
  add('article', 6, article, PLAIN.news);
  add('government', 6, government, PLAIN.notice);
  add('forum', 6, forum, PLAIN.forum);
  for (const [kind, sentences] of Object.entries(FOREIGN)) {
    const page = new Page(sites.length + 1, sentences, false);
    sites.push({ path: kind, html: article(page), language: 'other', hasTerms: false, text: page.text });
  }
  return sites;
}

/** Frames of `framedPages`. */
export const FRAMES = 40;

/** A page in English without frames, and the same with as many frames of advertisements. */
export function framedPages(): [without: string, framed: string] {
  const make = (frames: number) =>
    article(new Page(1, FOREIGN.english, false)).replace('</body>', `${times(frames, () => TINY_FRAME)}</body>`);
  return [make(0), make(FRAMES)];
}

const TINY_FRAME = '<iframe width="1" height="1" srcdoc="<p>Ad</p>"></iframe>';

/** Draws what stands on one page. */
class Page {
  readonly hasTerms: boolean;
  readonly #sentences: readonly string[];
  readonly #random: () => number;
  readonly #used: string[] = [];

  constructor(seed: number, sentences: readonly string[], hasTerms: boolean) {
    this.#random = randomOf(seed);
    this.#sentences = sentences;
    this.hasTerms = hasTerms;
  }

  get text(): string {
    return this.#used.join('\n');
  }

  /** A sentence; on a page with terms, one in eight has one. */
  readonly sentence: Draw = () => {
    const list = this.hasTerms && this.#random() < 0.125 ? WITH_TERMS : this.#sentences;
    const drawn = list[Math.floor(this.#random() * list.length)] ?? '';
    this.#used.push(drawn.replace(/\([^)]*\)/g, ''));
    return drawn.replace(/(\p{Script=Han}+)\(([^)]*)\)/gu, '<ruby>$1<rp>(</rp><rt>$2</rt><rp>)</rp></ruby>');
  };

  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, this.sentence).join('');
  }

  /** The beginning of a sentence, as links in lists have it. */
  headline(): string {
    return this.sentence().replace(/[，。：,.？].*/s, '');
  }
}

function times(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('');
}

/** Lists in columns, deep, with much script and small frames between. */
function portal(page: Page): string {
  const item = (i: number) =>
    `<li class="item"><i class="dot"></i><a href="#${i}" title="" data-spm="${i}"><span class="txt">${page.headline()}</span></a><em>${i % 24}:0${i % 6}</em></li>`;
  const box = (i: number) =>
    `<div class="mod"><div class="hd"><h3><a href="#">频道${i}</a></h3></div><div class="bd"><div class="inner"><ul>${times(14, item)}</ul></div></div></div>`;
  const frame = `<iframe width="300" height="60" srcdoc="<p>推广</p>"></iframe>`;
  const columns = times(3, (c) => `<div class="col c${c}">${times(10, box)}${frame}</div>`);
  return document(
    'zh-CN',
    `${navigation(18)}${script(40_000)}<div class="wrap"><div class="main">${columns}</div></div>${footer()}`,
  );
}

/** A long text with a list beside it, comments below it, its own state in a script, and frames of advertisements. */
function article(page: Page): string {
  const related = times(12, (i) => `<li><a href="#${i}">${page.headline()}</a></li>`);
  const comment = (i: number) =>
    `<div class="reply"><img alt="" width="1" height="1"><div><b>用户${i}</b><p>${page.sentence()}</p><span>回复</span><span>赞</span></div></div>`;
  const body = times(
    14,
    (i) =>
      `<p>　　${page.paragraph(3)}${i % 4 === 0 ? '<strong>' : ''}${page.sentence()}${i % 4 === 0 ? '</strong>' : ''}</p>`,
  );
  const state = `<script type="application/json">${JSON.stringify({ id: 1, body: page.paragraph(10) })}</script>`;
  const frames = times(4, () => '<iframe width="1" height="1" srcdoc=""></iframe>');
  return document(
    'zh-CN',
    `${navigation(12)}${script(20_000)}<main><article><h1>${page.headline()}</h1>${body}</article><aside><ul>${related}</ul></aside></main>${times(10, comment)}${state}${frames}${footer()}`,
  );
}

/** A notice in tables and in text from a word processor. */
function government(page: Page): string {
  const span = (text: string) => `<span style="font-family:仿宋"><span lang="EN-US"></span>${text}</span>`;
  const body = times(16, () => `<p class="MsoNormal">${span(page.sentence())}${span(page.sentence())}</p>`);
  const row = (i: number) => `<tr><td>${i + 1}</td><td>${page.headline()}</td><td><a href="#">下载</a></td></tr>`;
  return document(
    'zh',
    `${navigation(20)}<table width="1000"><tr><td>${script(4000)}<h1>${page.headline()}</h1>${body}<table border="1">${times(18, row)}</table></td></tr></table>${footer()}`,
  );
}

/** Short posts with much around each. */
function forum(page: Page): string {
  const post = (i: number) =>
    `<div class="post" id="p${i}"><div class="side"><div class="avatar"></div><p>等级 ${i % 9}</p><dl><dt>帖子</dt><dd>${i * 7}</dd></dl></div><div class="body"><div class="meta"><em>${i + 1} 楼</em></div><div class="t_f">${page.sentence()}<br>${page.sentence()}</div><div class="bar"><a href="#">回复</a><a href="#">举报</a></div></div></div>`;
  return document('zh-CN', `${navigation(8)}${times(25, post)}${script(10_000)}${footer()}`);
}

function navigation(links: number): string {
  return `<div class="top"><ul>${times(links, (i) => `<li><a href="#${i}">栏目${i}</a></li>`)}</ul></div>`;
}

function footer(): string {
  return '<div class="foot"><p>网站地图 | 联系方式 | 隐私说明</p><p>违法和不良信息举报</p></div>';
}

/** A script in the page of this many units. */
function script(units: number): string {
  const line = 'window.cfg=window.cfg||{};window.cfg.slot="a1b2c3";/* 配置 */';
  return `<script>${line.repeat(Math.ceil(units / line.length))}</script>`;
}

function document(language: string, body: string): string {
  const style = '.col{float:left;width:32%}.post{display:flex}.side{width:120px}';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>页面</title><style>${style}</style><body>${body}</body></html>`;
}
