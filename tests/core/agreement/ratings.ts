/** Random ratings: several coders, several codes for a unit, none, and units that not all have read. */

import * as fc from 'fast-check';
import type { Rating } from '../../../core/agreement/rating';

/** Coders agree about half of the time, as they do in life; chance alone gives figures near 0 only. */
export function anyRatings({ coders = 3, isComplete = false } = {}): fc.Arbitrary<Rating[]> {
  const codes = fc.subarray(['经济', '社会', '主体', '区委']);
  const unit = fc.record({
    truth: codes,
    given: fc.array(fc.record({ codes, isTrue: fc.boolean(), isRead: fc.nat(5) }), {
      minLength: coders,
      maxLength: coders,
    }),
  });
  return fc
    .array(unit, { minLength: 4, maxLength: 30 })
    .map((units) =>
      units.flatMap(({ truth, given }, index) =>
        given.flatMap(({ codes: own, isTrue, isRead }, coder) =>
          isComplete || isRead > 0
            ? [{ unit: `u${index}`, coder: `c${coder}`, codes: isTrue ? truth : own }]
            : [],
        ),
      ),
    );
}
