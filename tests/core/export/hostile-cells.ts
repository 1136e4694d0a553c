/** Texts of which some program or other would make a formula. */

export const formulaSigns = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
const before = [
  '',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u00A0',
  '\u3000',
  '\uFEFF',
  '\u200B',
  '\u202E',
  '\0',
  '"',
  '""',
  ' " ',
  ';',
  'x;',
  'x; "',
  'x|',
  'x\t',
  'x\n',
  'x\r',
  'x"\r\n',
  "x';",
  'x;\u3000',
];
/** At least 300. */
export const hostileCells = before.flatMap((lead) =>
  formulaSigns.map((sign) => `${lead}${sign}HYPERLINK("http://a.example";"x")`),
);
