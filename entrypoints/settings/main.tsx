/** The page of the settings: joins the library's settings and the component. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/keys-page.css';
import { KeysPage } from '../../components/keys-page';
import { ProblemBanner } from '../../components/problem-banner';
import { Strings } from '../../components/strings';
import { type Problem, problemOf } from '../../core/problem';
import { type Settings, usualSettings } from '../../core/settings';
import { newId } from '../../platform/new-id';
import { tellTabsChanged } from '../../platform/tabs';
import { interfaceLanguage, translate } from '../../platform/translate';
import { openStore } from '../../store/open-store';
import { changeSettings, settings as readSettings } from '../../store/settings';
import { watch } from '../../store/watch';

const app = document.getElementById('app');
document.documentElement.lang = interfaceLanguage();
document.title = translate('keys_title');

async function start(parent: Element): Promise<void> {
  const store = await openStore({ newId, now: Date.now, announce: () => void tellTabsChanged() });
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

/** Without a library there is nothing to set: only why. */
function refuse(parent: Element, error: unknown): void {
  render(
    <Strings.Provider value={translate}>
      <main class="settings">
        <ProblemBanner problem={problemOf(error)} />
      </main>
    </Strings.Provider>,
    parent,
  );
}

if (app !== null) start(app).catch((error: unknown) => refuse(app, error));
