/** Starts a page of the extension: opens its library, or says why it cannot. */

import { render } from 'preact';
import { ProblemBanner } from '../components/problem-banner';
import { Strings } from '../components/strings';
import { problemOf } from '../core/problem';
import { newId } from '../platform/new-id';
import { tellTabsChanged } from '../platform/tabs';
import { interfaceLanguage, translate } from '../platform/translate';
import { openStore, type Store } from '../store/open-store';

/** @param frame the class of the page's outermost element */
export function startPage(frame: string, start: (store: Store, parent: Element) => void): void {
  const parent = document.getElementById('app');
  document.documentElement.lang = interfaceLanguage();
  if (parent === null) return;
  openStore({ newId, now: Date.now, announce: () => void tellTabsChanged() })
    .then((store) => start(store, parent))
    .catch((error: unknown) => refuse(parent, frame, error));
}

/** Without a library there is nothing to show: only why. */
function refuse(parent: Element, frame: string, error: unknown): void {
  render(
    <Strings.Provider value={translate}>
      <main class={frame}>
        <ProblemBanner problem={problemOf(error)} />
      </main>
    </Strings.Provider>,
    parent,
  );
}
