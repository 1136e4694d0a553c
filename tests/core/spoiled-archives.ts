/** A sound archive, ways to spoil it, and what the reader of archives then says. */

import { type Archive, ArchiveError, parseArchive, serializeArchive } from '../../core/archive';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aVariable } from '../builders';

/** One sound record of each kind, linked. */
export function soundArchive(): Archive {
  const snapshot = aSnapshot();
  const variable = aVariable();
  const article = anArticle({ snapshot: snapshot.sha256, variables: { [variable.id]: '市' } });
  const parent = aCode({ name: '主体' });
  const code = aCode({ name: '区委', parentId: parent.id });
  const annotation = anAnnotation({ articleId: article.id, codeIds: [code.id], note: '见下文' });
  return anArchive({
    articles: [article],
    snapshots: [snapshot],
    codes: [parent, code],
    annotations: [annotation],
    variables: [variable],
  });
}

/** The archive's JSON after one change to its parsed form. */
export function changed(change: (file: Archive) => void): string {
  const file: Archive = JSON.parse(serializeArchive(soundArchive()));
  change(file);
  return JSON.stringify(file);
}

/** Puts `value` at a path such as `annotations.0.target.quote.exact`; undefined takes it away. */
export function withValue(path: string, value: unknown): string {
  return changed((file) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<object>((level, key) => Reflect.get(level, key), file);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Reflect.set(parent, last, value);
  });
}

/** The message with which the text is refused, or "taken". */
export function refusal(text: string): string {
  try {
    parseArchive(text);
  } catch (error) {
    if (error instanceof ArchiveError) return error.message;
    throw error;
  }
  return 'taken';
}
