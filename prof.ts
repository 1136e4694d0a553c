import { existsSync, mkdirSync } from 'node:fs';
import { bundleSource } from './scripts/bundle-source.ts';
import { launchChromium } from './tests/e2e/chromium';
const profile = '/tmp/prof-profile-page';
const fresh = !existsSync(profile);
mkdirSync(profile, { recursive: true });
const driver = await launchChromium({ profile });
const base = `chrome-extension://${driver.extensionId}`;
if (fresh) {
  const source = await bundleSource('pressmark', { 'tests/bench/library/measure.ts': ['seed'] });
  const p = await driver.context.newPage();
  await p.goto(`${base}/settings.html`);
  await p.evaluate(source);
  await p.evaluate(() => (globalThis as any).pressmark.seed(100000));
  await p.close();
}
const page = await driver.context.newPage();
const cdp = await driver.context.newCDPSession(page);
await cdp.send('Profiler.enable');
await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
const own = async () => (await cdp.send('Performance.getMetrics')).metrics.filter((m) => ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(m.name)).map((m) => [m.name, m.value * 1000] as const);
const diff = (a: any, b: any) => b.map(([n, v]: any, i: number) => `${n} ${(v - a[i][1]).toFixed(0)}`).join(' ');
async function profiled(what: string, work: () => Promise<void>, n = 1) {
  await cdp.send('Profiler.start');
  const before = await own();
  await work();
  const after = await own();
  const { profile } = await cdp.send('Profiler.stop');
  const self = new Map<string, number>();
  const byId = new Map(profile.nodes.map((node: any) => [node.id, node]));
  profile.samples!.forEach((id: number, i: number) => {
    const { functionName: f, url, lineNumber, columnNumber } = (byId.get(id) as any).callFrame;
    const key = `${f || '(anon)'} ${url.split('/').pop()}:${lineNumber}:${columnNumber}`;
    self.set(key, (self.get(key) ?? 0) + profile.timeDeltas![i]! / 1000);
  });
  console.log(`== ${what}: thread own: ${diff(before, after)} (n=${n})`);
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 16)) console.log(`   ${v.toFixed(0)} ${k}`);
}
await profiled('open', async () => {
  await page.goto(`${base}/library.html`);
  await page.waitForFunction(() => document.querySelector('.library-list[aria-busy="false"]') !== null, null, { timeout: 120000 });
});
const type = (text: string) => page.evaluate((text) => {
  const field = document.querySelector('input')!;
  const list = document.querySelector('.library-list')!;
  return new Promise((resolve) => {
    let asked = false;
    const o = new MutationObserver(() => {
      const busy = list.getAttribute('aria-busy') === 'true';
      asked ||= busy;
      if (!asked || busy) return;
      o.disconnect();
      setTimeout(resolve, 150);
    });
    o.observe(list, { attributes: true });
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}, text);
for (const texts of [['的', '区', '税'], ['稳中向好', '公共服务', '鬱金'], ['e', 'eco'], [' ', '  ']]) {
  for (const t of texts) await type(t);
  await profiled(texts.join(' '), async () => { for (let i = 0; i < 3; i++) for (const t of texts) await type(t); }, texts.length * 3);
}
await driver.close();
