/** Has something done before the page is drawn again, once however often it was asked for. */

export function beforeNextFrame(work: () => void, signal: AbortSignal): () => void {
  let frame: number | null = null;
  signal.addEventListener('abort', () => {
    if (frame !== null) cancelAnimationFrame(frame);
  });
  return () => {
    if (frame !== null || signal.aborted) return;
    frame = requestAnimationFrame(() => {
      frame = null;
      work();
    });
  };
}
