/** The one style sheet of the HTML report, fixed, so that the file can forbid every other one. */

import { colours, swatches } from '../colour';

/** By day a quote lies on its colour; by night only its line has it. Each colour has a pattern of its own. */
const colourRules = colours
  .map((colour) => {
    const { background, ink, line, pattern, thickness } = swatches[colour];
    return (
      `.${colour}{--back:${background};--ink-on:${ink};--line-on:${line};--bright:${background};` +
      `--pattern:${pattern};--thick:${thickness}}`
    );
  })
  .join('\n');

export const reportStyle = `
:root{color-scheme:light dark;--surface:#fff;--sunken:#f5f5f2;--ink:#1b1b19;--soft:#595952;--rule:#dededa;--accent:#1c5a97;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
--serif:Georgia,"Noto Serif",serif,"Songti SC","Noto Serif CJK SC",SimSun}
:lang(zh){--serif:"Songti SC","Noto Serif CJK SC",SimSun,Georgia,serif}
:lang(zh-TW),:lang(zh-HK),:lang(zh-Hant){--sans:system-ui,"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif;
--serif:"Songti TC","Noto Serif CJK TC",PMingLiU,Georgia,serif}
${colourRules}
*{box-sizing:border-box}
html{background:var(--surface);color:var(--ink);font:15px/1.6 var(--sans);overflow-wrap:anywhere;scroll-behavior:auto}
body{max-inline-size:46rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1,h2,h3,p,ol,ul,dl,dd,blockquote{margin:0;padding:0}
ol,ul{list-style:none}
a{color:var(--accent);text-underline-offset:2px}
h1{font-size:1.75rem;line-height:1.3}
h2{font-size:1.25rem;line-height:1.4}
h3{font-size:1rem}
.soft{color:var(--soft);font-size:.8125rem}
.contents,.codebook{margin-block-start:2rem;padding:1rem 1.25rem;border:1px solid var(--rule);border-radius:8px}
.contents h2,.codebook h2{font-size:1rem;margin-block-end:.5rem}
.contents li,.codebook li{padding-block:.25rem}
.contents .where{display:block}
.codebook .definition{margin-block-start:.1rem}
.contents li{display:flex;gap:1rem;justify-content:space-between;align-items:baseline}
.contents li .soft{white-space:nowrap}
.part{margin-block-start:3rem;padding-block-start:1.5rem;border-block-start:2px solid var(--ink)}
.byline{margin-block-start:.25rem}
.cite{margin-block-start:.75rem;padding:.6rem .9rem;background:var(--sunken);border-radius:4px;font-size:.875rem}
.facts{margin-block-start:.75rem;display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}
.facts dt{color:var(--soft)}
.mono{font-family:ui-monospace,"SF Mono",Consolas,"Noto Sans Mono",monospace;font-size:.75rem}
.quote{margin-block-start:1.75rem;padding-inline-start:1rem;border-inline-start:4px solid var(--line-on)}
.quote blockquote{font:1.0625rem/1.75 var(--serif);white-space:normal}
.context{color:var(--soft)}
mark{background:var(--back);color:var(--ink-on);white-space:pre-line;box-decoration-break:clone;-webkit-box-decoration-break:clone;
padding:.1em .15em;border-radius:2px;text-decoration:underline var(--pattern) var(--thick) var(--line-on);
text-underline-offset:.25em;text-decoration-skip-ink:none}
.codes{display:flex;flex-wrap:wrap;gap:.35rem 1rem;margin-block-start:.6rem;font-size:.875rem}
.code{text-decoration:underline var(--pattern) var(--thick) var(--line-on);text-underline-offset:.3em;text-decoration-skip-ink:none}
.code.orange{--thick:1px}
.note{margin-block-start:.6rem;white-space:pre-line}
.meta{margin-block-start:.5rem}
.definition{white-space:pre-line;margin-block-start:.35rem}
.up{margin-block-start:1.5rem}
@media (prefers-color-scheme:dark){
:root{--surface:#1c1c1a;--sunken:#262624;--ink:#ecece6;--soft:#aeaea5;--rule:#3b3b37;--accent:#8fc1f2}
.quote{border-inline-start-color:var(--bright)}
mark{background:transparent;color:inherit;text-decoration-color:var(--bright)}
.code{text-decoration-color:var(--bright)}
}
@media (forced-colors:active){mark{forced-color-adjust:none}}
@media (max-width:30rem){.facts{grid-template-columns:1fr}.contents li{display:block}}
@page{margin:20mm 18mm;@top-right{content:"Pressmark";font:8pt sans-serif;color:#777}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#777}}
@media print{
:root{color-scheme:light;--surface:#fff;--sunken:#f5f5f2;--ink:#000;--soft:#555;--rule:#ccc;--accent:#000}
html{font-size:10.5pt}
body{max-inline-size:none;padding:0}
.quote{border-inline-start-color:var(--line-on)}
mark,.code,.cite,.quote{print-color-adjust:exact;-webkit-print-color-adjust:exact}
mark{background:var(--back);color:var(--ink-on);text-decoration-color:var(--line-on)}
.code{text-decoration-color:var(--line-on)}
.contents,.codebook{border:0;padding-inline:0}
main>.part:first-child,.codebook+.part{break-before:page;margin-block-start:0}
h1,h2,h3,.byline{break-after:avoid}
.cite,.facts,.codes,.meta{break-inside:avoid}
.quote{break-inside:avoid;orphans:3;widows:3}
.codes{break-before:avoid}
.meta{break-before:avoid}
.up{display:none}
}
`;

/** Of `reportStyle` in UTF-8; a test says the right one. */
export const reportStyleHash = 'sha256-A4Rf+evjpcvurWKwBaHKHbHkojtcIUaTneBgkKyUX4U=';

/** Nothing but that style sheet: no script, no image, no frame, no request, nowhere to send a form. */
export const reportPolicy = `default-src 'none'; style-src '${reportStyleHash}'; base-uri 'none'; form-action 'none'`;
