/** What the sidebar has to say of the open article beyond its cards: its facts, where else it stands, and how it has changed. */

import { AboutPanel } from './about-panel';
import { SameText } from './same-text';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { TextChanges } from './text-changes';

interface AboutArticleProps {
  state: Pick<SidebarState, 'about' | 'sameText' | 'revisit' | 'isReadOnly' | 'variables'>;
  actions: SidebarActions;
  /** Null: not open. */
  open: 'details' | 'variables' | null;
  onClose(): void;
}

export function AboutArticle({ state, actions, open, onClose }: AboutArticleProps) {
  const { about, sameText, revisit, isReadOnly } = state;
  return (
    <>
      {open !== null && about !== null && (
        <AboutPanel
          key={`${about.id ?? about.here} ${open}`}
          about={about}
          variables={state.variables}
          start={open}
          isReadOnly={isReadOnly}
          actions={actions}
          onClose={onClose}
        />
      )}
      {sameText !== null && !isReadOnly && <SameText sameText={sameText} actions={actions} />}
      {revisit !== null && <TextChanges revisit={revisit} actions={actions} />}
    </>
  );
}
