/** Filters the search page's own list by the words after `?q=`. */

const words = new URLSearchParams(location.search).get('q') ?? '';
const field = document.querySelector('input[name="q"]');
const count = document.querySelector('#count');

let found = 0;
for (const result of document.querySelectorAll('.results li')) {
  result.hidden = !result.textContent.toLowerCase().includes(words.trim().toLowerCase());
  if (!result.hidden) found += 1;
}
field.value = words;
count.textContent = found === 1 ? '1 result' : `${found} results`;
