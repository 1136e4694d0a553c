/** The browsers that a proof runs in, for `describe.each`. */

import { launchChromium } from './chromium';
import type { Driver, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';

interface Browser {
  browser: string;
  launch(options?: LaunchOptions): Promise<Driver>;
}

export const bothBrowsers: readonly Browser[] = [
  { browser: 'Chromium', launch: launchChromium },
  { browser: 'Firefox', launch: launchFirefox },
];
