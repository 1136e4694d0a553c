/** Metadata of any kind for property tests: as the first records have it, and with the fields that came later. */

import * as fc from 'fast-check';
import type { Metadata, MetadataSource } from '../core/article';

const origins = fc.constantFrom<MetadataSource>('json-ld', 'meta', 'heading', 'address', 'reader');
const confidence = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs);
const found = <T>(value: fc.Arbitrary<T>) => {
  const alternative = fc.record({ value, from: origins, confidence }, { requiredKeys: ['value', 'from'] });
  const alternatives = fc.array(alternative, { maxLength: 2 });
  return fc.option(
    fc.record({ value, from: origins, confidence, alternatives }, { requiredKeys: ['value', 'from'] }),
    { nil: null },
  );
};

export function anyMetadata(anyText: fc.Arbitrary<string>): fc.Arbitrary<Metadata> {
  const earliest: fc.Arbitrary<Metadata> = fc.record({
    title: found(anyText),
    authors: found(fc.array(anyText, { maxLength: 3 })),
    outlet: found(anyText),
    source: found(anyText),
    published: fc.option(
      fc.record({
        value: fc.constantFrom('2024-01-10', '2024-01-10T09:31+08:00', '2023'),
        from: origins,
        zoneAssumed: fc.boolean(),
      }),
      { nil: null },
    ),
    language: found(fc.constantFrom('zh-CN', 'en')),
    section: found(anyText),
  });

  return fc.oneof(
    earliest,
    fc
      .record({
        kicker: found(anyText),
        lead: found(anyText),
        credits: found(
          fc.array(fc.record({ name: anyText, role: fc.constant('duty-editor') }), { maxLength: 2 }),
        ),
      })
      .chain((later) => earliest.map((early) => ({ ...early, ...later }))),
  );
}
