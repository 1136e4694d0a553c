// @vitest-environment jsdom
/** Which of several headings is the headline, and what in a byline is a name. */

import { describe, expect, test } from 'vitest';
import { splitNames } from '../../../page/metadata/person-names';
import { readMetadata } from '../../../page/metadata/read-metadata';

const text =
  '<p>The council voted on the plan, and the mayor said that work would start in spring.</p>'.repeat(5);

function read(head: string, before: string, after = '') {
  const html = `<!doctype html><head>${head}</head><body>${before}<div>${text}${after}</div></body>`;
  return readMetadata(new DOMParser().parseFromString(html, 'text/html'), 'https://n.example/x');
}

describe('the headline', () => {
  test('agrees with a <title> that stands in the body, where the head ended too early', () => {
    const before = '<div></div><title>Harbour plan passes_News_Daily</title><h2>Harbour plan passes</h2>';
    expect(read('', before).title?.value).toBe('Harbour plan passes');
  });

  test('is the one first-level heading, and not one in the text that the page’s title resembles more', () => {
    const head = '<title>5 best harbour trends for 2026 and beyond</title>';
    const before = '<h1>Top 5 harbour trends to watch in 2026</h1><h2>5 best harbour trends for 2026</h2>';
    expect(read(head, before).title?.value).toBe('Top 5 harbour trends to watch in 2026');
  });

  test.each(['“It begins”: Mayor speaks of the harbour', 'Mayor speaks of the harbour | DAILY'])(
    'is free of what the head says it without: %s',
    (heading) => {
      const head = '<meta property="og:title" content="Mayor speaks of the harbour">';
      expect(read(head, `<h1>${heading}</h1>`).title?.value).toBe('Mayor speaks of the harbour');
    },
  );
});

test('what stands by the headline is read, though something longer stands far from it', () => {
  const feed = '<p>More news.</p>'.repeat(60);
  const before = `<h1>Harbour plan passes</h1><div>March 3, 2024</div>${feed}`;
  expect(read('<title>Harbour plan passes</title>', before).published?.value).toBe('2024-03-03');
});

describe('a name', () => {
  test.each([
    ['By Ann Lee and Bo Chen, staff writers', ['Ann Lee', 'Bo Chen']],
    ['STEVE PEOPLES, AP National Political Writer', ['STEVE PEOPLES']],
    ['Sandee LaMotte, CNN', ['Sandee LaMotte']],
    ['FOCUS-Online-Experte Robin Tschöpe', ['Robin Tschöpe']],
    ['Autorin: Uta Staschewski, Projektleiterin der HSS in Tunesien', ['Uta Staschewski']],
    ['Текст: Венера Ерофеева', ['Венера Ерофеева']],
    ['Ludwig van Beethoven und Simone de Beauvoir', ['Ludwig van Beethoven', 'Simone de Beauvoir']],
    ['The Upwork Team', ['The Upwork Team']],
  ])('is found in “%s”', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });

  test.each([
    'Bild: SN/APA/KEYSTONE',
    'Sign up now',
    'Founder',
    'Dezember 10',
    'Contributors to Wikimedia projects',
  ])('is not “%s”', (line) => {
    expect(splitNames(line)).toEqual([]);
  });

  test('that stands below the text alone, or in a box that presents the author, is the author’s', () => {
    const box = '<div class="author-info"><h3>Author</h3><a href="/author/ann">Ann Lee</a></div>';
    expect(read('', '<h1>Harbour plan</h1>', box).authors?.value).toEqual(['Ann Lee']);
  });

  test('of a reader who reviews or answers is not the author’s', () => {
    const review = '<div itemprop="review"><span class="author">Ann Lee</span></div>';
    const several = '<span class="author">Ann Lee</span><p></p><span class="author">Bo Chen</span>';
    expect(read('', '<h1>Harbour plan</h1>', review).authors).toBeNull();
    expect(read('', '<h1>Harbour plan</h1>', several).authors).toBeNull();
  });

  test('in small letters is a login where it stands alone in a byline', () => {
    expect(read('', '<h1>Harbour plan</h1><p>by ibby</p>').authors?.value).toEqual(['ibby']);
    expect(read('', '<h1>Harbour plan</h1><p>By clicking</p>').authors).toBeNull();
  });
});
