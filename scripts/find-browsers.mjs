/** Finds a Chromium (Chrome, Chromium or Edge) and a Firefox in the usual places of Linux, macOS and Windows; plain JavaScript, because it runs before any package is installed. */

import { existsSync, readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Chromium stands first: branded Chrome takes no unpacked extension on its command line since version 137. */
const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox', 'firefox-esr'],
};

const macApplications = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
  ],
};

const windowsPrograms = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const overrides = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/**
 * A path named by CHROMIUM_PATH or FIREFOX_PATH is taken even when nothing is there, so that a wrong one is noticed.
 * @returns full paths; null where there is none
 */
export function findBrowsers({
  platform = process.platform,
  environment = process.env,
  isProgram = isInstalledProgram,
} = {}) {
  /** @param {'chromium' | 'firefox'} browser */
  const find = (browser) =>
    environment[overrides[browser]] ?? candidates(browser, platform, environment).find(isProgram) ?? null;
  return { chromium: find('chromium'), firefox: find('firefox') };
}

function candidates(browser, platform, environment) {
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms[browser].map((program) => win32.join(folder, program)));
  }
  const onPath = [...(environment.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']
    .filter((folder) => folder !== '')
    .flatMap((folder) => commands[browser].map((command) => posix.join(folder, command)));
  if (platform !== 'darwin') return byCommand(onPath, commands[browser]);
  const folders = ['/Applications', posix.join(environment.HOME ?? '/', 'Applications')];
  return [
    ...folders.flatMap((folder) => macApplications[browser].map((name) => posix.join(folder, name))),
    ...byCommand(onPath, commands[browser]),
  ];
}

/** The better browser goes before the earlier folder. */
function byCommand(paths, order) {
  return order.flatMap((command) => paths.filter((path) => posix.basename(path) === command));
}

/** Ubuntu's packages `chromium-browser` and `firefox` hold only a script that tells to install a snap. */
function isInstalledProgram(path) {
  if (!existsSync(path)) return false;
  if (!path.startsWith('/usr/bin/') || existsSync(path.replace('/usr/bin/', '/snap/bin/'))) return true;
  const start = readFileSync(path, { encoding: 'latin1', flag: 'r' }).slice(0, 4000);
  return !(start.startsWith('#!') && start.includes('/snap/bin/'));
}
