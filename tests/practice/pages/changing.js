/** Puts a fresh copy of the article in its place every second: the same words, other nodes. */

setInterval(() => {
  const article = document.querySelector('article');
  article.replaceWith(article.cloneNode(true));
}, 1000);
