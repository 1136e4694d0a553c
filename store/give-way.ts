/** Lets the page draw and answer in the middle of long work. */

/** Milliseconds for which work may keep the thread. */
const longest = 12;

/** Each call gives null until the thread was kept for too long, and then what resolves after the page had its turn. */
export function createPauses(): () => Promise<void> | null {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longest) return null;
    return turn().then(() => {
      since = performance.now();
    });
  };
}

/** A message, because timers in a row are slowed down. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
