/** Tells names of people from what else stands in bylines: outlets, offices, numbers, phrases. */

import { comparable } from './plain-text';

export const nobody =
  /^(?:本报|本网|本站|本刊|记者|記者|編輯|编辑|通讯员|综合|整理|网络|来源|未知|佚名|匿名|原创|系统管理员|管理员|小编|无|暂无|匿名用户|admin\w*|administrator|editors?|staff|guest|anonymous|webmaster|taboola|outbrain|author|unknown|undefined|null|none|user|root|default|楼主|游客|访客|网友|网易|新浪|搜狐|腾讯|凤凰|热点|推荐|全文|视频|图集|(?:(?:written|posted|published|article|story)\s)?by|von|authors?|autor(?:in|en)?|view all.*|all posts.*|read more|home|news|guest author|guest post|contributor|correspondent|freelance)$/iu;
const rank =
  /^(?:dr|prof|ph\.?d|m\.?d|rd|ms|msc|ma|mba|jr|sr|esq|dvm|cfp|cpa|rn|dipl|ing|ii|iii)\.?$|^(?:ph\.?d|msc|mba|dvm|cfp|cpa|rn)\b.*$/iu;
const label =
  /^(?:(?:originally |re)?(?:written|posted|published|created|reported|authored|updated|reviewed|story|words|text|article|contributed)\s+by|by|von|par|por|di|da|door|av|af|de|autor(?:in|en|a|es)?|auteurs?|authors?|author:|text|redaktion:|escrito por|publicado por|geschrieben von|ein artikel von|foto:)(?:\b\s*[:：]?|[:：])\s+/iu;
const role =
  /\s*[,|–—-]\s*(?:(?:senior|staff|chief|deputy|associate|managing|contributing|political|business|sports?|news|science|health|special|global|us|uk|european)\s+)*(?:reporter|editor|writer|correspondent|columnist|contributor|journalist|analyst|author|redakteur(?:in)?|redaktion|journalist(?:in|e)?|korrespondent(?:in)?|critic|fellow|producer|founder|ceo|president|director|professor|bureau chief)\b.*$/iu;

/** The people of an author field as it is written in English and its neighbours: "By Ann Lee and Bo Chen, staff writers". */
export function splitNames(list: string): string[] {
  const bare = list
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(label, '')
    .replace(/\s*(?:[|•·]|\bon\b|\b(?:updated|published|posted)\b|\b(?:for|in|at)\s+(?=[A-Z]))\s*.*$/u, '')
    .replace(role, '');
  const names = bare
    .split(
      /\s*(?:,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\bund\b|&|;|\||、|，|\/)\s+|\s*[;、，|]\s*|\s*,\s*/iu,
    )
    .map((name) =>
      name
        .trim()
        .replace(/^(?:by|von)\s+/iu, '')
        .replace(/[.,:;]+$/u, ''),
    )
    .filter((name) => name !== '' && !rank.test(name));
  return names.filter(isPersonName);
}

/** Whether a text can be a person's name: not a number, not an address, not a role. */
export function isPersonName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length < 50 &&
    name.split(' ').length <= 6 &&
    /\p{L}/u.test(name) &&
    !/\d{3}|:\/\/|@|^www\.|[<>{}=?!]|\b(?:ago|min read|minutes?|comments?|share|follow|subscribe|updated|published|posted|read more|view|all posts|about)\b/iu.test(
      name,
    ) &&
    !nobody.test(name)
  );
}

/** A login rather than a name: kffnirmitap, andrew.keaveney, jdoe2. */
export function isUserName(name: string): boolean {
  return /^[a-z0-9._-]+$/u.test(name);
}

export function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = comparable(name);
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}
