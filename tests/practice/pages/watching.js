/* A page that looks for whatever a highlighter leaves: what it finds is written into a report that tests read. */
(() => {
  const changes = [];
  const describe = (node) => {
    if (node.nodeType !== 1) return `${node.nodeName}=${node.data ?? ''}`;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
    return `<${node.localName} ${attributes}>${[...node.childNodes].map(describe).join('')}`;
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName } of records)
      changes.push(`${type} ${attributeName ?? ''} of ${target.nodeName}`);
  });
  /** What Chromium says of each paragraph: whether it is in the window, and whether anything lies over it. */
  const lookAtParagraphs = () =>
    new Promise((resolve) => {
      const paragraphs = [...document.querySelectorAll('p')];
      const seen = new Map();
      const observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isVisible, isIntersecting } of entries) {
            seen.set(paragraphs.indexOf(target), [isIntersecting, isVisible ?? null]);
          }
          if (seen.size < paragraphs.length) return;
          observer.disconnect();
          resolve([...seen].sort(([one], [other]) => one - other));
        },
        { trackVisibility: true, delay: 100 },
      );
      for (const paragraph of paragraphs) observer.observe(paragraph);
    });

  window.__watching = {
    begin() {
      changes.length = 0;
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    /** Everything that a page can look at. */
    async report() {
      for (const record of observer.takeRecords()) changes.push(record.type);
      const root = document.documentElement;
      const points = [];
      for (let y = 5; y < innerHeight; y += 25) {
        for (let x = 5; x < innerWidth; x += 60) {
          points.push(
            document
              .elementsFromPoint(x, y)
              .map(({ localName }) => localName)
              .join('>'),
          );
        }
      }
      return JSON.stringify({
        dom: describe(root),
        changes,
        highlights: [...(CSS.highlights?.keys() ?? [])],
        sheets: document.adoptedStyleSheets.length,
        styles: [...document.styleSheets].map(({ cssRules }) => cssRules.length),
        size: [root.scrollWidth, root.scrollHeight, document.body.scrollWidth, document.body.scrollHeight],
        boxes: [...root.querySelectorAll('*')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x + scrollX, y + scrollY, width, height].join();
        }),
        computed: [...root.querySelectorAll('*')].map((element) => {
          const { backgroundColor, color, textDecoration, position, opacity } = getComputedStyle(element);
          return [backgroundColor, color, textDecoration, position, opacity].join();
        }),
        roots: [...root.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null).length,
        animations: document.getAnimations().length,
        frames: window.length,
        paragraphs: await lookAtParagraphs(),
        points,
      });
    },
  };
})();
