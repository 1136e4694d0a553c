/** Tells names of people from what else stands in Chinese bylines: outlets, offices, places, phrases. */

import { nobody } from './person-names';

const hanName = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,8}(?:[·•・][\u3400-\u9fff]{1,8})+$/u;
/** 网易, 中国新闻网, 证券时报: an outlet or an office rather than a person. */
const organisation =
  /(?:网|網|网站|网易|报|報|日报|晚报|时报|社|通讯社|电视台|電視|广播|频道|頻道|中心|杂志|周刊|编辑部|新闻|新聞|快讯|快訊|公司|集团|委员会|委|局|厅|部|处|组|組|办公室|政府|大学|学院|协会|研究院|客户端|公众号|视频|财经|在线|科技|网络|健康|号|综合|綜合)$/u;
const phrase =
  /^(?:我|已|请|登录|注册|关注|收藏|从|在|就|了解|获悉|注意|发现|采访|看到|走进|手记|表示|调查|今日|昨日|日前|近日|专访|告诉|提供|供图|根据|转载|注明|通过|对此|不完全|图片|资料|更多|联系|所有|版权|原标题|简体|繁体|点击|查看)|获悉|了解到|报道组|獲悉|获得|采访|表示|授权|发布|时间|简介|单位|观察|探访|直击|体验|连线|对话|札记|亲历/u;
/** What people are called by, before their name or in place of it. */
const office =
  '记者|記者|通讯员|通訊員|实习生|實習生|特派员|特派員|作者|编辑|編輯|主编|编导|主播|评论员|評論員|观察员|撰稿人|教授|研究员|研究生|博士|院士|学者|专家|作家|律师|医师|医生|分析师|经济学家|院长|所长|馆长|校长|会长|主席|书记|部长|局长|处长|主任|秘书长|理事长?|董事长?|总经理|委员|代表|校友';
const afterOffice = new RegExp(`^.*(?:${office})[:：]?(?=[\\u3400-\\u9fff]{2,4}$)`, 'u');
const isOffice = new RegExp(`(?:${office})$`, 'u');
const place =
  '北京|上海|天津|重庆|重慶|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|廣東|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|澳門|台湾|台灣|台北|臺北|新北|基隆|桃園|新竹|苗栗|台中|臺中|彰化|南投|雲林|嘉義|台南|臺南|高雄|屏東|宜蘭|花蓮|台東|澎湖|金門|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|杭州|宁波|温州|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|东莞|佛山|南宁|海口|成都|贵阳|昆明|西安|兰州|拉萨|乌鲁木齐|华盛顿|纽约|伦敦|东京|巴黎|莫斯科|首尔|外电|外電';
const isPlace = new RegExp(`^(?:${place})$`, 'u');
/** 山东冠县报道, 王小明台北報導, 张三丰发自北京 */
const dispatch = new RegExp(
  `(?<=[\\u3400-\\u9fff]{2})(?:(?:发自|發自)?(?:${place})|(?:发自|發自).*)$|(?:综合|即時|即时|专题)?(?:报道|報導|电|電)$`,
  'u',
);
/** What desks put behind a name: staff codes, duties. */
const code = /[_＿\s]?(?:[A-Z]{1,4}\d{2,8}|\(.*|（.*)$/u;
const duty = /(?:摄影|摄|攝|整理|编辑|编译|供图|制图|综合)$|(?<=[\u3400-\u9fff]{3})[文图]$/u;

/** Chinese names in a list as credit lines write it; a two-sign name may be spread with a space. */
export function readChineseNames(list: string): string[] {
  if (phrase.test(list.trim())) return [];
  const names: string[] = [];
  const parts = list
    .replace(/(?<![\u3400-\u9fff])([\u3400-\u9fff])[\s\u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])/gu, '$1$2')
    .split(/[、，,;；/／\s&|丨｜]+|(?<=[\u3400-\u9fff]{2})和(?=[\u3400-\u9fff]{2,4}$)/u);
  for (const part of parts) {
    const bare = part.replace(code, '').replace(/[。.”"]+$/u, '');
    const isDispatch = /(?:报道|報導|电|電)$/u.test(bare);
    // 彭冲 山东冠县报道: who reported is named before.
    if (isDispatch && names.length > 0) continue;
    const name = bare.replace(dispatch, '').replace(dispatch, '').replace(afterOffice, '').replace(duty, '');
    if (hanName.test(name) && !isNoName(name)) names.push(name);
  }
  return names;
}

/** A pen name after a clear label (编辑：棒棒不是糖, 作者：kingname); null where it is an outlet or a phrase. */
export function readPenName(text: string): string | null {
  const name = text.trim().replace(code, '').replace(afterOffice, '').trim();
  const isName = /^[\p{L}\p{N}_&·•.-]{2,16}$/u.test(name) && /\p{L}/u.test(name);
  return isName && !isNoName(name) ? name : null;
}

function isNoName(text: string): boolean {
  return [nobody, organisation, phrase, isOffice, isPlace].some((pattern) => pattern.test(text));
}
