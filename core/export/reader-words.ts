/** The words that files for readers say themselves, in the three languages of the product. */

export interface ReaderWords {
  /** BCP 47, for the file. */
  language: string;
  codes: string;
  note: string;
  /** The text of the link to the live page at the words. */
  passage: string;
}

const english: ReaderWords = {
  language: 'en',
  codes: 'Codes: ',
  note: 'Note: ',
  passage: 'Open the passage',
};

const simplified: ReaderWords = {
  language: 'zh-CN',
  codes: '编码：',
  note: '备注：',
  passage: '打开原文此处',
};

const traditional: ReaderWords = {
  language: 'zh-TW',
  codes: '編碼：',
  note: '備註：',
  passage: '開啟原文此處',
};

/** @param language BCP 47; English for what is neither English nor Chinese */
export function readerWords(language: string): ReaderWords {
  if (!/^zh\b/iu.test(language)) return english;
  return /\b(?:hant|tw|hk|mo)\b/iu.test(language) ? traditional : simplified;
}
