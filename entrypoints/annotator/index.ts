/** The second script, only where there is something to annotate: joins the session, the toolbar and the background. */

import { defineUnlistedScript } from '#imports';
import { problemOf } from '../../core/problem';
import { annotateWhileWanted } from '../../page/annotate-while-wanted';
import { chooseCandidate } from '../../page/choose-candidate';
import { createClaimReader, loadedAddress, readCanonical } from '../../page/claim';
import { isolatedWorld } from '../../page/isolated-world';
import { metadataToKeep } from '../../page/metadata/metadata-to-keep';
import { readMetadata } from '../../page/metadata/read-metadata';
import { createPainter } from '../../page/paint/painter';
import { type Session, startSession } from '../../page/session';
import { readArticle } from '../../page/text/article-text';
import { createEarlyKeys } from '../../page/toolbar/early-keys';
import { createSurface } from '../../page/toolbar/surface';
import { controlToolbar } from '../../page/toolbar/toolbar-control';
import { createWantedCard } from '../../page/toolbar/wanted-card';
import { answerBackground } from '../../platform/answer-background';
import { askBackground } from '../../platform/ask-background';
import { createLibraryClient } from '../../platform/library-client';
import { newId } from '../../platform/new-id';
import { createDrawing, interfaceLanguage, pressKey, readingMove, toolbarStyles } from './toolbar';

export default defineUnlistedScript(() => {
  const world = isolatedWorld(() => createEarlyKeys(window));
  if (world.hearVerdict !== null) return;

  const wantedCard = createWantedCard();
  const annotating = annotateWhileWanted(
    world,
    () => location.href,
    async (signal) => {
      wantedCard.want(null);
      const drawing = createDrawing();
      const surface = createSurface({
        document,
        styles: toolbarStyles,
        language: interfaceLanguage(),
        ready: drawing.moveTo,
        signal,
      });
      // Registry names differ at each load, so that no page can wait for them.
      const painter = createPainter(
        document,
        surface.paint,
        (node) => node === surface.host,
        `h${newId().slice(0, 8)}`,
        signal,
      );
      let started: Session | null = null;
      const readText = () =>
        started === null
          ? readArticle(document, (node) => node === surface.host).text()
          : started.articleText();
      const client = createLibraryClient(createClaimReader(readText));
      const session = await startSession(document, client, painter, surface.host, signal);
      started = session;
      const toolbar = controlToolbar({
        document,
        surface,
        keys: world.keys,
        session,
        draw: drawing.draw,
        pressKey,
        readingMove,
        problemOf,
        openSidebar(id) {
          wantedCard.want(id);
          return askBackground('openSidebar', { id });
        },
        focusCard(id) {
          wantedCard.want(id);
          // A sidebar that cannot be told is no loss to the page.
          void askBackground('focusCard', { id }).catch(() => undefined);
        },
        switchOff: () => askBackground('switchOff', {}),
        signal,
      });
      surface.attach();
      return { session, toolbar };
    },
  );

  answerBackground(
    {
      addressChanged: () => annotating.addressChanged(),
      annotate: () => annotating.annotate(),
      changed() {
        annotating.current()?.session.follow();
        return undefined;
      },
      reveal({ id }) {
        annotating.current()?.session.reveal(id);
        return undefined;
      },
      placements: () => annotating.current()?.session.placements() ?? [],
      revealPlace: ({ start, end }) => annotating.current()?.session.glimpse(start, end) ?? false,
      async choosePlace(chosen) {
        const session = annotating.current()?.session;
        return session !== undefined && chooseCandidate(session, chosen);
      },
      awaitPlace: ({ id }) => annotating.current()?.toolbar.awaitPlace(id) ?? false,
      stopAwaiting() {
        annotating.current()?.toolbar.stopAwaiting();
        return undefined;
      },
      occurrences: ({ phrase }) => annotating.current()?.session.occurrences.find(phrase) ?? [],
      async keepOccurrences({ places, codeIds, newCodes }) {
        const session = annotating.current()?.session;
        return session?.occurrences.keep(places, { codeIds, newCodes, note: '' }) ?? 0;
      },
      focused: wantedCard.take,
      article() {
        const session = annotating.current()?.session;
        if (session === undefined) return null;
        return { text: session.articleText(), canonical: readCanonical(document, loadedAddress()) };
      },
      metadata: () => (annotating.isWanted() ? metadataToKeep(readMetadata(document, location.href)) : null),
    },
    new AbortController().signal,
  );
});
