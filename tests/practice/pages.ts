/** The practice pages' addresses, with what each one is: for tests and tours that walk through all of them. */

export interface PracticePage {
  path: string;
  /** All but `article` must be left alone by the detector. */
  kind: 'article' | 'front' | 'list' | 'search' | 'form';
  /** BCP 47, of the text that a reader would keep. */
  language: 'en' | 'zh-CN';
}

export const practicePages: readonly PracticePage[] = [
  { path: '/', kind: 'front', language: 'en' },
  { path: '/zh/report.html', kind: 'article', language: 'zh-CN' },
  { path: '/zh/mirror.html', kind: 'article', language: 'zh-CN' },
  { path: '/zh/list.html', kind: 'list', language: 'zh-CN' },
  { path: '/en/long-read.html', kind: 'article', language: 'en' },
  { path: '/app/', kind: 'list', language: 'en' },
  { path: '/app/a', kind: 'article', language: 'en' },
  { path: '/app/b', kind: 'article', language: 'en' },
  { path: '/app/c', kind: 'article', language: 'zh-CN' },
  { path: '/search?q=rain', kind: 'search', language: 'en' },
  { path: '/login', kind: 'form', language: 'en' },
  { path: '/hostile.html', kind: 'article', language: 'en' },
  { path: '/changing.html', kind: 'article', language: 'en' },
  { path: '/watching.html', kind: 'article', language: 'en' },
  { path: '/strict-csp.html', kind: 'article', language: 'en' },
  { path: '/trusted-types.html', kind: 'article', language: 'en' },
];
