/** Which people and outlets the credit lines of Chinese media name, in the forms that these have. */

import { describe, expect, test } from 'vitest';
import { readChineseCredits } from '../../../page/metadata/chinese-credits';

const read = (text: string, isInside = false) => readChineseCredits([{ text, isInside }]);
const people = (text: string) => read(text).credits.map(({ role, name }) => `${role} ${name}`);

describe('readChineseCredits', () => {
  test.each([
    ['新华社北京5月19日电（记者 张三丰、李四光）今天', ['reporter 张三丰', 'reporter 李四光']],
    ['新华社北京5月19日电（刘艺、杨吉）今天', ['reporter 刘艺', 'reporter 杨吉']],
    ['【环球网报道 记者 张三丰】据报道', ['reporter 张三丰']],
    ['21世纪经济报道 张三丰 广州报道', ['reporter 张三丰']],
    ['（姚峰 上海报道）', ['reporter 姚峰']],
    ['□ 本报记者 张三丰', ['reporter 张三丰']],
    ['南方+记者 张三丰', ['reporter 张三丰']],
    ['每日经济新闻记者｜张三丰', ['reporter 张三丰']],
    ['新京报记者 彭冲 山东冠县报道', ['reporter 彭冲']],
    ['2020-10-04 15:05聯合報 記者林宸誼／即時報導', ['reporter 林宸誼']],
    ['（中央社記者王小明台北20日電）', ['reporter 王小明']],
    ['財經中心／王小明報導', ['reporter 王小明']],
    ['本报讯（全媒体记者 张三丰 通讯员 李四光）', ['reporter 张三丰', 'correspondent 李四光']],
    ['文/图 记者 张三丰 通讯员 李四光', ['reporter 张三丰', 'correspondent 李四光']],
    ['作者：北京大学教授张三丰', ['writer 张三丰']],
    ['（作者韩涵系政邦智库研究员）', ['writer 韩涵']],
    ['《棱镜》作者 周纯', ['writer 周纯']],
    ['张三丰／文', ['writer 张三丰']],
    ['posted @ 2024-05-09 14:45 好看的hk 阅读(430) 评论(2)', ['writer 好看的hk']],
    ['新京报记者 张三丰 编辑 李四光 校对 王五六', ['reporter 张三丰', 'editor 李四光', 'proofreader 王五六']],
    ['编辑 周褶褶 ｜ 排版 魏蔚', ['editor 周褶褶']],
    ['责 编：张三丰', ['duty-editor 张三丰']],
    ['一审：张三丰 二审：李四光', ['reviewer 张三丰', 'reviewer 李四光']],
    ['责任编辑：张三丰_NF4425', ['duty-editor 张三丰']],
  ])('names the people of %s', (line, expected) => {
    expect(people(line)).toEqual(expected);
  });

  test.each([
    '记者：你怎么看？',
    '（作者系北京大学教授）',
    '（作者单位：中国人民大学）',
    '政治中心／台北報導',
    '〔即時新聞／綜合報導〕',
    '作者：本报评论员',
    '（图片来自网络）',
    '其他文章(简体中文)',
    '新华社北京5月19日电 题：经济观察',
  ])('names nobody for %s', (line) => {
    expect(people(line)).toEqual([]);
  });

  test('keeps a name whole that ends like a duty', () => {
    expect(people('记者 李建文')).toEqual(['reporter 李建文']);
    expect(people('记者 王博文 文/图')).toEqual(['reporter 王博文']);
    expect(people('文丨本刊记者张三丰文')).toEqual(['writer 张三丰']);
  });

  test('tells who took a picture from who wrote the text', () => {
    expect(people('新华社记者 谢环驰 摄')).toEqual(['photographer 谢环驰']);
    expect(people('（新华社记者 谢环驰 摄）')).toEqual(['photographer 谢环驰']);
  });

  test('takes only editors from the midst of the text, where people are asked and quoted', () => {
    expect(read('记者：张三丰', true).credits).toEqual([]);
    expect(read('责任编辑：郭明煜', true).credits).toEqual([{ name: '郭明煜', role: 'duty-editor' }]);
  });

  test.each([
    ['2024-05-20 10:00 来源：北京日报客户端 记者 张三丰', '北京日报客户端'],
    ['来 源：光明日报 作 者：张三丰', '光明日报'],
    ['来源丨央视新闻', '央视新闻'],
    ['2021-01-20 04:29:4439健康网', '39健康网'],
    ['2005-09-11 18:04:42 楼主', null],
    ['图片来源：视觉中国', null],
  ])('reads the source of %s', (line, source) => {
    expect(read(line).source).toBe(source);
  });
});
