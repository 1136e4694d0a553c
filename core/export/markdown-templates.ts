/** The templates that Markdown is written with until a person edits them; `markdown-fields.ts` lists what they may name. */

const frontMatter = `---
title: {{heading|yaml}}
url: {{url|yaml}}
{{#outlet}}
outlet: {{outlet|yaml}}
{{/outlet}}
{{#source}}
source: {{source|yaml}}
{{/source}}
{{#authors}}
authors: {{authors|yaml}}
{{/authors}}
{{#published}}
published: {{published|yaml}}
{{/published}}
{{#section}}
section: {{section|yaml}}
{{/section}}
{{#language}}
language: {{language|yaml}}
{{/language}}
captured: {{captured|yaml}}
{{#tags}}
tags: {{tags|yaml}}
{{/tags}}
---
`;

/** Front matter stands only at the top of a file, so only where there is one article. */
export const plainTemplate = `{{#alone}}
${frontMatter}
{{/alone}}
## {{heading}}

{{#outlet}}{{outlet}} · {{/outlet}}{{^outlet}}{{#source}}{{source}} · {{/source}}{{/outlet}}{{#authors}}{{authors}} · {{/authors}}{{#published}}{{published}} · {{/published}}{{link}}

{{#quotes}}
> {{quote}}

{{#codePaths}}
{{wordCodes}}{{codePaths}}

{{/codePaths}}
{{#note}}
{{wordNote}}{{note}}

{{/note}}
{{/quotes}}
`;

/** A note for each article, a callout for each quote, with an id that other notes can point to. */
export const obsidianTemplate = `${frontMatter}
# {{heading}}

{{gbt7714}}

{{#quotes}}
> [!quote] {{#codes}}#{{tag}} {{/codes}}
> {{quote}}
>
{{#note}}
> {{wordNote}}{{note}}
>
{{/note}}
> {{passage}}

^h-{{id}}

{{/quotes}}
`;
