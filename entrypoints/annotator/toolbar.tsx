/** Draws the toolbar's component in its frame in the news page, with its words. */

import { type ComponentChild, render } from 'preact';
import { isElement } from '../../components/any-frame';
import controlStyles from '../../components/controls.css?inline';
import { Keys } from '../../components/key-choices';
import { Strings } from '../../components/strings';
import themeStyles from '../../components/theme.css?inline';
import { Toolbar } from '../../components/toolbar';
import barStyles from '../../components/toolbar.css?inline';
import { performToolbarAction } from '../../components/toolbar-commands';
import { Said } from '../../components/toolbar-notice';

export { readingMove } from '../../components/reading-keys';

import { toolbarKeyAction } from '../../components/toolbar-keys';
import type { ToolbarActions, ToolbarNotice, ToolbarState } from '../../core/toolbar';
import { pageExtension } from '../../platform/page-extension';

export const toolbarStyles = [themeStyles, controlStyles, barStyles].join('\n');

const translate = (key: string, ...substitutions: string[]) =>
  pageExtension().i18n.getMessage(key, substitutions);

export const interfaceLanguage = () => pageExtension().i18n.getMessage('language_tag');

export interface Drawing {
  draw(state: ToolbarState | null, actions: ToolbarActions, notice: ToolbarNotice | null): void;
  /** Draws there from now on; nothing is drawn before the first place is known. */
  moveTo(parent: HTMLElement): void;
}

/** Taking a focused field away makes its "leave" ask for another drawing in the middle of this one: it waits its turn. */
export function createDrawing(): Drawing {
  let parent: HTMLElement | null = null;
  let wanted: ComponentChild = null;
  let isStale = false;
  let isDrawing = false;

  const redraw = () => {
    isStale = true;
    if (parent !== null && isGone(parent)) parent = null;
    if (isDrawing || parent === null) return;
    isDrawing = true;
    while (isStale) {
      isStale = false;
      render(wanted, parent);
    }
    isDrawing = false;
  };

  return {
    draw(state, actions, notice) {
      // What is read out must be put into something that stands there already.
      if (state !== null || wanted !== null) wanted = toolbar(state, actions, notice);
      redraw();
    },
    moveTo(next) {
      if (parent !== null && !isGone(parent)) render(null, parent);
      parent = next;
      redraw();
    },
  };
}

/** A page has thrown the frame out: its document is closed, and in Firefox cannot even be asked. */
function isGone(place: HTMLElement): boolean {
  try {
    return place.ownerDocument.defaultView === null;
  } catch {
    return true;
  }
}

function toolbar(state: ToolbarState | null, actions: ToolbarActions, notice: ToolbarNotice | null) {
  return (
    <Strings.Provider value={translate}>
      {state !== null && (
        <Keys.Provider value={state.settings}>
          <Toolbar state={state} actions={actions} />
        </Keys.Provider>
      )}
      <Said notice={notice} />
    </Strings.Provider>
  );
}

export function pressKey(event: KeyboardEvent, state: ToolbarState, actions: ToolbarActions): boolean {
  const action = toolbarKeyAction(event, {
    subject: state.subject.kind,
    choices: state.settings,
    hasFocus: isInToolbar(event),
  });
  return action !== null && performToolbarAction(action, state, actions);
}

/** The toolbar has a document of its own. */
function isInToolbar(event: KeyboardEvent): boolean {
  return isElement(event.target) && event.target.ownerDocument !== document;
}
