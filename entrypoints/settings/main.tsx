/** The page of the settings: joins the library, the browser's storage and the sections. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/keys-page.css';
import '../../components/settings-sections.css';
import { BackupSection } from '../../components/backup-section';
import { KeysPage } from '../../components/keys-page';
import { PrivacySection } from '../../components/privacy-section';
import type { StorageState } from '../../components/settings-model';
import { SettingsPage } from '../../components/settings-page';
import { StorageSection } from '../../components/storage-section';
import { Strings } from '../../components/strings';
import type { BackupState } from '../../core/backup';
import { type Problem, problemOf } from '../../core/problem';
import { type Settings, usualSettings } from '../../core/settings';
import { browserStorage } from '../../platform/persist';
import { translate } from '../../platform/translate';
import { backupState } from '../../store/backup';
import type { Store } from '../../store/open-store';
import { changeSettings, settings as readSettings } from '../../store/settings';
import { storageFacts } from '../../store/storage';
import { watch } from '../../store/watch';
import { startPage } from '../../wiring/start-page';
import { type BackupWish, backupActions, nothingWished } from './backup-actions';

const { signal } = new AbortController();
document.title = translate('settings_title');

interface Shown {
  settings: Settings;
  problem: Problem | null;
  storage: StorageState | null;
  backup: BackupState | null;
  wish: BackupWish;
}

function start(store: Store, parent: Element): void {
  let shown: Shown = {
    settings: usualSettings,
    problem: null,
    storage: null,
    backup: null,
    wish: nothingWished,
  };
  const show = (change: Partial<Shown>) => {
    shown = { ...shown, ...change };
    draw();
  };
  const fail = (error: unknown) => show({ problem: problemOf(error) });
  const attempt = (work: () => Promise<unknown>) => {
    show({ problem: null });
    work().catch(fail);
  };
  const change = (next: Partial<Settings>) => {
    const before = shown.settings;
    // At once: the next change builds upon it.
    show({ problem: null, settings: { ...before, ...next } });
    changeSettings(store, next).catch((error: unknown) => {
      show({ settings: before });
      fail(error);
    });
  };
  let isRefused = false;
  const readStorage = async () => ({
    ...(await storageFacts(store)),
    ...(await browserStorage()),
    isRefused,
  });
  const actions = backupActions({
    store,
    attempt,
    wish: (next) => show({ wish: { ...shown.wish, ...next } }),
    refresh(told) {
      ({ isRefused } = told);
      void readStorage().then((storage) => show({ storage }), fail);
    },
  });
  const draw = () => {
    const { settings, problem, storage, backup, wish } = shown;
    render(
      <Strings.Provider value={translate}>
        <SettingsPage>
          <StorageSection state={storage} actions={actions} />
          <BackupSection
            state={backup === null ? null : { ...backup, ...wish }}
            isReadOnly={store.readOnly}
            actions={actions}
          />
          <PrivacySection />
          <KeysPage settings={settings} problem={problem} isReadOnly={store.readOnly} onChange={change} />
        </SettingsPage>
      </Strings.Provider>,
      parent,
    );
  };
  watch(() => readSettings(store), { signal, fail, show: (settings) => show({ settings }) });
  watch(readStorage, { signal, fail, show: (storage) => show({ storage }) });
  watch(() => backupState(store), { signal, fail, show: (backup) => show({ backup }) });
  attempt(actions.lookForWaiting);
}

startPage('settings', start);
