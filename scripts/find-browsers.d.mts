/** The types of find-browsers.mjs, which stays plain JavaScript. */

export interface Browsers {
  /** Full path of a Chromium, Chrome or Edge; null where there is none. */
  chromium: string | null;
  /** Full path of a Firefox; null where there is none. */
  firefox: string | null;
}

export interface Surroundings {
  platform?: string;
  environment?: Record<string, string | undefined>;
  isProgram?: (path: string) => boolean;
}

export function findBrowsers(surroundings?: Surroundings): Browsers;
