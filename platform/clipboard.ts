/** Puts text where the person can paste it from; only shortly after they have pressed something. */

export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}
