/** What stands in the archive, for people who open it without Pressmark. */

export const archiveReadme = `# Pressmark archive

A library of annotated news articles. Pressmark reads this file back whole (Import). Everything is text in UTF-8.

- \`data/*.csv\`: tables, described by \`datapackage.json\` (Frictionless Data Package). Comma, LF, no byte order mark. Offsets
  count Unicode code points from 0, the end is not inside. Rows of \`annotations\` with a time in \`deleted\` lie in the trash.
  Nothing is guarded against formulas: open them with R, Python or a database, not with a spreadsheet.
- \`texts/\`: the texts of the articles, which may be under copyright.
- \`codebook.qdc\`: the codebook for NVivo, MAXQDA, ATLAS.ti and QualCoder (REFI-QDA).
- \`annotations.jsonld\`, where it is there: W3C Web Annotations.
- \`pressmark.json\`, \`records/*.jsonl\`: what Pressmark itself reads, one JSON record in a line, nothing left out.

# Pressmark 存档

带批注的新闻文章库，可用 Pressmark“导入”完整读回。全部是 UTF-8 文本。

- \`data/*.csv\`：数据表，字段说明见 \`datapackage.json\`。位置按 Unicode 码点计，从 0 开始，不含末位；\`deleted\` 有时间的批注在回收站里。
  未作公式防护，请用 R、Python 或数据库打开，不要用电子表格。
- \`texts/\`：文章原文，可能受版权保护。
- \`codebook.qdc\`：编码表，可导入 NVivo、MAXQDA、ATLAS.ti、QualCoder。
- \`annotations.jsonld\`（如有）：W3C 网页批注。
- \`pressmark.json\`、\`records/*.jsonl\`：供 Pressmark 读取，每行一条 JSON 记录，无一遗漏。
`;
