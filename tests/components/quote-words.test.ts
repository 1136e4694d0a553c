/** Names shortened to the room that there is for them. */

import { expect, test } from 'vitest';
import { fitted } from '../../components/quote-words';

test.each([
  ['The Evening Post', 16, 'The Evening Post'],
  ['The Evening Post', 12, 'The Evening…'],
  ['江津融媒体中心', 14, '江津融媒体中心'],
  ['江津融媒体中心', 9, '江津融…'],
  ['Policy/区委', 11, 'Policy/区委'],
  ['𠮷野家', 1, '𠮷…'],
])('%s in the room of %i letters is %s', (name, room, shown) => {
  expect(fitted(name, room)).toBe(shown);
});
