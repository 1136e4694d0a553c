/** A sound file of each kind that other programs write, small enough to be spoiled place by place. */

export const page = 'https://news.example/1.html';
export const quote = { type: 'TextQuoteSelector', exact: '稳中向好', prefix: '经济', suffix: '。' };

export const webAnnotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/p',
  type: 'AnnotationPage',
  items: [
    {
      id: 'https://notes.example/1',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2026-01-02T03:04:05Z',
      creator: { name: '张三' },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: '框架' },
        { type: 'TextualBody', value: 'text' },
      ],
      target: {
        source: { id: page, label: '标题' },
        selector: [{ type: 'XPathSelector', value: '/p', refinedBy: quote }],
      },
    },
  ],
};
export const hypothesis = {
  annotations: [
    {
      id: 'a',
      uri: page,
      created: '2026-01-02T03:04:05Z',
      updated: '2026-01-02T03:04:05Z',
      user: 'acct:a@b',
      user_info: { display_name: 'A' },
      text: '',
      tags: ['框架'],
      document: { title: ['标题'], link: [{ href: page }] },
      target: [
        {
          source: page,
          selector: [
            quote,
            {
              type: 'RangeSelector',
              startContainer: '/p[1]/text()[1]',
              startOffset: 1,
              endContainer: '/p[1]/text()[1]',
              endOffset: 2,
            },
          ],
        },
      ],
    },
    { id: 'b', uri: page, references: ['a'], text: '不同意', target: [] },
  ],
};
export const webClipper = [
  {
    url: page,
    title: '标题',
    highlights: [{ text: '<p>好</p>', timestamp: '2026-01-02T03:04:05Z', notes: ['x'] }],
    data: [{ content: '<p>好</p>', textQuote: { prefix: 'a', suffix: 'b' } }],
  },
];
export const readwise =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n好,书,张三,,见下文,,框架,page,12,2024-05-01 10:00:00+00:00,';
