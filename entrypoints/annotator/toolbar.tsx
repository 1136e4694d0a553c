/** Draws the toolbar's component in the page's closed shadow root, with its words. */

import { render } from 'preact';
import controlStyles from '../../components/controls.css?inline';
import { Strings } from '../../components/strings';
import themeStyles from '../../components/theme.css?inline';
import { Toolbar } from '../../components/toolbar';
import barStyles from '../../components/toolbar.css?inline';
import { performToolbarAction } from '../../components/toolbar-commands';
import { toolbarKeyAction } from '../../components/toolbar-keys';
import type { ToolbarActions, ToolbarState } from '../../core/toolbar';
import { pageExtension } from '../../platform/page-extension';

export const toolbarStyles = [themeStyles, controlStyles, barStyles].join('\n');

const translate = (key: string, ...substitutions: string[]) =>
  pageExtension().i18n.getMessage(key, substitutions);

/** Taking a focused field away makes its "leave" ask for another drawing in the middle of this one: it waits its turn. */
export function createDrawing(parent: Element) {
  let next: (() => void) | null = null;
  let isDrawing = false;
  return (state: ToolbarState | null, actions: ToolbarActions): void => {
    next = () => render(state === null ? null : toolbar(state, actions), parent);
    if (isDrawing) return;
    isDrawing = true;
    for (let draw = next; next !== null; draw = next ?? draw) {
      next = null;
      draw();
    }
    isDrawing = false;
  };
}

function toolbar(state: ToolbarState, actions: ToolbarActions) {
  return (
    <Strings.Provider value={translate}>
      <Toolbar state={state} actions={actions} />
    </Strings.Provider>
  );
}

export function pressKey(event: KeyboardEvent, state: ToolbarState, actions: ToolbarActions): boolean {
  const action = toolbarKeyAction(event, state.subject.kind);
  return action !== null && performToolbarAction(action, state, actions);
}
