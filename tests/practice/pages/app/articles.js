/** The Valley Post's three articles. A paragraph is a list of pieces: plain text, or a tag with its text. */

export const articles = [
  {
    path: '/app/a',
    language: 'en',
    title: 'The Night Bus Learns to Wait',
    summary: 'One driver, one extra minute, and a town that stays up later.',
    author: 'Rosalind Achterberg',
    published: '2025-10-02T07:15:00+02:00',
    dateline: 'By Rosalind Achterberg · 2 October 2025, 7.15 am CEST',
    paragraphs: [
      [
        'The last bus from Upper Lindal leaves the square at 11.40, and for twenty-six years it left at 11.40 exactly. Drivers were proud of it. You could set a watch by the sound of the doors. You could also stand at the corner by the cinema, with the credits of the late film still on your face, and watch the rear lights go round the fountain without you.',
      ],
      [
        'Then, in the spring, a driver named Bastian Kroll began to wait. He did not ask anybody. He simply counted, he says, to sixty. In that minute the cinema doors would open, and eight or nine people would come across the square at the ',
        ['em', 'particular trot'],
        ' of those who do not wish to be seen running. Kroll pretended to adjust a mirror.',
      ],
      [
        'It took the company seven weeks to notice, and what it noticed was not the minute but the money. Takings on the last bus had gone up by a third. A manager rode along in plain clothes, counted to sixty with his lips moving, and got off at the depot without saying a word. The following Monday the timetable was reprinted. The bus still leaves at 11.40. But beneath it, in smaller type, stands a promise that the valley has never had before: ',
        ['strong', 'the driver will look round first'],
        '.',
      ],
      [
        'The effects have been larger than a minute has any right to be. The cinema has brought back its late showing on Thursdays. The café beside it, which used to stack its chairs at ten, now stays open until the doors of the bus have closed, and has hired a student to wash up. A choir that rehearsed on Sunday afternoons, because half of its altos live up the valley, has moved to Wednesday nights and gained four basses.',
      ],
      [
        'Not everyone is charmed. Passengers further up the line stand in the cold for sixty seconds longer, and one of them, a nurse on early shifts, has kept a careful account. Since April the minute has cost her, she reckons, ',
        ['em', 'three hours and ten minutes'],
        ' of sleep. She put this to Kroll one night from the seat behind his. He thought about it as far as the bridge, and then asked what time she would like him to make up. Since then he has taken the long straight by the sawmill a little faster, and she arrives when she always did.',
      ],
      [
        'A public timetable, says the planner who drew up the new one, is usually understood as a promise by the bus to the town. “We had forgotten that it can run the other way,” she says. “People leave the table earlier than they used to, because they know that somebody is counting for them. The odd thing is that hardly anyone is late any more.”',
      ],
      [
        'On the night I rode with him, nobody came. The cinema was dark, the fountain had been turned off for the winter, and the square was empty from end to end. Kroll counted to sixty all the same. Then he looked round, once, and closed the doors.',
      ],
    ],
  },
  {
    path: '/app/b',
    language: 'en',
    title: 'Nine Schools, One Orchard',
    summary: 'What happens when a river valley teaches arithmetic with apples.',
    author: 'Caspian Oyelaran',
    published: '2025-10-09T09:00:00+02:00',
    dateline: 'By Caspian Oyelaran · 9 October 2025, 9 am CEST',
    paragraphs: [
      [
        'There are 1,204 trees in the school orchard at Brackwater, and every one of them has been counted wrong. The figure on the gate says 1,198. The figure in the district accounts is 1,210. The children of nine schools, who share the orchard between them and visit it in turn, have so far produced totals of between 900 and ',
        ['em', 'eleven thousand'],
        ', the last of these by a boy of six who had been told to count apples instead and lost his temper.',
      ],
      [
        'The wrong numbers are the point. When the valley’s last fruit merchant retired and left his land to “the schools, to be argued over”, the head teachers met to decide what an orchard was for. They had expected to speak of nature. They ended, after four hours, with a course in arithmetic: each class is given a question about the trees which cannot be answered from a book, and has until the harvest to answer it.',
      ],
      [
        'How heavy is the crop? How far does a bee go in a day? If a third of the trees in the lower rows are sick, is that many or few, and ',
        ['strong', 'compared with what'],
        '? The older pupils have learned to sample, to distrust a round number, and to ask who was holding the ladder. The younger ones have learned that you cannot weigh a tree.',
      ],
      [
        'Results are read out in October, in the packing shed, before anybody is allowed to eat. This year the pupils of the smallest school, which has eleven of them, announced that the orchard makes a loss. They had added up the water, the twine, the hire of the press and the wages of the one grown-up, and set against them the price of every bottle sold. The shed went quiet. The loss came to a little under two hundred a year.',
      ],
      [
        'A hand went up at the back. It belonged to a girl from another school, who wished to know whether they had counted the lessons. They had not. How much, she asked, does a lesson cost? Nobody knew, and so that has become the question for next year, and the district treasurer, who was standing by the door with a glass of juice, has been seen to look ',
        ['em', 'uneasy'],
        '.',
      ],
      [
        'The only person who has ever counted the trees correctly is Edda Lindqvist, the one grown-up. She did it in her second winter, with a pot of white paint, touching each trunk as she passed. She has told nobody the answer except your correspondent, who had to promise that it would be printed where no child would read it: in the first sentence of a newspaper article.',
      ],
    ],
  },
  {
    path: '/app/c',
    language: 'zh-CN',
    title: '修伞的人搬进了图书馆',
    summary: '一张工作台、三把椅子，和一座城市重新学会的“修一修”。',
    author: '宋知微',
    published: '2025-10-15T18:30:00+08:00',
    dateline: '记者 宋知微　2025-10-15 18:30　来源：河谷邮报',
    paragraphs: [
      [
        '梅渡市图书馆一楼东侧，原来是一排放旧报纸的铁架子。今年春天，铁架子挪走了，换上一张两米长的工作台和三把椅子。每周二、四、六的下午，62岁的修伞匠顾长庚就坐在这里，面前摆着钳子、伞骨和一卷一卷的线。来的人不用借书证，只要带一样坏了的东西。',
      ],
      [
        '把修补摊请进图书馆，是馆长叶见山的主意。去年冬天，他在巷口躲雨，看见顾长庚的摊子被风掀了棚，人却还低着头，',
        ['strong', '一针一针地缝一把值不了十块钱的伞'],
        '。“我站着看了半个小时，”叶见山说，“忽然觉得这和我们修补古籍没有什么两样，都是舍不得。”',
      ],
      [
        '刚开始，读者以为走错了门。头一个星期只修了四把伞，其中两把还是馆员带来的。到了第二个月，工作台前排起了队，坏掉的东西也越来越杂：断了腿的眼镜、不走的闹钟、脱了线的书包，还有一只不会再叫的电子小狗。顾长庚修不了的，就把名字和毛病写在一块黑板上，等会修的人来认领。',
      ],
      [
        '黑板成了图书馆里最热闹的地方。退休的钟表工认走了闹钟，中学物理老师认走了收音机，一个读五年级的女孩认走了那只小狗，用了三个周末，让它重新',
        ['em', '叫出了声'],
        '。到9月底，黑板上一共写过417件东西，被认领了389件，真正修好的有352件。没有修好的，也都由认领的人写一张卡片，说明它坏在哪里。',
      ],
      [
        '这些卡片如今收在一只木匣子里，供人翻看。叶见山说，这大概是馆里最年轻的一种藏书。有人在卡片背面写了感谢的话，也有人写下了那件东西的来历：伞是母亲留下的，闹钟陪自己考过了三次试。读的人多了，原本打算扔掉旧东西的，又把它们带回了家。',
      ],
      [
        '也有人问，修一把伞的工夫，够买三把新的，到底图什么？顾长庚没有抬头，只是把缝好的伞撑开，对着窗户转了一圈，看有没有漏光的地方。“新伞有新伞的好，”他说，“旧伞认得你走过的路。”窗外正下着小雨，来取伞的人没有坐车，撑着它慢慢走回去了。',
      ],
    ],
  },
];
