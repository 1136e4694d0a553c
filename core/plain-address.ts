/** A web address without what the commonest trackers add, for scripts that every page pays for; `core/address.ts` knows them all. */

/** Parameters that only say how a reader got here. Names that may choose the page (`id`, `t`, `src`, `source`) are never among them. */
const trackers = new Set([
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'srsltid', '_ga', '_gl'],
  ...['msclkid', 'yclid', 'twclid', 'ttclid', 'li_fat_id', 'igshid', 'igsh', 'ref_src', 'xtor'],
  ...['mc_cid', 'mc_eid', '_hsenc', '_hsmi', 'mkt_tok', 'oly_anon_id', 'oly_enc_id', 'vero_id'],
  ...['spm', 'spm_id_from', 'scm', 'vd_source', 'isappinstalled', 'sharer_shareid'],
  ...['share_source', 'share_medium', 'share_plat', 'share_session_id', 'share_tag', 'share_token'],
]);

const trackerFamily = /^(?:utm|hsa|stm)_/u;

/** `from` may choose a page; these values of it only name the WeChat surface that a link was opened from. */
const sharedFrom = /^from=(?:timeline|singlemessage|groupmessage)$/u;

/** Says whether a parameter, as it stands in the address of a page of this host, only tells how a reader got there. */
export type IsTracker = (parameter: string, host: string) => boolean;

/**
 * Null for anything but http and https. Parameters keep their own bytes: many Chinese sites do not encode in UTF-8.
 * @param isTracker which parameters go
 */
export function plainAddress(address: string, isTracker: IsTracker = isCommonTracker): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol)) return null;
  const route = /^#[!/]/u.test(url.hash) ? url.hash : '';
  return `${url.protocol}//${url.host}${url.pathname}${cleanSearch(url, isTracker)}${route}`;
}

function cleanSearch({ search, hostname }: URL, isTracker: IsTracker): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracker(parameter, hostname))
    .sort((one, other) => compare(nameOf(one), nameOf(other)));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

export function isCommonTracker(parameter: string): boolean {
  const name = nameOf(parameter).toLowerCase();
  return trackers.has(name) || trackerFamily.test(name) || sharedFrom.test(parameter);
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? '';
}

/** By UTF-16 units, so that every device sorts alike; equal names keep the page's order, which may matter. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
