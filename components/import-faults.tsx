/** What of a file was left out or changed, each with where and why in the reader's language. */

import { type FaultCode, faultIn, type Place, placesIn } from '../core/import/faults';
import { type MessageKey, useStrings } from './strings';

interface ImportFaultsProps {
  name: string;
  faults: readonly { where: string; why: string }[];
}

/** Stands in a sentence for its value; no file and no language has it. */
const valueMark = '\uE000';

/** Listed at most; a wholly wrong file would name thousands. */
export const mostShown = 100;

const faultKeys: Readonly<Record<FaultCode, MessageKey>> = {
  'no-address': 'fault_no_address',
  'whole-page': 'fault_whole_page',
  'no-quote': 'fault_no_quote',
  'too-long': 'fault_too_long',
  'same-id': 'fault_same_id',
  more: 'fault_more',
  record: 'fault_record',
  json: 'fault_json',
  'article-missing': 'fault_article_missing',
  'code-missing': 'fault_code_missing',
  'above-missing': 'fault_above_missing',
  circle: 'fault_circle',
  'tag-empty': 'fault_tag_empty',
  'tag-deep': 'fault_tag_deep',
  'tags-many': 'fault_tags_many',
  colours: 'fault_colours',
  'document-tags': 'fault_document_tags',
  'no-text': 'fault_no_text',
  'source-codes': 'fault_source_codes',
  'loose-note': 'fault_loose_note',
  'no-place': 'fault_no_place',
  nowhere: 'fault_nowhere',
  answer: 'fault_answer',
  choice: 'fault_choice',
  'no-words': 'fault_no_words',
  elsewhere: 'fault_elsewhere',
  'code-id': 'fault_code_id',
  'code-deep': 'fault_code_deep',
  'code-twice': 'fault_code_twice',
  'code-nameless': 'fault_code_nameless',
  'code-none': 'fault_code_none',
  'code-mark': 'fault_code_mark',
  digest: 'fault_digest',
  missing: 'fault_missing',
  'not-text': 'fault_not_text',
  'not-list': 'fault_not_list',
  'not-time': 'fault_not_time',
  'not-address': 'fault_not_address',
  value: 'fault_value',
};

const placeKeys: Readonly<Record<NonNullable<Place['kind']>, MessageKey>> = {
  article: 'place_article',
  snapshot: 'place_snapshot',
  annotation: 'place_annotation',
  code: 'place_code',
  variable: 'place_variable',
  line: 'place_line',
  page: 'place_page',
  highlight: 'place_highlight',
  target: 'place_target',
  source: 'place_source',
  selection: 'place_selection',
  file: 'place_file',
};

export function ImportFaults({ name, faults }: ImportFaultsProps) {
  return (
    <ul class="bad" aria-label={name}>
      {faults.slice(0, mostShown).map(({ where, why }) => (
        <li key={`${where}: ${why}`}>
          <b>
            <PlaceWords where={where} />
          </b>{' '}
          <FaultWords why={why} />
        </li>
      ))}
    </ul>
  );
}

/** As `annotation 3`, or `第 3 条批注`. */
export function PlaceWords({ where }: { where: string }) {
  const t = useStrings();
  return placesIn(where).map(({ kind, name }, at) => [
    at > 0 && t('name_separator'),
    kind === null ? <bdi>{name}</bdi> : t(placeKeys[kind], name),
  ]);
}

/** What the file itself says stands in `bdi`: it may be in any language. */
function FaultWords({ why }: { why: string }) {
  const t = useStrings();
  const fault = faultIn(why);
  if (fault === null) return <bdi lang="en">{why}</bdi>;
  const [value] = fault.values;
  if (value === undefined) return t(faultKeys[fault.code]);
  const [before, after] = t(faultKeys[fault.code], valueMark).split(valueMark);
  return (
    <>
      {before}
      {fault.code === 'same-id' ? <PlaceWords where={value} /> : <bdi>{value}</bdi>}
      {after}
    </>
  );
}
