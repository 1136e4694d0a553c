/** Sees to the two browsers, the Chinese fonts and the programs that read exports: installs them from Debian's packages where it may, else says what to install. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readers } from './readers.mjs';
import { run, SetUpError, twice } from './run.mjs';

/** What each thing is called by a person and by Debian. */
const things = {
  chromium: { name: 'Chromium, Chrome or Edge', packages: ['chromium'] },
  firefox: { name: 'Firefox', packages: ['firefox-esr'] },
  fonts: { name: 'a Chinese font', packages: ['fontconfig', 'fonts-noto-cjk', 'fonts-noto-color-emoji'] },
  ...readers,
};

/**
 * What to do about what is missing.
 * @param {string[]} missing some of `chromium`, `firefox`, `fonts`, and the names of readers
 * @param {string | null} distribution the ID of /etc/os-release; null where there is none
 * @param {boolean} isRoot
 * @returns {{ packages: string[], sentence: string | null }} Debian packages to install now; what to tell the person, or null
 */
export function planFor(missing, distribution, isRoot) {
  // On Ubuntu the packages of these names install a snap, which an unattended set-up cannot rely on.
  const installable = missing.filter(
    (thing) => isRoot && (distribution === 'debian' || (distribution === 'ubuntu' && !isBrowser(thing))),
  );
  const rest = missing.filter((thing) => !installable.includes(thing));
  return {
    packages: installable.flatMap((thing) => things[thing].packages),
    sentence: rest.length === 0 ? null : sentenceFor(rest, distribution),
  };
}

/** Throws a SetUpError with one sentence when something is missing that it may not install. */
export function installSystem(findMissing) {
  const missing = findMissing();
  if (missing.length === 0) return;
  const plan = planFor(missing, readDistribution(), process.getuid?.() === 0);
  if (plan.packages.length > 0) installDebianPackages(plan.packages);
  if (plan.sentence !== null) throw new SetUpError(plan.sentence);
  const stillMissing = findMissing();
  if (stillMissing.length > 0) throw new SetUpError(sentenceFor(stillMissing, null));
}

/** Pictures of pages without a display must not show boxes for Chinese; a person's own desktop is theirs. */
export function areFontsMissing() {
  if (process.platform !== 'linux') return false;
  const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
  if (CI === undefined && (DISPLAY ?? WAYLAND_DISPLAY) !== undefined) return false;
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() === '';
}

function isBrowser(thing) {
  return thing === 'chromium' || thing === 'firefox';
}

function installDebianPackages(packages) {
  process.stdout.write(`Installing ${packages.join(', ')} …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', ['-qq', ...args], { environment });
  const done =
    twice(() => apt('update')) && twice(() => apt('install', '-y', '--no-install-recommends', ...packages));
  if (!done) throw new SetUpError(`apt-get could not install ${packages.join(', ')}: see its message above.`);
}

function sentenceFor(missing, distribution) {
  const names = missing.map((thing) => things[thing].name).join(' and ');
  const packages = missing.flatMap((thing) => things[thing].packages).join(' ');
  const snaps = missing.filter(isBrowser).join(' ');
  const how = {
    debian: ` with \`sudo apt-get install ${packages}\``,
    ubuntu:
      snaps === '' ? ` with \`sudo apt-get install ${packages}\`` : ` with \`sudo snap install ${snaps}\``,
  }[distribution ?? ''];
  return `Install ${names}${how ?? ''}, then run this command again (CHROMIUM_PATH and FIREFOX_PATH name a browser that stands elsewhere).`;
}

function readDistribution() {
  if (!existsSync('/etc/os-release')) return null;
  return /^ID="?([a-z]+)"?$/mu.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? null;
}
