/** Tells names of people from what else stands in bylines: outlets, offices, numbers, phrases. */

import { comparable } from './plain-text';

export const nobody =
  /^(?:本报|本网|本站|本刊|记者|記者|編輯|编辑|通讯员|综合|整理|网络|来源|未知|佚名|匿名|原创|系统管理员|管理员|小编|无|暂无|匿名用户|admin\w*|administrator|editors?|staff|guest|anonymous|webmaster|taboola|outbrain|author|unknown|undefined|null|none|user|root|default|楼主|游客|访客|网友|网易|新浪|搜狐|腾讯|凤凰|热点|推荐|全文|视频|图集|(?:(?:written|posted|published|article|story)\s)?by|von|authors?|autor(?:in|en)?|view all.*|all posts.*|read more|home|news|guest author|guest post|contributor|correspondent|freelance)$/i;
const rank =
  /^(?:dr|prof|ph\.?d|m\.?d|rd|ms|msc|ma|mba|jr|sr|esq|dvm|cfp|cpa|rn|dipl|ing|ii|iii)\.?$|^(?:ph\.?d|msc|mba|dvm|cfp|cpa|rn)\b.*$/i;
/** Marriages of languages: de, van der, al … stand between names in lower case. */
const particle =
  /^(?:the|de|del|della|dello|degli|di|da|das|do|dos|du|des|la|le|el|al|ul|bin|bint|ibn|abu|von|vom|van|von|der|den|ten|ter|te|zu|zur|zum|und|and|y|e|i|af|av|san|st|d’|d'|’t|'t|mc|mac|o’|o')$/u;
/** What stands beside a name in the same line but is no name. */
const noName =
  /^(?:sign|log|read|click|show|see|register|post|spotlight|founder|authorized|autori?[sz]ed|do|em|no|na|from)\b|\b(?:writers?|reporters?|correspondents?|editors?|founder|journalist|columnist|ministry|ministries|department)$|^\S*(?:leiter|chef|sprecher|referent)(?:in)?\b|\d\s|\s\d|[()]/i;
/** Who took the picture. */
const picture =
  /^(?:(?:foto|photo|bild|image|picture|video|cover|quelle|source|credit|illustration)s?|[^:]{0,20}foto)\s*[:/©]/i;
const label =
  /^(?:(?:originally |re)?(?:written|posted|published|created|reported|authored|updated|reviewed|story|words|text|article|contributed)\s+by|by|von|par|por|di|da|door|av|af|de|autor(?:in|en|a|es)?|auteurs?|authors?|author:|text|текст|автор|redaktion:|recipe by|escrito por|publicado por|geschrieben von|ein artikel von|foto:)(?:\b\s*[:：]?|[:：])\s+/i;
const role =
  /\s*[,|–—-]\s*(?:(?:senior|staff|chief|deputy|associate|managing|contributing|political|business|sports?|news|science|health|special|global|us|uk|european)\s+)*(?:reporter|editor|writer|correspondent|columnist|contributor|journalist|analyst|author|redakteur(?:in)?|redaktion|journalist(?:in|e)?|korrespondent(?:in)?|critic|fellow|producer|founder|ceo|president|director|professor|bureau chief)\b.*$/i;

/** FOCUS-Online-Experte Robin Tschöpe */
const beforeName =
  /^\S*(?:expert(?:e|in)|redakteur(?:in)?|autor(?:in)?|reporter(?:in)?|korrespondent(?:in)?|volontär(?:in)?)\s+(?=\p{Lu}\S+\s\p{Lu})/iu;

/** The people of an author field as it is written in English and its neighbours: "By Ann Lee and Bo Chen, staff writers". */
export function splitNames(list: string): string[] {
  if (picture.test(list)) return [];
  const bare = list
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(label, '')
    .replace(/\s*(?:[|•·]|\bon\b|\b(?:updated|published|posted)\b|\b(?:for|in|at)\s+(?=[A-Z]))\s*.*$/u, '')
    .replace(role, '');
  const names = bare
    .split(
      /\s*(?:,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\bund\b|&|;|\||、|，|\/)\s+|\s*[;、，|]\s*|\s*,\s*/i,
    )
    .map((name) =>
      name
        .trim()
        .replace(/^(?:by|von)\s+/i, '')
        .replace(/[.,:;]+$/u, ''),
    )
    .filter((name) => name !== '' && !rank.test(name));
  const people = names.map((name) => name.replace(beforeName, '')).filter(isPersonName);
  // SANDEE LAMOTTE, CNN: the outlet after the person.
  return people.filter((name, index) => index === 0 || !/^\p{Lu}{2,5}$/u.test(name));
}

/** Whether a text can be a person's name: not a number, not an address, not a role. */
export function isPersonName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length < 50 &&
    name.split(' ').length <= 6 &&
    /\p{L}/u.test(name) &&
    !/\d{3}|:\/\/|@|^www\.|[<>{}=?!]|\b(?:ago|min read|minutes?|comments?|share|follow|subscribe|updated|published|posted|read more|view|all posts|about)\b/i.test(
      name,
    ) &&
    !nobody.test(name) &&
    !noName.test(name) &&
    isCasedLikeName(name)
  );
}

/** In a name with capitals only particles are without. */
function isCasedLikeName(name: string): boolean {
  const words = name.split(/\s+/u);
  const isLower = (word: string) => /^\p{Ll}/u.test(word) && !particle.test(word.toLowerCase());
  return !/\p{Lu}/u.test(name) || !words.some(isLower);
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
