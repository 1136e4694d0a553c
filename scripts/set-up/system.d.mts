/** The types of what the tests use of system.mjs, which stays plain JavaScript. */

export interface Plan {
  /** Debian packages to install now. */
  packages: string[];
  /** What to tell the person; null when there is nothing. */
  sentence: string | null;
}

/** @param distribution the ID of /etc/os-release; null where there is none */
export function planFor(
  missing: ('chromium' | 'firefox' | 'fonts' | 'xmllint')[],
  distribution: string | null,
  isRoot: boolean,
): Plan;
