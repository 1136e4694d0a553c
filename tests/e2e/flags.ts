/** Chromium's switches for a quiet, repeatable run: nothing but our own pages may use the network. */

export const stableFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
