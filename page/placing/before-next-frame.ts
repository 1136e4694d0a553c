/** Has something done before the page is drawn again, once however often it was asked for. */

export function beforeNextFrame(document: Document, work: () => void, signal: AbortSignal): () => void {
  const { defaultView: window } = document;
  let frame: number | null = null;
  signal.addEventListener('abort', () => {
    if (frame !== null) window?.cancelAnimationFrame(frame);
  });
  return () => {
    if (frame !== null || window === null || signal.aborted) return;
    frame = window.requestAnimationFrame(() => {
      frame = null;
      work();
    });
  };
}
