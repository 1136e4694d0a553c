/** Keeps what the page shows in its address, so that back, forward, a reload and a bookmark lead to it. */

import { type LibraryView, printView, readView } from '../../core/library-view';

export interface AddressKeeper {
  /** @param isTyping whether this belongs to the changes just before it, so that one step back leads out of all of them */
  write(view: LibraryView, isTyping: boolean): void;
}

/** Browsers refuse to write the address at each key press. In milliseconds. */
const typingPause = 250;

/** @param show called when the person goes back or forward, or changes the address */
export function keepAddress(show: (view: LibraryView) => void): AddressKeeper {
  let wasTyping = false;
  let pending: ReturnType<typeof setTimeout> | undefined;

  window.addEventListener('popstate', () => {
    clearTimeout(pending);
    wasTyping = false;
    show(readView(location.hash));
  });

  return {
    write(view, isTyping) {
      const address = `#${printView(view)}`;
      clearTimeout(pending);
      if (isTyping && wasTyping)
        pending = setTimeout(() => history.replaceState(null, '', address), typingPause);
      else history.pushState(null, '', address);
      wasTyping = isTyping;
    },
  };
}
