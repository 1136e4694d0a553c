/** Builders of what the components are given: each sound, with what the test is about put over it. */

import { vi } from 'vitest';
import type { SidebarActions, SidebarState } from '../../components/sidebar-model';
import type { Card } from '../../core/cards';
import type { CodeEntry } from '../../core/code-entry';
import { usualSettings } from '../../core/settings';
import type { ToolbarActions, ToolbarState } from '../../core/toolbar';
import { aPlacement } from '../builders';

export const codes: CodeEntry[] = [
  { id: 'actor', path: '主体/区委', colour: 'yellow', count: 2 },
  { id: 'duty', path: '责任', colour: 'green', count: 1 },
  { id: 'budget', path: 'policy/Budget', colour: 'blue', count: 1 },
];

export function aCard(id: string, over: Partial<Card> = {}): Card {
  return {
    id,
    quote: `quote ${id}`,
    language: 'zh-CN',
    codeIds: [],
    note: '',
    created: '2026-03-01T12:00:00.000Z',
    placement: aPlacement({ id }),
    ...over,
  };
}

export function aSidebarState(over: Partial<SidebarState> = {}): SidebarState {
  return {
    view: 'article',
    page: {
      kind: 'article',
      metadata: {
        title: { value: '全面深化', from: 'json-ld' },
        authors: { value: ['苏展'], from: 'credit-line' },
        outlet: { value: '江津融媒体中心', from: 'meta' },
        source: null,
        published: { value: '2024-01-10', from: 'time-element', zoneAssumed: false },
        language: { value: 'zh-CN', from: 'meta' },
        section: null,
      },
    },
    about: null,
    sameText: null,
    revisit: null,
    cards: [aCard('one'), aCard('two'), aCard('three')],
    unclear: [],
    lost: [],
    articleCounts: { kept: 3, unclear: 0, lost: 0 },
    groups: [],
    libraryCount: 3,
    hasMore: false,
    codes,
    recentCodeIds: ['duty'],
    search: '',
    codeFilter: null,
    undo: null,
    redo: null,
    status: null,
    problem: null,
    unsavedNote: null,
    isReadOnly: false,
    cardInView: null,
    awaitedId: null,
    exportCounts: { article: 3, search: 3, everything: 9 },
    exportRun: null,
    importReport: null,
    isPaintHidden: false,
    siteRule: 'articles',
    codebook: { codes: [], counts: new Map(), isRead: true },
    trash: null,
    variables: null,
    settings: usualSettings,
    ...over,
  };
}

function codebookActions() {
  return {
    newCode: vi.fn<SidebarActions['newCode']>(async () => null),
    renameCode: vi.fn<SidebarActions['renameCode']>(),
    colourCode: vi.fn<SidebarActions['colourCode']>(),
    describeCode: vi.fn<SidebarActions['describeCode']>(),
    moveCode: vi.fn<SidebarActions['moveCode']>(),
    previewMerge: vi.fn<SidebarActions['previewMerge']>(async () => ({
      codeCount: 2,
      annotationCount: 14,
      movedCount: 1,
    })),
    mergeCodes: vi.fn<SidebarActions['mergeCodes']>(),
    quotesOf: vi.fn<SidebarActions['quotesOf']>(async () => []),
    splitCode: vi.fn<SidebarActions['splitCode']>(async () => null),
    archiveCode: vi.fn<SidebarActions['archiveCode']>(),
    deleteCode: vi.fn<SidebarActions['deleteCode']>(),
    lockCodebook: vi.fn<SidebarActions['lockCodebook']>(),
    exportCodebook: vi.fn<SidebarActions['exportCodebook']>(),
    readCodebook: vi.fn<SidebarActions['readCodebook']>(),
  };
}

export function sidebarActions() {
  return {
    showView: vi.fn<SidebarActions['showView']>(),
    search: vi.fn<SidebarActions['search']>(),
    filterByCode: vi.fn<SidebarActions['filterByCode']>(),
    reveal: vi.fn<SidebarActions['reveal']>(),
    openArticle: vi.fn<SidebarActions['openArticle']>(),
    edit: vi.fn<SidebarActions['edit']>(),
    remove: vi.fn<SidebarActions['remove']>(),
    revealPlace: vi.fn<SidebarActions['revealPlace']>(),
    choosePlace: vi.fn<SidebarActions['choosePlace']>(),
    readFrozenText: vi.fn<SidebarActions['readFrozenText']>(async (id) => ({
      before: 'what stood before ',
      words: `quote ${id}`,
      after: ' and after',
      isCutBefore: false,
      isCutAfter: true,
    })),
    awaitPlace: vi.fn<SidebarActions['awaitPlace']>(),
    stopAwaiting: vi.fn<SidebarActions['stopAwaiting']>(),
    correct: vi.fn<SidebarActions['correct']>(),
    copyCitation: vi.fn<SidebarActions['copyCitation']>(),
    carryOver: vi.fn<SidebarActions['carryOver']>(),
    keepApart: vi.fn<SidebarActions['keepApart']>(),
    joinAddress: vi.fn<SidebarActions['joinAddress']>(),
    splitAddress: vi.fn<SidebarActions['splitAddress']>(),
    showCard: vi.fn<SidebarActions['showCard']>(),
    openLibrary: vi.fn<SidebarActions['openLibrary']>(),
    openSettings: vi.fn<SidebarActions['openSettings']>(),
    undo: vi.fn<SidebarActions['undo']>(),
    redo: vi.fn<SidebarActions['redo']>(),
    annotateAnyway: vi.fn<SidebarActions['annotateAnyway']>(),
    hidePaint: vi.fn<SidebarActions['hidePaint']>(),
    ruleSite: vi.fn<SidebarActions['ruleSite']>(),
    showMore: vi.fn<SidebarActions['showMore']>(),
    dismissStatus: vi.fn<SidebarActions['dismissStatus']>(),
    dismissProblem: vi.fn<SidebarActions['dismissProblem']>(),
    previewExport: vi.fn<SidebarActions['previewExport']>(async ({ format }) => `preview of ${format}`),
    exportFile: vi.fn<SidebarActions['exportFile']>(),
    saveTemplate: vi.fn<SidebarActions['saveTemplate']>(),
    endExport: vi.fn<SidebarActions['endExport']>(),
    readImport: vi.fn<SidebarActions['readImport']>(),
    confirmImport: vi.fn<SidebarActions['confirmImport']>(),
    cancelImport: vi.fn<SidebarActions['cancelImport']>(),
    readHistory: vi.fn<SidebarActions['readHistory']>(async () => []),
    editMany: vi.fn<SidebarActions['editMany']>(),
    removeMany: vi.fn<SidebarActions['removeMany']>(),
    restore: vi.fn<SidebarActions['restore']>(),
    emptyTrash: vi.fn<SidebarActions['emptyTrash']>(),
    saveVariable: vi.fn<SidebarActions['saveVariable']>(),
    removeVariable: vi.fn<SidebarActions['removeVariable']>(),
    fillVariable: vi.fn<SidebarActions['fillVariable']>(),
    findOccurrences: vi.fn<SidebarActions['findOccurrences']>(async () => []),
    keepOccurrences: vi.fn<SidebarActions['keepOccurrences']>(),
    ...codebookActions(),
  };
}

export function aToolbarState(over: Partial<ToolbarState> = {}): ToolbarState {
  return {
    subject: { kind: 'new' },
    view: 'bar',
    codes,
    recentCodeIds: ['duty', 'actor'],
    digitCodeIds: ['duty', 'actor', null, null, null, null, null, null, null],
    activeCode: null,
    settings: usualSettings,
    overlapCount: 0,
    occurrences: [],
    draft: null,
    notice: null,
    problem: null,
    ...over,
  };
}

export function toolbarActions() {
  return {
    showView: vi.fn<ToolbarActions['showView']>(),
    keep: vi.fn<ToolbarActions['keep']>(),
    edit: vi.fn<ToolbarActions['edit']>(),
    adjust: vi.fn<ToolbarActions['adjust']>(),
    merge: vi.fn<ToolbarActions['merge']>(),
    remove: vi.fn<ToolbarActions['remove']>(),
    choose: vi.fn<ToolbarActions['choose']>(),
    attach: vi.fn<ToolbarActions['attach']>(),
    activate: vi.fn<ToolbarActions['activate']>(),
    toggleOnLast: vi.fn<ToolbarActions['toggleOnLast']>(),
    keepOccurrences: vi.fn<ToolbarActions['keepOccurrences']>(),
    undo: vi.fn<ToolbarActions['undo']>(),
    redo: vi.fn<ToolbarActions['redo']>(),
    openSidebar: vi.fn<ToolbarActions['openSidebar']>(),
    switchOff: vi.fn<ToolbarActions['switchOff']>(),
    dismiss: vi.fn<ToolbarActions['dismiss']>(),
  };
}
