/** What we write is what the W3C's own tests ask of annotations, pages and collections. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../core/archive';
import { jsonLdExporter } from '../../../core/export/json-ld';
import { validUri } from '../../../core/export/json-ld-terms';
import { anAnnotation, anArchive, anArticle, archives, aSnapshot, aTarget } from '../../builders';
import { customerLibrary, hasCustomerPage } from './customer-library';
import { hasSchemas, mustAssertions } from './w3c-schemas';
import { plainOptions, writeAll } from './write-all';

const options = { ...plainOptions, coder: '编码员甲' };

async function checkMusts(archive: Archive): Promise<number> {
  const file = JSON.parse(await writeAll(jsonLdExporter, archive, options));
  let checked = 0;
  const check = (assertions: readonly { name: string; holds(value: unknown): boolean }[], value: unknown) => {
    for (const { name, holds } of assertions) {
      expect(holds(value), name).toBe(true);
      checked += 1;
    }
  };
  check(collectionMusts, file);
  check(pageMusts, file);
  for (const item of file.first.items) check(annotationMusts, { '@context': file['@context'], ...item });
  return checked;
}

const [annotationMusts, collectionMusts, pageMusts] = hasSchemas
  ? [mustAssertions('annotations'), mustAssertions('collections'), mustAssertions('collections/pages')]
  : [[], [], []];

describe.skipIf(!hasSchemas)('the JSON schemas of the W3C', () => {
  it('are all there', () => {
    expect([annotationMusts.length, collectionMusts.length, pageMusts.length]).toEqual([54, 10, 15]);
  });

  it('hold for 200 random libraries', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        await checkMusts(archive);
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!hasCustomerPage)("hold for the customer's example", async () => {
    expect(await checkMusts(customerLibrary())).toBe(3 * 54 + 10 + 15);
  });

  it('hold for addresses that are no URIs', async () => {
    const addresses = ['https://例子.cn/新闻?q=a|b#[1]#2', 'https://a.example/100%25%zz^{}"<>'];
    for (const address of addresses) {
      const snapshot = aSnapshot();
      const article = anArticle({ addresses: [address], snapshot: snapshot.sha256 });
      const annotation = anAnnotation({ articleId: article.id, target: aTarget({ source: address }) });
      await checkMusts(anArchive({ articles: [article], snapshots: [snapshot], annotations: [annotation] }));
    }
  });
});

describe('validUri', () => {
  it('leaves URIs as they are, and encodes what no URI may hold', () => {
    expect(validUri('https://a.example/%E6%96%B0?a=b&c=(1)#!/x')).toBe(
      'https://a.example/%E6%96%B0?a=b&c=(1)#!/x',
    );
    expect(validUri('https://例子.cn/新|闻%zz#a#b')).toBe(
      'https://xn--fsqu00a.cn/%E6%96%B0%7C%E9%97%BB%25zz#a%23b',
    );
  });
});
