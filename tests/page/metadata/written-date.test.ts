import { expect, test } from 'vitest';
import { readSlashedDate, readWrittenDate } from '../../../page/metadata/written-date';

test.each([
  ['2024年1月10日 09:31', '2024-01-10T09:31'],
  ['Veröffentlicht am 27. Januar 2022, 18:05', '2022-01-27T18:05'],
  ['16.08.2019 – 12:45 Uhr', '2019-08-16T12:45'],
  ['Publicado el 3 de marzo de 2021', '2021-03-03'],
  ['le 14 août 2020', '2020-08-14'],
  ['Nov. 3, 2021', '2021-11-03'],
  ['24 апреля 2020', '2020-04-24'],
  ['5 czerwca 2023', '2023-06-05'],
  ['1 juillet 2023', '2023-07-01'],
  ['입력 2024년 5월 22일', '2024-05-22'],
  ['Kultur, 2.11.22', '2022-11-02'],
  ['2005.08.2605:39', '2005-08-26T05:39'],
  ['24 نيسان / أبريل 2020', '2020-04-24'],
])('“%s” is read as %s', (text, date) => expect(readWrittenDate(text)).toBe(date));

test.each(['31. Februar 2022', 'Version 2.11.22.4', '13 Monate 2022', '2024', '10:30'])(
  '“%s” is no date',
  (text) => expect(readWrittenDate(text)).toBeNull(),
);

test.each([
  ['fr', '2024-04-03'],
  ['en-GB', '2024-04-03'],
  ['en-US', '2024-03-04'],
  ['en', null],
  ['', null],
])('03/04/2024 on a page in “%s” is %s', (language, date) => {
  expect(readSlashedDate('03/04/2024', language)).toBe(date);
});

test('a day above twelve tells the order in any language', () => {
  expect(readSlashedDate('03/14/2024', '')).toBe('2024-03-14');
  expect(readSlashedDate('14/03/2024', '')).toBe('2024-03-14');
});
