/** What the sidebar has to say of the open article beyond its cards: its facts, where else it stands, and how it has changed. */

import { AboutPanel } from './about-panel';
import { SameText } from './same-text';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { TextChanges } from './text-changes';

interface AboutArticleProps {
  state: Pick<SidebarState, 'about' | 'sameText' | 'revisit' | 'isReadOnly'>;
  actions: SidebarActions;
  isOpen: boolean;
  onClose(): void;
}

export function AboutArticle({ state, actions, isOpen, onClose }: AboutArticleProps) {
  const { about, sameText, revisit, isReadOnly } = state;
  return (
    <>
      {isOpen && about !== null && (
        <AboutPanel
          key={about.id ?? about.here}
          about={about}
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
