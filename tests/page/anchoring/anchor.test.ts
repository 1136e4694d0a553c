// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { placeQuotes } from '../../../core/anchoring/place-quotes';
import type { Selectors } from '../../../core/annotation';
import { runAtOnce } from '../../../core/run-at-once';
import type { Span } from '../../../core/span';
import { type AnchoredRecord, anchorAll as anchorInSteps } from '../../../page/anchoring/anchor';
import { describe as describeWords } from '../../../page/anchoring/describe';
import { readTextMap, type TextMap } from '../../../page/text/text-map';

const anchorAll = (records: readonly AnchoredRecord[], map: TextMap, article: Span) =>
  runAtOnce(anchorInSteps(records, map, article, placeQuotes));

const whole = (map: TextMap) => ({ start: 0, end: map.text.length });

function show(html: string): TextMap {
  document.body.innerHTML = html;
  return readTextMap(document.body);
}

function annotate(id: string, selectors: Selectors) {
  return { id, target: { ...selectors, source: 'https://news.example/', snapshot: null } };
}

/** Chooses words at their `nth` place, as a reader does. */
function choose(map: TextMap, words: string, nth = 1) {
  let start = -1;
  for (let left = nth; left > 0; left -= 1) start = map.text.indexOf(words, start + 1);
  const range = map.toRange(start, start + words.length);
  const selectors = range === null ? null : describeWords(range, map, whole(map));
  if (selectors === null) throw new Error(`"${words}" is not on the page`);
  return annotate(`${words}-${nth}`, selectors);
}

function anchorOne(before: string, words: string, after: string, nth = 1) {
  const annotation = choose(show(before), words, nth);
  const map = show(after);
  const [anchor] = anchorAll([annotation], map, whole(map));
  return {
    grade: anchor?.grade,
    words: anchor?.ranges[0]?.toString() ?? null,
    range: anchor?.ranges[0] ?? null,
  };
}

const lead =
  '<p>The harbour council met on Monday to hear from the engineers who inspected the sea wall.</p>';
const report =
  '<p>Their report ran to two hundred pages and named <b>eleven</b> weak points in the old wall.</p>';
const plan = '<p>Work on the first of them is due to start before the autumn storms, said the chair.</p>';
const caption = '<figure><img><figcaption>The sea wall at low tide.</figcaption></figure>';

describe('anchorAll', () => {
  it('tells the second of two identical captions from the first, also after text came in above', () => {
    const before = lead + caption + caption + report;
    for (const after of [before, `<p>Updated at noon.</p>${before}`]) {
      const { range } = anchorOne(before, 'The sea wall at low tide.', after, 2);
      const captions = document.querySelectorAll('figcaption');
      expect(range?.startContainer).toBe(captions[1]?.firstChild);
    }
  });

  it('reports a quote that is gone as lost', () => {
    expect(anchorOne(lead + report + plan, 'named eleven weak points', lead + plan)).toMatchObject({
      grade: 'lost',
      words: null,
    });
  });

  it('does not paint a copy that stands elsewhere in other words', () => {
    const after = `${lead}<p>Nothing more is known.</p><aside>Also today: eleven weak points for a better garden.</aside>`;
    expect(anchorOne(lead + report + plan, 'eleven weak points', after).range).toBe(null);
  });

  it('passes over a hidden copy of the article that stands first', () => {
    const article = lead + report + plan;
    const found = anchorOne(
      article,
      'two hundred pages',
      `<div hidden>${article}</div><main>${article}</main>`,
    );
    expect(found.grade).toBe('exact');
    expect(found.range?.startContainer.parentElement?.closest('main')).not.toBe(null);
  });

  it.each([
    [
      'wrapped in other paragraphs',
      '会议强调，要深化改革。<br>各部门要抓好落实。',
      '<p>会议强调，要深化改革。</p><p>各部门要抓好落实。</p>',
      '深化改革。\n各部门',
      '深化改革。各部门',
    ],
    [
      'split by spans and line breaks',
      '<p>one two three four</p>',
      '<p><span>one tw</span>o<br>thr<i>ee</i> four</p>',
      'two three',
      'twothree',
    ],
    [
      'decomposed',
      '<p>Tiếng Việt là một ngôn ngữ</p>',
      `<p>${'Tiếng Việt là một ngôn ngữ'.normalize('NFD')}</p>`,
      'Việt là',
      'Việt là'.normalize('NFD'),
    ],
    [
      'set in full width',
      '<p>第12条(修订)规定:</p>',
      '<p>第１２条（修订）规定：</p>',
      '12条(修订)',
      '１２条（修订）',
    ],
    [
      'given other quotation marks',
      '<p>He said "it\'s over" -- and left.</p>',
      '<p>He said “it’s over” — and left.</p>',
      '"it\'s over" -- and',
      '“it’s over” — and',
    ],
    [
      'given hyphens and hard spaces',
      '<p>a democracy in ten years</p>',
      '<p>a demo\u00adcracy in ten\u00a0years</p>',
      'democracy in ten',
      'demo\u00adcracy in ten',
    ],
    [
      'given furigana',
      '<p>今日は東京へ行く</p>',
      '<p>今日は<ruby>東京<rt>とうきょう</rt></ruby>へ行く</p>',
      '東京へ',
      '東京とうきょうへ',
    ],
  ])('finds words that were %s', (_, before, after, words, found) => {
    const anchor = anchorOne(before, words, after);
    expect(anchor.words).toBe(found);
    expect(['exact', 'moved']).toContain(anchor.grade);
  });

  it('finds one character again, and long quotes', () => {
    const page = lead + report + plan;
    expect(anchorOne(page, 'M', `<p>More.</p>${page}`)).toMatchObject({ grade: 'exact', words: 'M' });
    const long = Array.from(
      { length: 200 },
      (_, index) => `<p>Paragraph ${index} of a long report on the wall.</p>`,
    );
    const words = show(long.join('')).text.slice(20, -20).trim();
    const interrupted = anchorOne(long.join(''), words, `<p>More.</p>${long.join('<div>Ad</div>')}`);
    expect(interrupted.grade).toBe('changed');
    expect(interrupted.words?.replaceAll('Ad', '')).toBe(words.replaceAll('\n', ''));
    expect(anchorOne(long.join(''), words, `<p>More.</p>${long.join('')}`).grade).toBe('exact');
  });

  it('finds words inside open shadow roots', () => {
    show('<div></div><p>after</p>');
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = report;
    const map = readTextMap(document.body);
    const annotation = choose(map, 'eleven weak');
    expect(annotation.target.range).toBe(null);
    expect(anchorAll([annotation], map, whole(map))[0]?.ranges[0]?.toString()).toBe('eleven weak');
  });

  it('places words outside the article by their path', () => {
    const page = '<p>Share</p><p>Share</p><article><p>One two three.</p></article><p>Share</p>';
    const map = show(page);
    const article = document.querySelector('article');
    const share = document.querySelectorAll('p')[1];
    if (article === null || share === undefined) throw new Error('the page lacks its parts');
    const range = document.createRange();
    range.selectNodeContents(share);
    const selectors = describeWords(range, map, map.span(article));
    if (selectors === null) throw new Error('nothing was chosen');
    expect(selectors.position).toBe(null);
    const [anchor] = anchorAll([annotate('share', selectors)], map, map.span(article));
    expect(anchor).toMatchObject({ grade: 'exact', start: map.text.indexOf('Share', 1) });
  });

  it('counts positions from the article, so that a longer head of the page moves nothing', () => {
    const map = show(`<nav>Menu</nav><article>${report}</article>`);
    const articleOf = (current: TextMap) => {
      const article = document.querySelector('article');
      return article === null ? whole(current) : current.span(article);
    };
    const start = map.text.indexOf('eleven');
    const range = map.toRange(start, start + 6);
    const selectors = range === null ? null : describeWords(range, map, articleOf(map));
    if (selectors === null) throw new Error('nothing was chosen');
    const later = show(`<nav>A longer menu, with news</nav><article>${report}</article>`);
    expect(anchorAll([annotate('a', selectors)], later, articleOf(later))[0]?.grade).toBe('exact');
  });

  it('gives overlapping and equal annotations each their own place, in any order', () => {
    const before = show(lead + report + plan);
    const annotations = [
      choose(before, 'two hundred pages and named'),
      choose(before, 'pages and named eleven'),
      { ...choose(before, 'pages and named eleven'), id: 'again' },
      choose(before, 'named'),
    ];
    const map = show(`<p>Updated.</p>${lead + report + plan}`);
    const anchors = anchorAll(annotations, map, whole(map));
    expect(anchors.map(({ ranges: [range] }) => range?.toString())).toEqual(
      annotations.map(({ target }) => target.quote.exact),
    );
    const reversed = anchorAll([...annotations].reverse(), map, whole(map)).reverse();
    expect(reversed.map(({ id, start, end }) => [id, start, end])).toEqual(
      anchors.map(({ id, start, end }) => [id, start, end]),
    );
  });

  it('calls selectors that make no sense lost, and goes on', () => {
    const map = show(lead);
    const good = choose(map, 'Monday');
    const quote = { exact: 'nowhere to be found', prefix: '', suffix: '' };
    const path = { startPath: '///[', startOffset: -1, endPath: '', endOffset: 9 };
    const bad: Selectors[] = [
      { quote: { ...quote, exact: '' }, position: null, range: null },
      { quote: { ...quote, exact: ' \n' }, position: { start: 0, end: 0 }, range: path },
      { quote, position: { start: 5, end: 2 }, range: path },
      { quote, position: { start: -7, end: 1e300 }, range: null },
      { quote, position: { start: Number.NaN, end: 0.5 }, range: null },
      { quote, position: null, range: path },
      { quote: { ...quote, exact: '\ud800' }, position: null, range: null },
    ];
    const annotations = [...bad.map((selectors, index) => annotate(`bad-${index}`, selectors)), good];
    const grades = anchorAll(annotations, map, whole(map)).map(({ grade }) => grade);
    expect(grades).toEqual([...bad.map(() => 'lost'), 'exact']);
  });

  it('gives everything as lost on a page without text', () => {
    const annotation = choose(show(lead), 'Monday');
    const map = show('');
    expect(anchorAll([annotation], map, whole(map))).toMatchObject([
      { id: annotation.id, grade: 'lost', start: null, end: null, ranges: [] },
    ]);
  });
});
