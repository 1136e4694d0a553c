// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readTextMap } from '../../../page/text/text-map';

const show = (html: string) => {
  document.body.innerHTML = html;
  return readTextMap(document.body);
};
const textOf = (html: string) => show(html).text;

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

describe('readTextMap', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  it.each([
    [
      'blocks and line breaks become lines',
      '<h1>One</h1><p>two<br>three</p><ul><li>four</li></ul>',
      'One\ntwo\nthree\nfour',
    ],
    ['white space collapses', '<p> a \r\n b\u00a0\u00a0c\t</p>\n\n<p>\u3000\u3000江津</p> ', 'a b c\n江津'],
    ['preformatted text collapses too', '<pre>a\n   b\r\nc</pre>', 'a b c'],
    ['inline markup leaves no trace', '<p>in<b>li</b>ne <i> and </i> more</p>', 'inline and more'],
    ['empty blocks leave no empty lines', '<p>a</p><p> </p><div><br><br></div><p>b</p>', 'a\nb'],
    [
      'cells of a row share a line',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      'a b\nc',
    ],
    ['furigana is left out', '<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>へ</p>', '東京へ'],
    [
      'soft hyphens and zero-width characters are left out',
      '<p>demo\u00adcra\u200bcy \ufeff!</p>',
      'democracy !',
    ],
    ['joiners inside emoji and words stay', '<p>👩‍💻 می‌خواهم</p>', '👩‍💻 می‌خواهم'],
    ['comments and processing leave no trace', '<p>a<!-- x -->b</p>', 'ab'],
    [
      'what is not shown is left out',
      '<p hidden>x</p><div style="color: red; display: none">y</div><p>a</p>',
      'a',
    ],
    ['closed details are read', '<details><summary>a</summary><p>b</p></details>', 'a\nb'],
    [
      'scripts, styles, fields and drawings are left out',
      '<script>1</script><style>2</style><noscript>3</noscript><template>4</template><textarea>5</textarea><select><option>6</option></select><svg><text>7</text></svg><iframe>8</iframe>a',
      'a',
    ],
    ['nothing gives nothing', ' \n<p></p>', ''],
  ])('%s', (_, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('leaves out elements of ours', () => {
    show('<p>a</p><div id="ours"><p>b</p></div>');
    expect(readTextMap(document.body, (one) => one.id === 'ours').text).toBe('a');
  });

  it('reads open shadow roots and slots in the order in which they are shown', () => {
    show('<div id="host"><p slot="second">second</p><p>first</p></div><p>after</p>');
    const root = element('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<h1>shadow</h1><slot></slot><slot name="second"></slot><slot name="third">kept</slot>';
    const map = readTextMap(document.body);
    expect(map.text).toBe('shadow\nfirst\nsecond\nkept\nafter');
    expect(map.shadowRoots).toEqual([root]);
    expect(map.toRange(0, 6)?.toString()).toBe('shadow');
    expect(map.toRange(7, 12)?.toString()).toBe('first');
    expect(map.toRange(0, 12)).toBe(null);
    expect(map.offsetOf(root, 1, 'start')).toBe(7);
  });

  it('gives a range for each shadow tree and slot that words lie in', () => {
    show('<p>before</p><div id="host"><p slot="second">second</p><p>first</p></div><p>after</p>');
    element('#host').attachShadow({ mode: 'open' }).innerHTML =
      '<b>sha</b>dow<slot></slot><slot name="second"></slot>';
    const map = readTextMap(document.body);
    expect(map.text).toBe('before\nshadow\nfirst\nsecond\nafter');
    const parts = (start: number, end: number) => map.toRanges(start, end).map(String);
    expect(parts(3, map.text.length - 2)).toEqual(['ore', 'shadow', 'first', 'second', 'aft']);
    expect(parts(8, 12)).toEqual(['hado']);
    expect(parts(5, 5)).toEqual([]);
  });

  it('reads a form whose fields carry the names of DOM properties', () => {
    const names = [
      'firstChild',
      'nextSibling',
      'parentNode',
      'childNodes',
      'nodeType',
      'shadowRoot',
      'localName',
    ];
    const map = show(
      `<form>${names.map((name) => `<input name="${name}">`).join('')}<p>a</p>b</form><p>c</p>`,
    );
    expect(map.text).toBe('a\nb\nc');
    expect(map.offsetOf(element('form'), names.length + 1, 'start')).toBe(2);
  });

  it('reads elements nested without end', () => {
    expect(textOf(`${'<span>'.repeat(3_000)}deep`)).toBe('deep');
  });

  describe('offsets', () => {
    it('lead to the DOM and back for every character', () => {
      const map = show('<p>a\u00ad\u00a0 b<b>c  d</b></p>\n<p>é<br>f<i></i>g</p>');
      expect(map.text).toBe('a bc d\né\nfg');
      for (let at = 0; at < map.text.length; at += 1) {
        const range = map.toRange(at, at + 1);
        const letter = map.text[at] ?? '';
        if (/\s/.test(letter)) continue;
        expect(range?.toString()).toBe(letter);
        if (range === null) continue;
        expect(map.offsetOf(range.startContainer, range.startOffset, 'start')).toBe(at);
        expect(map.offsetOf(range.endContainer, range.endOffset, 'end')).toBe(at + 1);
      }
    });

    it('pass over white space forwards for a start and backwards for an end', () => {
      const map = show('<p>one </p><p> two</p>');
      expect(map.offsetOf(document.body, 1, 'start')).toBe(4);
      expect(map.offsetOf(document.body, 1, 'end')).toBe(3);
    });

    it('of boundaries in elements, in what is left out, and around the root', () => {
      const map = show('<p>a</p><p id="mid"><ruby>東<rt>ひがし</rt></ruby><script>x</script></p><p>b</p>');
      const reading = element('rt').firstChild;
      expect(map.offsetOf(element('#mid'), 0, 'start')).toBe(2);
      expect(map.offsetOf(element('#mid'), 2, 'end')).toBe(3);
      expect(reading === null ? null : map.offsetOf(reading, 1, 'end')).toBe(3);
      expect(map.offsetOf(document, 0, 'start')).toBe(0);
      expect(map.offsetOf(document.documentElement, 2, 'end')).toBe(5);
      expect(map.offsetOf(document.createElement('p'), 0, 'start')).toBe(null);
    });

    it('of ranges that are empty or out of the text give null', () => {
      const map = show('<p>abc</p>');
      for (const [start, end] of [
        [1, 1],
        [2, 1],
        [-1, 2],
        [0, 4],
        [Number.NaN, 2],
      ] as const) {
        expect(map.toRange(start, end)).toBe(null);
      }
    });

    it('of text that was shortened since give null', () => {
      const map = show('<p>abcdef</p>');
      element('p').firstChild?.replaceWith('x');
      element('p').append('abcdef');
      const kept = show('<p>abcdef</p>');
      const text = element('p').firstChild;
      if (text instanceof Text) text.data = 'ab';
      expect(kept.toRange(3, 6)).toBe(null);
      expect(map.text).toBe('abcdef');
    });
  });

  it('gives the span of an element without white space at its ends', () => {
    const map = show(
      '<nav>menu</nav><article> <p>one</p><p>two</p> </article><footer>end</footer><p id="no"></p>',
    );
    const { start, end } = map.span(element('article'));
    expect(map.text.slice(start, end)).toBe('one\ntwo');
    const nothing = map.span(element('#no'));
    expect(nothing.start).toBe(nothing.end);
  });
});
