/** Which article a page is, through the store: what a reader kept at one address is found, or not, at another. */

import { expect, test } from 'vitest';
import { cleanAddress } from '../../core/address';
import { fingerprint } from '../../core/identity/fingerprint';
import { keepAnnotation } from '../../store/annotations';
import { setApart } from '../../store/articles';
import { addressesOf, knownAddress, lookalikes, type Page } from '../../store/identity';
import type { Store } from '../../store/open-store';
import { findArticle, pageLibrary } from '../../store/read';
import { hidePaint } from '../../store/sites';
import { anId, someMetadata } from '../builders';
import { aDraft, address, aLibrary, keep } from './a-library';
import type { GroupedPage } from './address-forms';
import { addressGroups } from './address-groups';

interface ReadPage extends Page {
  text: string;
}

/** A text of its own for each name: no two share three words in a row. */
function textOf(name: string): string {
  return Array.from({ length: 100 }, (_, index) => `${name.replace(/\W/gu, '')}${index}`).join(' ');
}

function read({ at, canonical, text }: GroupedPage, own: string): ReadPage {
  const said = textOf(text ?? own);
  const claim = canonical === undefined ? null : { canonical, fingerprint: fingerprint(said) };
  return { address: cleanAddress(at) ?? '', claim, text: said };
}

async function keepAt(store: Store, { address: own, claim, text }: ReadPage) {
  const page = { address: own, claim };
  return keepAnnotation(store, {
    commandId: anId(),
    address: await knownAddress(store, page),
    addresses: addressesOf(page),
    source: own,
    draft: aDraft({ article: { metadata: someMetadata(), text } }),
  });
}

/** Whether what was kept at the one page is there at the other. */
async function isFound(kept: ReadPage, visited: ReadPage): Promise<boolean> {
  const store = await aLibrary().open();
  const made = await keepAt(store, kept);
  const article = await findArticle(store, await knownAddress(store, visited));
  store.database.close();
  return article?.id === made.articleId;
}

test('forty groups of addresses: no wrong join, and at most two groups not wholly joined', async () => {
  const wrong: string[] = [];
  const missed = new Set<string>();
  for (const { name, article, others } of addressGroups) {
    const own = article.map((page) => read(page, 'the article'));
    const strange = others.map((page, index) => read(page, `other ${index}`));
    for (const [index, kept] of own.entries()) {
      for (const [other, visited] of own.entries()) {
        if (index !== other && !(await isFound(kept, visited))) missed.add(name);
      }
      for (const visited of strange) {
        if (await isFound(kept, visited)) wrong.push(`${name}: ${kept.address} at ${visited.address}`);
        if (await isFound(visited, kept)) wrong.push(`${name}: ${visited.address} at ${kept.address}`);
      }
    }
  }
  expect(addressGroups).toHaveLength(40);
  expect(wrong).toEqual([]);
  expect([...missed]).toEqual([
    'a mobile site under another domain',
    'a print page with a number of its own and no word of the article',
  ]);
}, 120_000);

test('each address at which something of an article is kept becomes one of its addresses', async () => {
  const store = await aLibrary().open();
  const canonical = 'https://times.example/world/river-runs-clear-2025';
  const first = await keepAt(store, read({ at: `${canonical}?ref=home`, canonical }, 'a'));
  await keepAt(store, read({ at: `${canonical}?ref=mail`, canonical }, 'a'));
  await keepAt(store, read({ at: 'https://m.times.example/world/river-runs-clear-2025' }, 'a'));
  expect((await store.database.articles.toArray()).map(({ id, addresses }) => ({ id, addresses }))).toEqual([
    {
      id: first.articleId,
      addresses: [
        `${canonical}?ref=home`,
        canonical,
        `${canonical}?ref=mail`,
        'https://m.times.example/world/river-runs-clear-2025',
      ],
    },
  ]);
});

test('a canonical address is not believed where the article there says something else', async () => {
  const store = await aLibrary().open();
  const canonical = 'https://bad.example/n/60000.html';
  await keepAt(store, read({ at: canonical }, 'the first'));
  const other = read({ at: 'https://bad.example/n/70001.html', canonical }, 'the second');
  expect(await knownAddress(store, other)).toBe(other.address);
  const same = read({ at: 'https://bad.example/n/70001.html', canonical }, 'the first');
  expect(await knownAddress(store, same)).toBe(canonical);
});

test('a text is recognised at another address, until the reader has said that it is another article', async () => {
  const store = await aLibrary().open();
  const text = textOf('story');
  const { articleId } = await keep(store, { article: { metadata: someMetadata(), text } });
  await keep(
    store,
    { article: { metadata: someMetadata(), text: textOf('unlike') } },
    'https://news.example/2',
  );
  const there = { marks: fingerprint(`${text} and more`), own: null, address: 'https://mirror.example/1' };
  const found = await lookalikes(store, there);
  expect(found.map(({ article }) => article.id)).toEqual([articleId]);
  expect(found[0]?.likeness).toBeGreaterThan(0.8);
  expect(await lookalikes(store, { ...there, own: articleId, address })).toEqual([]);
  await setApart(store, { articleId, address: there.address });
  expect(await lookalikes(store, there)).toEqual([]);
  expect(await lookalikes(store, { ...there, address: 'https://mirror.example/2' })).toHaveLength(1);
});

test('what a page with a canonical address shows of itself is chosen for its own site', async () => {
  const store = await aLibrary().open();
  const { id } = await keep(store, {}, 'https://www.county.example/n/60000.html');
  await hidePaint(store, 'https://m.county.example/', true);
  const known = 'https://www.county.example/n/60000.html';
  const library = await pageLibrary(store, 'https://m.county.example/x/60000.html', known);
  expect(library.annotations.map((kept) => kept.id)).toEqual([id]);
  expect(library.isPaintHidden).toBe(true);
});

test('a page without enough text is like nothing', async () => {
  const store = await aLibrary().open();
  await keep(store);
  expect(await lookalikes(store, { marks: fingerprint('短'), own: null, address })).toEqual([]);
});
