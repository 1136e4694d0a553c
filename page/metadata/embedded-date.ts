/** Reads the date of publication that some sites give only in a script, as WeChat does. */

import { rootOf, textOf } from '../detection/unclobbered';

const mostScripts = 60;
/** UTF-16 units; longer scripts are programs. */
const longestScript = 400_000;
/** WeChat: `var ct = "1577955060"`, seconds. */
const epoch = /\bvar\s+(?:ct|createTime|publish_time)\s*=\s*["'](\d{10})["']/u;
const named =
  /["']?(?:publish_?(?:ed)?_?(?:time|date|at)|pub_?(?:time|date)|date_?published|ptime|first_?publish(?:ed)?_?(?:time|date)?)["']?\s*[:=]\s*["'](\d{4}-\d{2}-\d{2}[T\s]\d{2}:\d{2}[^"']{0,20})["']/i;

/** As written, or ISO 8601 at the reader's noon-safe offset of China for an epoch; null where no script tells. */
export function readEmbeddedDate(document: Document): string | null {
  const scripts = [
    ...(rootOf(document)?.querySelectorAll('script:not([src], [type*="json" i])') ?? []),
  ].slice(0, mostScripts);
  for (const script of scripts) {
    const text = textOf(script);
    if (text.length > longestScript) continue;
    const seconds = epoch.exec(text)?.[1];
    if (seconds !== undefined) return inChina(Number(seconds));
    const written = named.exec(text)?.[1];
    if (written !== undefined) return written;
  }
  return null;
}

/** An instant as the clocks of China showed it. */
function inChina(seconds: number): string {
  const shifted = new Date((seconds + 8 * 3_600) * 1_000);
  return `${shifted.toISOString().slice(0, 19)}+08:00`;
}
