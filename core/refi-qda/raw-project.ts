/** A REFI-QDA project as its file says it, before anything is made of it. GUIDs in lower case, times as written. */

export interface RawProject {
  /** Whether Pressmark wrote it. */
  isOwn: boolean;
  created: string | null;
  /** Names by GUID, as everything below that is a map. */
  users: Map<string, string>;
  codePaths: Map<string, readonly string[]>;
  variables: Map<string, RawVariable>;
  cases: { outlet: string; sources: string[] }[];
  sources: RawSource[];
  notes: Map<string, RawNote>;
  /** How many elements of a name a library has no place for. */
  unread: Map<string, number>;
}

export interface RawVariable {
  name: string;
  /** `Text`, `Boolean`, `Integer`, `Float`, `Date` or `DateTime`. */
  type: string;
  description: string;
}

export interface RawNote {
  name: string;
  /** Of its text, where that is a file. */
  path: string | null;
  text: string;
  /** Whether a selection names it. */
  isUsed: boolean;
}

export interface RawSource {
  /** "source 2". */
  where: string;
  guid: string | null;
  name: string;
  description: string;
  /** Of its text, where that is a file; else `content`. */
  path: string | null;
  content: string | null;
  created: string | null;
  selections: RawSelection[];
  values: { variable: string; text: string }[];
  /** Codes that were given to the source as a whole. */
  wholeCodings: number;
}

export interface RawSelection {
  /** "source 2, selection 3". */
  where: string;
  guid: string | null;
  name: string;
  /** Code points; null where the file gives no number. */
  start: number | null;
  end: number | null;
  description: string;
  codings: { code: string | null; user: string | null }[];
  /** GUIDs. */
  notes: string[];
  user: string | null;
  created: string | null;
  modified: string | null;
}
