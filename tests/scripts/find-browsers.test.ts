import { describe, expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/find-browsers.mjs';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('findBrowsers', () => {
  it('takes Chromium before branded Chrome on Linux, whichever folder stands first', () => {
    const found = findBrowsers({
      platform: 'linux',
      environment: { PATH: '/opt/bin:/usr/bin' },
      isProgram: only('/opt/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/firefox-esr'),
    });
    expect(found).toEqual({ chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' });
  });

  it('looks into the applications of macOS, the reader’s own too', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const firefox = '/Users/li/Applications/Firefox.app/Contents/MacOS/firefox';
    const found = findBrowsers({
      platform: 'darwin',
      environment: { HOME: '/Users/li', PATH: '/usr/bin' },
      isProgram: only(chrome, firefox),
    });
    expect(found).toEqual({ chromium: chrome, firefox });
  });

  it('looks into the program folders of Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const found = findBrowsers({
      platform: 'win32',
      environment: { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      isProgram: only(edge),
    });
    expect(found).toEqual({ chromium: edge, firefox: null });
  });

  it('takes the paths of CHROMIUM_PATH and FIREFOX_PATH without looking', () => {
    const environment = { CHROMIUM_PATH: '/my/chromium', FIREFOX_PATH: '/my/firefox' };
    expect(findBrowsers({ platform: 'linux', environment, isProgram: () => false })).toEqual({
      chromium: '/my/chromium',
      firefox: '/my/firefox',
    });
  });
});
