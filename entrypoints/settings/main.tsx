/** The page of the settings: joins the library's settings and the component. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/keys-page.css';
import { KeysPage } from '../../components/keys-page';
import { Strings } from '../../components/strings';
import { type Problem, problemOf } from '../../core/problem';
import { type Settings, usualSettings } from '../../core/settings';
import { translate } from '../../platform/translate';
import type { Store } from '../../store/open-store';
import { changeSettings, settings as readSettings } from '../../store/settings';
import { watch } from '../../store/watch';
import { startPage } from '../../wiring/start-page';

document.title = translate('keys_title');

function start(store: Store, parent: Element): void {
  let settings = usualSettings;
  let problem: Problem | null = null;

  const draw = () =>
    render(
      <Strings.Provider value={translate}>
        <KeysPage settings={settings} problem={problem} isReadOnly={store.readOnly} onChange={change} />
      </Strings.Provider>,
      parent,
    );
  const show = (next: Settings) => {
    settings = next;
    draw();
  };
  const fail = (error: unknown) => {
    problem = problemOf(error);
    draw();
  };
  const change = (next: Partial<Settings>) => {
    const before = settings;
    problem = null;
    // At once: the next change builds upon it.
    show({ ...settings, ...next });
    changeSettings(store, next).catch((error: unknown) => {
      settings = before;
      fail(error);
    });
  };
  watch(() => readSettings(store), {
    signal: new AbortController().signal,
    fail,
    show,
  });
}

startPage('settings', start);
