/** Calls back when the page's own content changed, and keeps to a share of the time while it never stops changing. */

/** Waits until changes pause this long, in milliseconds… */
const pause = 150;
/** …but not longer than this after the first of them. */
const patience = 1_000;
/** The work may take one part in so many of the time. */
const share = 20;

/**
 * @param work what to do after a change; it is timed, so that a page that changes without end costs at most 5 % of the time
 * @param isOwn nodes of ours, whose changes do not count
 */
export function followPage(
  root: Node,
  work: () => void,
  isOwn: (node: Node) => boolean,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstChange = 0;
  let restUntil = 0;

  const run = () => {
    timer = null;
    const started = performance.now();
    try {
      work();
    } finally {
      const ended = performance.now();
      restUntil = ended + (ended - started) * share;
    }
  };

  const observer = new MutationObserver((records) => {
    if (records.every((record) => isOurs(record, isOwn))) return;
    const now = performance.now();
    if (timer === null) firstChange = now;
    else clearTimeout(timer);
    const due = Math.max(Math.min(now + pause, firstChange + patience), restUntil);
    timer = setTimeout(run, Math.max(0, due - now));
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
}

/** A change inside a node of ours, or the coming and going of one. */
function isOurs(
  { type, target, addedNodes, removedNodes }: MutationRecord,
  isOwn: (node: Node) => boolean,
): boolean {
  if (isOwn(target)) return true;
  return type === 'childList' && [...addedNodes, ...removedNodes].every(isOwn);
}
