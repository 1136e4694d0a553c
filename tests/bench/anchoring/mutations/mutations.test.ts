// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { BenchPage, Block, Edit, Random } from './bench-page';
import { addOwnMutations, ownMutations } from './index';

const english =
  'The council met on 12 March. It voted for the plan by 7 to 2. The mayor “welcomed” it. Works start in 2027.';
const chinese = '市议会3月12日开会。会议以7比2通过计划，市长表示欢迎。工程2027年开工，预计花费4000万元。';

const foreign = ['Rain is expected in the north, and snow above 900 metres by Friday evening.'];

/** Repeats for a seed, as the bench's own does. */
function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return Object.assign(next, {
    int,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[int(0, from.length - 1)];
      if (picked === undefined) throw new Error('Nothing to pick from.');
      return picked;
    },
    chance: (share: number) => next() < share,
  });
}

/** The bench's library in small: knows of each text node which of the first characters stand in it. */
function trackedPage(): BenchPage & { truths(): { data: string; ids: number[] }[]; original: string } {
  const truth = new Map<Text, number[]>();
  const original = textNodes(document.body)
    .map((node) => node.data)
    .join('');
  let next = 0;
  for (const node of textNodes(document.body)) {
    truth.set(
      node,
      Array.from(node.data, () => next++),
    );
  }
  const idsOf = (node: Text) => truth.get(node) ?? Array.from({ length: node.length }, () => -1);
  return {
    original,
    truths: () => [...truth].filter(([node]) => node.isConnected).map(([{ data }, ids]) => ({ data, ids })),
    blocks: (): Block[] =>
      [...document.body.querySelectorAll<HTMLElement>('p,li,h2')]
        .filter((el) => (el.textContent ?? '').length >= 24)
        .map((el) => ({ el, nodes: textNodes(el) })),
    splitAt(node, offset) {
      const ids = idsOf(node);
      const rest = node.splitText(offset);
      truth.set(node, ids.slice(0, offset));
      truth.set(rest, ids.slice(offset));
      return rest;
    },
    editNode(node, edits) {
      const ids = idsOf(node);
      const old = node.data;
      const kept: number[] = [];
      let text = '';
      let at = 0;
      for (const { s, e, text: put } of [...edits, { s: old.length, e: old.length, text: '' } as Edit]) {
        expect(s).toBeGreaterThanOrEqual(at);
        text += old.slice(at, s) + put;
        kept.push(...ids.slice(at, s), ...Array.from({ length: put.length }, () => -1));
        at = e;
      }
      node.data = text;
      truth.set(node, kept);
    },
  };
}

function textNodes(root: Node): Text[] {
  return [...root.childNodes].flatMap((node) => (node instanceof Text ? [node] : textNodes(node)));
}

function writeArticle(): void {
  const article = document.createElement('article');
  const nav = document.createElement('nav');
  nav.append('Home');
  for (let index = 0; index < 12; index += 1) {
    const paragraph = document.createElement('p');
    const link = document.createElement('a');
    link.append(index % 2 === 0 ? ' Read it. ' : '详见报告。');
    paragraph.append(index % 2 === 0 ? english : chinese, link, index % 2 === 0 ? english : chinese);
    article.append(paragraph);
  }
  document.body.replaceChildren(nav, article);
}

describe('our own mutations', () => {
  beforeEach(writeArticle);

  it.each(Object.entries(ownMutations))('%s keeps the truth of every character', (_, mutation) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      writeArticle();
      const page = trackedPage();
      mutation(page, randomFrom(seed), { foreign });
      for (const { data, ids } of page.truths()) {
        // Whoever writes past the library leaves it with as many ids as there were characters before.
        expect(data).toHaveLength(ids.length);
        const moved = ids.filter((id, index) => id >= 0 && data[index] !== page.original[id]);
        expect(moved).toEqual([]);
      }
    }
  });

  it.each(Object.entries(ownMutations))('%s makes the same of the same page', (_, mutation) => {
    mutation(trackedPage(), randomFrom(3), { foreign });
    const once = document.body.textContent;
    writeArticle();
    mutation(trackedPage(), randomFrom(3), { foreign });
    expect(document.body.textContent).toBe(once);
  });

  it.each(Object.entries(ownMutations))('%s bears a page without blocks', (_, mutation) => {
    document.body.replaceChildren('Nothing.');
    expect(() => mutation(trackedPage(), randomFrom(1), { foreign: [] })).not.toThrow();
  });

  it('stand behind the bench’s own, so that those keep their seeds', () => {
    const table = { identity: () => undefined, shadow: () => undefined };
    addOwnMutations(table, trackedPage());
    expect(Object.keys(table).slice(0, 3)).toEqual(['identity', 'shadow', 'liveblog']);
  });
});
