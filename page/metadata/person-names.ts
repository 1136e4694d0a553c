/** Tells names of people from what else stands in bylines: outlets, offices, numbers, phrases. */

import { comparable } from './plain-text';

const han = String.raw`[\u3400-\u9fff]`;
const hanName = new RegExp(`^${han}{2,4}$|^${han}{1,8}(?:[·•・]${han}{1,8})+$`, 'u');
const nobody =
  /^(?:本报|本网|本站|本刊|记者|記者|編輯|编辑|通讯员|综合|整理|网络|来源|未知|佚名|匿名|原创|系统管理员|管理员|小编|无|暂无|匿名用户|admin\w*|administrator|editors?|staff|guest|anonymous|webmaster|taboola|outbrain|author|unknown|undefined|null|none|user|root|default|(?:(?:written|posted|published|article|story)\s)?by|von|authors?|autor(?:in|en)?|view all.*|all posts.*|read more|home|news|guest author|guest post|contributor|correspondent|freelance)$/iu;
/** 网易, 中国新闻网, 证券时报: an outlet or an office rather than a person. */
const organisation =
  /(?:网|网站|报|日报|晚报|时报|社|通讯社|电视台|广播|频道|中心|杂志|周刊|编辑部|新闻|公司|集团|委员会|委|局|厅|部|处|办公室|政府|大学|学院|协会|研究院|客户端|公众号|视频|财经|在线|科技|网络|健康)$/u;
const phrase =
  /^(?:我|已|请|登录|注册|关注|收藏|从|在|就|了解|获悉|注意|发现|采访|看到|走进|手记|表示|调查|今日|昨日|日前|近日|专访|告诉|提供|供图|根据|转载|注明|通过|对此|不完全)|获悉|了解到|报道组|获得|采访|表示|授权|点击|发布|时间/u;
/** What desks put behind a name: staff codes, duties. */
const trailing =
  /[_＿\s]?(?:[A-Z]{1,4}\d{2,8}|\(.*|（.*)$|(?:摄影|摄|文图|图文|文|图|报道|報導|整理|编辑|编译|综合)$/gu;
const leading =
  /^(?:本报|本网|新华社|中新社|中新网)?(?:见习|实习|特约|首席|驻\p{Script=Han}{2,4})?(?:记者|記者|通讯员|通訊員|实习生|实习记者|编辑|作者)[:：\s]*/u;

/** Chinese names in a list as credit lines write it; a two-sign name may be spread with a space. */
export function readChineseNames(list: string): string[] {
  if (phrase.test(list.trim())) return [];
  return list
    .replace(/(?<![\u3400-\u9fff])([\u3400-\u9fff])[\s\u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])/gu, '$1$2')
    .split(/[、，,;；/／\s&|丨｜]+|(?<=[\u3400-\u9fff]{2})和(?=[\u3400-\u9fff]{2,4}$)/u)
    .map((name) => name.replace(leading, '').replace(trailing, ''))
    .filter(
      (name) => hanName.test(name) && !nobody.test(name) && !organisation.test(name) && !phrase.test(name),
    );
}

/** A pen name after a clear label (编辑：棒棒不是糖, 作者：kingname); null where it is an outlet or a phrase. */
export function readPenName(text: string): string | null {
  const name = text.trim().replace(leading, '').replace(trailing, '').trim();
  const isName = /^[\p{L}\p{N}_&·•.-]{2,16}$/u.test(name) && /\p{L}/u.test(name);
  return isName && !nobody.test(name) && !organisation.test(name) && !phrase.test(name) ? name : null;
}

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
