/** Which parameters of an address only say how a reader got there, everywhere and at single sites. */

/** Names that may choose the page (`id`, `t`, `src`, `source`, `from`, `ref`, `page`) are never among them. */
const everywhere = new Set([
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'srsltid', '_ga', '_gl'],
  ...['msclkid', 'yclid', 'twclid', 'ttclid', 'li_fat_id', 'igshid', 'igsh', 'ref_src', 'xtor'],
  ...['mc_cid', 'mc_eid', '_hsenc', '_hsmi', 'mkt_tok', 'oly_anon_id', 'oly_enc_id', 'vero_id'],
  ...['spm', 'spm_id_from', 'scm', 'vd_source', 'isappinstalled', 'sharer_shareid'],
  ...['share_source', 'share_medium', 'share_plat', 'share_session_id', 'share_tag', 'share_token'],
  ...['gaa_at', 'gaa_n', 'ref_url', 'vero_conv', 'epik', 'ef_id', 's_cid', 'cmpid', 'smid', 'ncid', 'icid'],
  ...['fb_action_ids', 'fb_action_types', 'fb_ref', 'fb_source', '__twitter_impression'],
  ...['guccounter', 'guce_referrer', 'guce_referrer_sig', 'wxshare_count', 'sharer_sharetime', 'bd_vid'],
  ...['share_from', 'share_app_id', 'share_did', 'share_uid', 'qz_gdt'],
]);

const families = /^(?:utm|hsa|stm|mtm|pk|itm|at)_/u;

/** `from` may choose a page; these values of it only name the WeChat surface that a link was opened from. */
const sharedFrom = /^from=(?:timeline|singlemessage|groupmessage)$/u;

/** What is a tracker at this site and its subdomains only, by name. */
const atSites: readonly (readonly [site: string, names: RegExp])[] = [
  ['163.com', /^(?:f|sps\w+|clickfrom|referfrom)$/u],
  ['baidu.com', /^(?:wfr|for|sshare|_refluxos)$/u],
  ['bbc.com', /^(?:ns_\w+|ocid|pinned_post_\w+)$/u],
  ['bloomberg.com', /^(?:srnd|sref|leadsource)$/u],
  ['ft.com', /^(?:ftcamp|segmentid|sharetype|desktop|shareid)$/u],
  ['medium.com', /^(?:source|sk|gi)$/u],
  ['msn.com', /^(?:ocid|pc|cvid|ei)$/u],
  ['nytimes.com', /^(?:smtyp|partner|emc|referringsource|unlocked_article_code|campaign_id)$/u],
  ['qq.com', /^(?:suid|media_id|shareto|pgv_ref)$/u],
  ['sina.cn', /^(?:vt|wm|cre|mod|loc|r|rfunc|tj|tr|cid|node_id|from|pos|his|lid)$/u],
  ['sina.com.cn', /^(?:cre|mod|loc|r|rfunc|tj|tr|cref|from)$/u],
  ['sohu.com', /^(?:_f|_trans_|pvid|sf_a)$/u],
  ['thepaper.cn', /^(?:commtag|from|uid)$/u],
  ['theguardian.com', /^(?:cmp|inthe|share|ref|dcr)$/u],
  ['toutiao.com', /^(?:log_from|app|timestamp|use_new_style|req_id|tt_from|wid|source|channel)$/u],
  ['twitter.com', /^(?:s|t|ref)$/u],
  ['washingtonpost.com', /^(?:itid|wpisrc|wpmm|pwapi_token|_=)$/u],
  ['wsj.com', /^(?:mod|reflink|st)$/u],
  ['x.com', /^(?:s|t|ref)$/u],
];

/** Where an address has more parameters than can be listed, those that choose the page. */
const onlyAtSites: readonly (readonly [site: string, names: RegExp])[] = [
  ['mp.weixin.qq.com', /^(?:__biz|mid|idx|sn|appmsgid|itemidx|sign)$/u],
];

/** Says whether a parameter, as it stands in the address of a page of this host, only tells how a reader got there. */
export function isTracker(parameter: string, host: string): boolean {
  const name = (parameter.split('=', 1)[0] ?? '').toLowerCase();
  const at = ([site]: readonly [string, RegExp]) => host === site || host.endsWith(`.${site}`);
  return (
    everywhere.has(name) ||
    families.test(name) ||
    sharedFrom.test(parameter) ||
    atSites.some((rule) => at(rule) && rule[1].test(name)) ||
    onlyAtSites.some((rule) => at(rule) && !rule[1].test(name))
  );
}
