/** What the bodies of a foreign Web Annotation say: codes, and words for the note. */

import { parsePath } from '../code';
import { joinNotes } from '../join-notes';
import { typesOf } from './json-ld-schema';
import { firstText, isObject, type JsonObject, listOf } from './json-parts';
import { plainText } from './plain-text';

export interface ReadBodies {
  paths: string[][];
  note: string;
  /** What was left out, as the end of a sentence with its place: "body 2 is a choice, of which the first is taken". */
  leftOut: string[];
}

const tagging = ['tagging', 'classifying'];

export function readBodies(annotation: JsonObject): ReadBodies {
  const motivations = listOf(annotation.motivation).filter((one) => typeof one === 'string');
  const isTagged = motivations.length > 0 && motivations.every((motivation) => isTagging(motivation));
  const paths: string[][] = [];
  const notes: string[] = [];
  const leftOut: string[] = [];

  const take = (body: unknown, where: string) => {
    const [first, ...others] = isObject(body) && isSet(body) ? listOf(body.items) : [];
    if (first !== undefined) {
      if (typesOf(body).includes('Choice')) {
        if (others.length > 0) leftOut.push(`${where} is a choice, of which the first is taken`);
        take(first, where);
      } else for (const item of [first, ...others]) take(item, where);
      return;
    }
    const purposes = isObject(body) ? listOf(body.purpose) : [];
    const said = wordsOf(body);
    if (purposes.some(isTagging) || (purposes.length === 0 && isTagged)) {
      const path = isObject(body) ? pathOf(body) : lastOf(said);
      if (path.length === 0) leftOut.push(`${where} is a tag without a name`);
      else paths.push(path);
    } else if (said.trim() === '') leftOut.push(`${where} has no words`);
    else notes.push(said);
  };

  for (const [index, body] of listOf(annotation.body).entries()) take(body, `body ${index + 1}`);
  for (const words of listOf(annotation.bodyValue)) take({ type: 'TextualBody', value: words }, 'bodyValue');
  return { paths, note: joinNotes(notes), leftOut };
}

function isTagging(purpose: unknown): boolean {
  return typeof purpose === 'string' && tagging.some((one) => purpose === one || purpose.endsWith(`#${one}`));
}

function isSet(body: JsonObject): boolean {
  return typesOf(body).some((type) => ['Choice', 'List', 'Composite', 'Independents'].includes(type));
}

/** Its own words, or the address of what it is. */
function wordsOf(body: unknown): string {
  if (!isObject(body)) return typeof body === 'string' ? body : '';
  const words = firstText(body.value);
  if (words !== null) return listOf(body.format).includes('text/html') ? plainText(words) : words;
  const { source } = body;
  return firstText(isObject(source) ? source.id : source, body.id) ?? '';
}

/** A tag in words may be a path; a concept has a label, and ours its path; of a bare address the last part counts. */
function pathOf(body: JsonObject): string[] {
  const words = firstText(body.value);
  if (words !== null) return parsePath(words);
  const concept = isObject(body.source) ? body.source : body;
  const label = firstText(concept.path, concept.prefLabel, concept.label, concept.name);
  return label === null ? lastOf(wordsOf(body)) : parsePath(label);
}

function lastOf(address: string): string[] {
  const last = address.split(/[/#:]/u).findLast((part) => part !== '') ?? '';
  try {
    return parsePath(decodeURIComponent(last));
  } catch {
    return parsePath(last);
  }
}
