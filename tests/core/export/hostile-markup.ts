/** Fifty texts that would run in a page that takes text for markup; each would set `window.ran`, speak, or ask for something. */

const runs = 'window.ran=1';

const shapes = [
  `<script>${runs}</script>`,
  `</script><script>${runs}</script>`,
  `<img src=x onerror=${runs}>`,
  `<img src="http://192.0.2.1/a.png">`,
  `<svg onload=${runs}>`,
  `<svg><script>${runs}</script></svg>`,
  `<svg><animate onbegin=${runs} attributeName=x dur=1s>`,
  `<body onload=${runs}>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1"></iframe>`,
  `<object data="javascript:${runs}"></object>`,
  `<embed src="javascript:${runs}">`,
  `<a href="javascript:${runs}" id=x>click</a>`,
  `<form action="javascript:${runs}"><button>go</button></form>`,
  `<input autofocus onfocus=${runs}>`,
  `<details open ontoggle=${runs}>x</details>`,
  `<video src=x onerror=${runs}></video>`,
  `<audio src=x onerror=${runs}></audio>`,
  `<link rel=stylesheet href="http://192.0.2.1/a.css">`,
  `<style>@import "http://192.0.2.1/b.css";</style>`,
  `</style><script>${runs}</script>`,
  `<meta http-equiv=refresh content="0;url=http://192.0.2.1/">`,
  `<base href="http://192.0.2.1/">`,
  `<math><mi xlink:href="javascript:${runs}">x</mi></math>`,
  `<template><script>${runs}</script></template>`,
];

const breakouts = [
  '">',
  "'>",
  '</title>',
  '</mark></blockquote>',
  '-->',
  '<!--',
  ']]>',
  '</textarea>',
  '</noscript>',
  '&lt;/p&gt;',
];

/** Each as it is; then each breaks out of something first. */
export const hostileMarkup: readonly string[] = [
  ...shapes,
  ...shapes.map((shape, index) => (breakouts[index % breakouts.length] ?? '') + shape),
];
