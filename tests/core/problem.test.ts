/** Every refusal has its sentence, and what travelled between scripts has the same one. */

import { expect, it } from 'vitest';
import { ArchiveError, type ArchiveFault } from '../../core/archive';
import { RefusedRequestError } from '../../core/messages';
import { nextProblem, problemOf, wordsOf } from '../../core/problem';
import * as refusals from '../../store/errors';

function named(name: string, message = 'x'): Error {
  return Object.assign(new Error(message), { name });
}

it.each([
  ['NewerLibraryError', 'problem_newer'],
  ['StorageRefusedError', 'problem_private'],
  ['StorageFullError', 'problem_storage_full'],
  ['QuotaExceededError', 'problem_storage_full'],
  ['OpenFailedError', 'problem_library'],
  ['DatabaseClosedError', 'problem_library'],
  ['InvalidStateError', 'problem_library'],
  ['NothingToKeepError', 'problem_nothing_to_keep'],
  ['NoAnswerError', 'problem_not_saved'],
  ['RefusedRequestError', 'problem_not_saved'],
  ['RecordNotFoundError', 'problem_not_saved'],
  ['NotYourAnnotationError', 'problem_not_saved'],
  ['BadCodeNameError', 'problem_name'],
  ['BadVariableNameError', 'problem_name'],
  ['CodeNameTakenError', 'problem_name_taken'],
  ['VariableNameTakenError', 'problem_name_taken'],
  ['CodeUnderItselfError', 'problem_under_itself'],
  ['CodebookLockedError', 'problem_locked'],
  ['BadShortcutError', 'problem_value'],
  ['BadVariableValueError', 'problem_value'],
  ['CommandReusedError', 'problem_not_saved'],
  ['AbortError', 'problem_not_saved'],
  ['ExtensionGoneError', 'problem_reload'],
  ['TypeError', 'problem_unknown'],
  ['constructor', 'problem_unknown'],
  ['__proto__', 'problem_unknown'],
])('%s is said as %s, with its own words for a report', (name, key) => {
  expect(problemOf(named(name, 'why'))).toEqual({ key, detail: `${name}: why`, words: '' });
});

it('has a sentence for every way in which the store and the border refuse', () => {
  const made = [
    new refusals.NewerLibraryError(),
    new refusals.StorageRefusedError(null),
    new refusals.StorageFullError(null),
    new refusals.RecordNotFoundError('codes', '1'),
    new refusals.NotYourAnnotationError('1', 'https://news.example/'),
    new refusals.CommandReusedError('1', 'keep', 'undo'),
    new refusals.BadCodeNameError('/'),
    new refusals.CodeNameTakenError('甲'),
    new RefusedRequestError('x'),
    new refusals.SplitRefusedError('address'),
    new refusals.OtherArticleError('1'),
    new refusals.CodeUnderItselfError('甲'),
    new refusals.CodebookLockedError('甲'),
    new refusals.BadShortcutError('0'),
    new refusals.BadVariableNameError(),
    new refusals.VariableNameTakenError('甲'),
    new refusals.BadVariableValueError('甲', 'number'),
  ];
  const classes = Object.values(refusals).filter((value) => value.prototype instanceof Error);
  expect(made).toHaveLength(classes.length + 1);
  for (const error of made) expect(problemOf(error).key, error.name).not.toBe('problem_unknown');
});

it('does not take a name that a reader typed for the reason', () => {
  const error = new refusals.BadCodeNameError('QuotaExceededError/NewerLibraryError');
  expect(problemOf(error).key).toBe('problem_name');
});

it.each<[ArchiveFault, string]>([
  ['too-large', 'problem_import_large'],
  ['not-json', 'problem_import_foreign'],
  ['not-an-archive', 'problem_import_foreign'],
  ['newer-version', 'problem_import_newer'],
  ['unsafe', 'problem_import_unsafe'],
  ['bad-record', 'problem_import_record'],
])('an archive that is %s is said as %s', (fault, key) => {
  expect(problemOf(new ArchiveError(fault, 'file', 'why'))).toEqual({
    key,
    detail: 'ArchiveError: file: why',
    words: '',
  });
});

it.each<[unknown, string]>([
  ['words', 'words'],
  [null, 'null'],
  [undefined, 'undefined'],
  [Object.assign(named('Odd', 'fault'), { fault: 'constructor' }), 'Odd: fault'],
])('what is no known error is unknown: %s', (thrown, detail) => {
  expect(problemOf(thrown)).toEqual({ key: 'problem_unknown', detail, words: '' });
});

it('holds on to words that were not saved, once each, whatever goes wrong next', () => {
  const lost = problemOf(
    named('NoAnswerError'),
    wordsOf({ codeIds: ['1'], newCodes: ['主体'], note: 'mine' }),
  );
  expect(lost.words).toBe('主体\nmine');
  expect(nextProblem(null, lost)).toEqual(lost);
  expect(nextProblem(lost, lost)).toEqual(lost);
  const next = problemOf(named('OpenFailedError'), wordsOf({ note: 'more' }));
  expect(nextProblem(lost, next)).toEqual({ ...next, words: '主体\nmine\n\nmore' });
  expect(wordsOf({ codeIds: ['1'] })).toBe('');
});
