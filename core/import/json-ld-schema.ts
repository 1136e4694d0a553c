/** What the W3C Web Annotation Data Model demands of an annotation (its MUSTs), so that a file that breaks it is named. */

import * as v from 'valibot';
import { listOf } from './json-parts';

/** In JSON-LD one value stands for a list of one. */
const many = <T extends v.GenericSchema>(item: T) => v.pipe(v.unknown(), v.transform(listOf), v.array(item));
const atLeastOne = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.unknown(), v.transform(listOf), v.array(item), v.minLength(1, 'is missing'));
const single = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.unknown(),
    v.check((value) => listOf(value).length === 1, 'is not one value'),
    v.transform((value) => listOf(value)[0]),
    item,
  );
const optional = <T extends v.GenericSchema>(item: T) => v.optional(item);

const text = v.string('is not text');
// Relative ones are legal in JSON-LD; without scheme and mark it is a word, not an address.
const uri = v.pipe(text, v.regex(/^(?:[a-z][a-z\d+.-]*:|[#/?])[^\s<>"{}|\\^`]*$/iu, 'is not an address'));
const time = v.pipe(
  text,
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/u, 'is not a time'),
);
const offset = v.pipe(
  v.number('is not a number'),
  v.safeInteger('is not whole'),
  v.minValue(0, 'is below 0'),
);
const agent = v.union([text, v.looseObject({})], 'is neither text nor a record');

const dated = {
  created: optional(single(time)),
  modified: optional(single(time)),
  creator: optional(many(agent)),
  rights: optional(many(uri)),
  canonical: optional(single(uri)),
  via: optional(many(uri)),
};

const pair = { start: offset, end: offset };
const selectorTypes: Readonly<Record<string, v.ObjectEntries>> = {
  FragmentSelector: { value: text },
  CssSelector: { value: text },
  XPathSelector: { value: text },
  TextQuoteSelector: { exact: text, prefix: optional(text), suffix: optional(text) },
  TextPositionSelector: pair,
  DataPositionSelector: pair,
  RangeSelector: {
    startSelector: v.looseObject({}, 'is not a record'),
    endSelector: v.looseObject({}, 'is not a record'),
  },
};

const selector: v.GenericSchema = v.lazy((value) => {
  if (typeof value === 'string') return uri;
  const type = typesOf(value).find((one) => Object.hasOwn(selectorTypes, one)) ?? '';
  return v.looseObject({ refinedBy: optional(many(selector)), ...selectorTypes[type] }, 'is not a selector');
});

const sets = ['Choice', 'List', 'Composite', 'Independents'];

/** A body or a target. */
const resource: v.GenericSchema = v.lazy((value) => {
  if (typeof value === 'string') return uri;
  const types = typesOf(value);
  const ofSet = types.filter((type) => sets.includes(type)).length;
  if (ofSet > 1) return failure('is of two types that exclude each other');
  if (ofSet === 1) return resourceWith({ items: atLeastOne(resource) });
  if (types.includes('TextualBody') || has(value, 'value')) return resourceWith({ value: text });
  if (types.includes('SpecificResource') || has(value, 'source') || has(value, 'selector')) {
    return resourceWith({ source: resource, selector: optional(many(selector)) });
  }
  const isNamed = typeof value !== 'object' || has(value, 'id');
  return isNamed ? resourceWith({}) : failure('has neither address, words nor source');
});

function resourceWith(entries: v.ObjectEntries): v.GenericSchema {
  return v.looseObject(
    {
      ...dated,
      id: optional(single(uri)),
      format: optional(many(text)),
      language: optional(many(text)),
      processingLanguage: optional(single(text)),
      textDirection: optional(single(v.picklist(['ltr', 'rtl', 'auto'], 'is not ltr, rtl or auto'))),
      ...entries,
    },
    'is neither an address nor a record',
  );
}

const target: v.GenericSchema = v.lazy((value) =>
  has(value, 'value') && !has(value, 'id') ? failure('is but words') : resource,
);

const annotation = v.pipe(
  v.looseObject(
    {
      id: single(uri),
      ...dated,
      generated: optional(single(time)),
      generator: optional(many(agent)),
      body: optional(many(resource)),
      bodyValue: optional(single(text)),
      target: atLeastOne(target),
    },
    'is not a record',
  ),
  v.check((value) => typesOf(value).includes('Annotation'), 'is not of the type Annotation'),
  v.check((value) => !(has(value, 'body') && has(value, 'bodyValue')), 'has both body and bodyValue'),
);

/** The first fault as the end of a sentence: "body.0.format is not text". Null where there is none. */
export function annotationFault(value: unknown): string | null {
  const { success, issues } = v.safeParse(annotation, value, { abortEarly: true });
  if (success) return null;
  const [issue] = issues;
  const path = v.getDotPath(issue);
  if (path === null) return issue.message;
  return `${path} ${issue.received === 'undefined' ? 'is missing' : issue.message}`;
}

export function typesOf(value: unknown): string[] {
  const type = has(value, 'type') ? Reflect.get(value, 'type') : undefined;
  return listOf(type).filter((one) => typeof one === 'string');
}

function has(value: unknown, key: string): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function failure(message: string): v.GenericSchema {
  return v.pipe(
    v.unknown(),
    v.check(() => false, message),
  );
}
