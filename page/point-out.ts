/** Shows which words are being coded or noted while the keyboard is in our own field, where the browser shows no selection. */

/**
 * @param container ours, without effect on the layout of the page
 * @returns points at the range where it stands in the window now; null points at nothing. Call again after scrolling.
 */
export function pointOutIn(document: Document, container: HTMLElement): (range: Range | null) => void {
  return (range) => {
    const height = document.documentElement.clientHeight;
    const boxes = range === null ? [] : [...range.getClientRects()];
    const visible = boxes.filter((box) => box.width > 0 && box.bottom > 0 && box.top < height);
    container.replaceChildren(
      ...visible.map((box) => {
        const shown = document.createElement('div');
        Object.assign(shown.style, {
          left: `${box.left}px`,
          top: `${box.top}px`,
          width: `${box.width}px`,
          height: `${box.height}px`,
        });
        return shown;
      }),
    );
  };
}
