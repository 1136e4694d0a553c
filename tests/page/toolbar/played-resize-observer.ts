/** What jsdom lacks for the toolbar's frame: somebody who watches sizes. It calls back when the test says so. */

import { vi } from 'vitest';

class PlayedResizeObserver {
  readonly #resized: () => void;
  constructor(resized: () => void) {
    this.#resized = resized;
  }
  observe(element: Element): void {
    watched.set(element, this.#resized);
  }
  unobserve(element: Element): void {
    watched.delete(element);
  }
  disconnect(): void {
    for (const [element, resized] of watched) if (resized === this.#resized) watched.delete(element);
  }
}

/** The elements whose size is watched now, each with whom to tell of a change. */
export const watched = new Map<Element, () => void>();

vi.stubGlobal('ResizeObserver', PlayedResizeObserver);
