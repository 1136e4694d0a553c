/** The Valley Post: draws its list or one article, by address, without loading a page. */

import { articles } from './articles.js';

/** How long the second half of an article is on its way, in milliseconds. */
const lateBy = 600;

const app = document.querySelector('#app');
let lateParagraphs = null;

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function listView() {
  const cards = articles.map((article) =>
    element(
      'a',
      { className: 'card', href: article.path, lang: article.language },
      element('h2', {}, article.title),
      element('p', {}, article.summary),
    ),
  );
  return element('div', {}, ...cards);
}

function paragraph(pieces) {
  const nodes = pieces.map((piece) => (typeof piece === 'string' ? piece : element(piece[0], {}, piece[1])));
  return element('p', {}, ...nodes);
}

function articleView(article, isWhole) {
  const half = Math.ceil(article.paragraphs.length / 2);
  const shown = isWhole ? article.paragraphs : article.paragraphs.slice(0, half);
  const body = element('div', { className: 'body' }, ...shown.map(paragraph));
  if (!isWhole) {
    const loading = element(
      'p',
      { className: 'loading' },
      article.language === 'en' ? 'Loading…' : '正在加载……',
    );
    body.append(loading);
    lateParagraphs = setTimeout(() => {
      loading.replaceWith(...article.paragraphs.slice(half).map(paragraph));
      lateParagraphs = null;
    }, lateBy);
  }
  const others = articles.filter((other) => other !== article);
  return element(
    'article',
    { lang: article.language },
    element('h1', {}, article.title),
    element('p', { className: 'by' }, article.dateline),
    body,
    element(
      'nav',
      { className: 'next' },
      ...others.map((other) => element('a', { href: other.path, lang: other.language }, other.title)),
    ),
  );
}

/** Written for the first article only and never again: frameworks leave such data behind, and a detector must not believe it. */
function describeOnce(article) {
  if (document.querySelector('script[type="application/ld+json"]') !== null) return;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published,
    author: { '@type': 'Person', name: article.author },
  };
  document.head.append(element('script', { type: 'application/ld+json' }, JSON.stringify(data)));
}

function draw({ isWhole = false } = {}) {
  clearTimeout(lateParagraphs);
  lateParagraphs = null;
  const article = articles.find(({ path }) => path === location.pathname);
  document.documentElement.lang = article?.language ?? 'en';
  document.title = article === undefined ? 'The Valley Post' : `${article.title} | The Valley Post`;
  if (article !== undefined) describeOnce(article);
  app.replaceChildren(article === undefined ? listView() : articleView(article, isWhole));
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null || 'leave' in link.dataset || event.button !== 0 || event.ctrlKey || event.metaKey)
    return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  draw();
  scrollTo(0, 0);
});
addEventListener('popstate', () => draw());

// The same words in new nodes, at once, as a framework's re-rendering gives.
document.querySelector('#refresh').addEventListener('click', () => draw({ isWhole: true }));

draw();
