/** The words of the HTML report, in the three languages of the product. */

import { readerWords } from './reader-words';

export interface ReportWords {
  title: string;
  contents: string;
  codebook: string;
  articles: string;
  /** `2` → “2 quotes”. */
  quotes(count: number): string;
  articleCount(count: number): string;
  exported: string;
  coder: string;
  uncoded: string;
  untitled: string;
  examples: string;
  address: string;
  kept: string;
  noted: string;
  changed: string;
  text: string;
  toTop: string;
}

const english: ReportWords = {
  title: 'Annotations',
  contents: 'Contents',
  codebook: 'Codebook',
  articles: 'Articles',
  quotes: (count) => (count === 1 ? '1 quote' : `${count} quotes`),
  articleCount: (count) => (count === 1 ? '1 article' : `${count} articles`),
  exported: 'Exported ',
  coder: 'Coder: ',
  uncoded: 'Without a code',
  untitled: 'Untitled',
  examples: 'Examples: ',
  address: 'Address',
  kept: 'Text kept',
  noted: 'Quoted ',
  changed: 'changed ',
  text: 'text kept ',
  toTop: 'To the contents',
};

const simplified: ReportWords = {
  title: '批注报告',
  contents: '目录',
  codebook: '编码本',
  articles: '文章',
  quotes: (count) => `${count} 条摘录`,
  articleCount: (count) => `${count} 篇文章`,
  exported: '导出于 ',
  coder: '编码者：',
  uncoded: '未编码',
  untitled: '无标题',
  examples: '示例：',
  address: '网址',
  kept: '原文存档',
  noted: '摘录于 ',
  changed: '修改于 ',
  text: '原文存于 ',
  toTop: '回到目录',
};

const traditional: ReportWords = {
  title: '批註報告',
  contents: '目錄',
  codebook: '編碼本',
  articles: '文章',
  quotes: (count) => `${count} 條摘錄`,
  articleCount: (count) => `${count} 篇文章`,
  exported: '匯出於 ',
  coder: '編碼者：',
  uncoded: '未編碼',
  untitled: '無標題',
  examples: '示例：',
  address: '網址',
  kept: '原文存檔',
  noted: '摘錄於 ',
  changed: '修改於 ',
  text: '原文存於 ',
  toTop: '回到目錄',
};

const byLanguage: Readonly<Record<string, ReportWords>> = { 'zh-CN': simplified, 'zh-TW': traditional };

/** @param language BCP 47; English for what is neither English nor Chinese */
export function reportWords(language: string): ReportWords {
  return byLanguage[readerWords(language).language] ?? english;
}
