import { expect, it } from 'vitest';
import { planFor } from '../../scripts/set-up/system.mjs';

it('installs the missing browsers and fonts from Debian’s packages as root', () => {
  expect(planFor(['chromium', 'firefox', 'fonts'], 'debian', true)).toEqual({
    packages: ['chromium', 'firefox-esr', 'fontconfig', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
    sentence: null,
  });
});

it('names the command in one sentence where it is not root', () => {
  const { packages, sentence } = planFor(['firefox'], 'debian', false);
  expect(packages).toEqual([]);
  expect(sentence).toContain('Install Firefox with `sudo apt-get install firefox-esr`');
});

it('sends Ubuntu’s browsers to snap, and installs only the fonts itself', () => {
  const { packages, sentence } = planFor(['chromium', 'fonts'], 'ubuntu', true);
  expect(packages).toEqual(['fontconfig', 'fonts-noto-cjk', 'fonts-noto-color-emoji']);
  expect(sentence).toContain('`sudo snap install chromium`');
});

it('installs the programs that read exports wherever it installs anything', () => {
  expect(planFor(['xmllint'], 'debian', true).packages).toEqual(['libxml2-utils']);
  expect(planFor(['xmllint'], 'ubuntu', true).packages).toEqual(['libxml2-utils']);
  expect(planFor(['xmllint'], 'ubuntu', false).sentence).toContain('`sudo apt-get install libxml2-utils`');
});

it('names no command on a system that it does not know', () => {
  const { packages, sentence } = planFor(['chromium', 'firefox'], null, false);
  expect(packages).toEqual([]);
  expect(sentence).toMatch(/^Install Chromium, Chrome or Edge and Firefox, then run this command again/u);
});
