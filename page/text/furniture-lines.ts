/** Knows the lines that media print around a text: who edited it, where to read more, how to follow. */

const credit =
  /^[\s（(【[]*(?:责任编辑|責任編輯|责编|值班编辑|编辑|編輯|编审|审核|審核|校对|校對|监制|監製|终审|编校|总监制|来源|來源|稿源|原标题|作者|记者|记者：|图源|撰文|文字|统筹|版式|实习生|栏目主编|题图来源|图片编辑|流程编辑|未经授权|版权声明|版权所有|声明)\s*(?:[:：|丨｜/／]|[\u4e00-\u9fa5]{2,4}\s*$)/u;
const promotion =
  /^(?:(?:更多|扫描|扫一扫|长按|关注|点击|下载|欢迎|打开)[^。！？]{0,40}(?:APP|客户端|公众号|二维码|关注|下载|阅读|订阅|查看)|[^。！？]{0,30}(?:APP|客户端)(?:[^。！？]{0,12}下载|\s*[—:：])|特别声明：|免责声明|本文来自微信公众号|（?本文来源：|Notice: The content above|read more\b|also read\b|see also\b|related:|sign up (?:for|to)|subscribe (?:to|now)|follow us\b|share this\b|advertisement\b|click here to|lesen sie auch|mehr zum thema|lire aussi|leia também|lee también|читайте также|©|copyright\b)/i;
const relatedHeading =
  /^(?:相关(?:新闻|阅读|报道|链接|文章|推荐)|(?:推荐|延伸|热门|精彩)(?:阅读|閱讀|推荐|新闻)|相關(?:新聞|報導|閱讀)|延伸閱讀|更多(?:新闻|精彩|相关|文章|推荐)|猜你喜欢|为你推荐|大家都在看|网友评论|我要评论|(?:related|more|recommended|similar|latest|popular)\s(?:articles?|stories|news|posts?|reading|content|coverage|topics)|related|read (?:more|next|also)|more (?:from|on|in|like)\b.{0,40}|also (?:in|on)\b.{0,30}|you (?:may|might) also (?:like|enjoy|be interested).{0,20}|recommended(?: for you)?|what to read next|(?:leave|post|add) a (?:comment|reply)|\d* ?comments?|about the authors?|das könnte (?:sie|dich) auch interessieren|mehr zum thema|weitere (?:artikel|themen|beiträge)|ähnliche (?:artikel|beiträge)|(?:verwandte|passende) (?:artikel|themen)|kommentare|(?:sur le même sujet|à lire aussi|lire aussi)|(?:leia|veja|lea|ver) (?:também|también|mais|más)\b.{0,20}|notas relacionadas|関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ記事|관련\s?(?:기사|뉴스))\s*[:：…]?\s*$/i;
/** UTF-16 units; a longer line says more than that. */
const longest = 160;

export function isCreditLine(text: string): boolean {
  const line = text.trim();
  return line.length <= 80 && credit.test(line);
}

export function isPromotion(text: string): boolean {
  const line = text.trim();
  return line.length <= longest && promotion.test(line);
}

/** Whether a line announces other texts, so that what follows is no part of this one. */
export function isRelatedHeading(text: string): boolean {
  const line = text.trim();
  return line.length <= 60 && relatedHeading.test(line);
}
