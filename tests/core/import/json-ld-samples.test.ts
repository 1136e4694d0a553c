/** The W3C's own samples: none of the incorrect ones is taken, and none of the correct ones is called wrong. */

import { describe, expect, it } from 'vitest';
import { readJsonLd } from '../../../core/import/json-ld';
import { annotationFault } from '../../../core/import/json-ld-schema';
import { hasSchemas, w3cSamples } from '../export/w3c-schemas';
import { readFile, refusalOf } from './environment';

const twoIds = 'annotation 1: id is not one value';

const commaTooMany = /,(\s*\})/u;

/**
 * Where each file is refused as it is. Most of them have a comma too many or two ids, besides the fault that their label
 * tells.
 */
const refusals: Readonly<Record<string, string>> = {
  anno1: 'file: is not JSON',
  anno2: 'file: @context is not that of Web Annotations',
  anno3: 'file: @context is not that of Web Annotations',
  anno4: 'file: @context is not that of Web Annotations',
  anno5: 'file: @context is not that of Web Annotations',
  anno6: 'annotation 1: id is not an address',
};

/** What is refused once there is one id and no comma too many; null: nothing is left that the model forbids. */
const repairedRefusals: Readonly<Record<string, string | null>> = {
  anno7: null,
  anno8: 'is not of the type Annotation',
  anno9: 'is not of the type Annotation',
  anno10: 'target is missing',
  anno11: 'target.0 is neither an address nor a record',
  anno12: 'body.0 is not an address',
  anno13: 'body.0.id is not an address',
  anno14: 'body.0.format.0 is not text',
  // The key is misspelt, so that nothing is said of the language.
  anno15: null,
  anno16: 'body.0.textDirection is not ltr, rtl or auto',
  anno17: 'body.0.value is missing',
  anno18: 'body.0.value is not text',
  anno19: 'has both body and bodyValue',
  anno20: 'bodyValue is not one value',
  anno21: 'bodyValue is not text',
  anno22: 'body.0 is of two types that exclude each other',
  anno23: 'body.0.processingLanguage is not one value',
  anno24: 'body.0.textDirection is not one value',
  anno25: 'body.0 has neither address, words nor source',
  anno26: 'creator.0 is neither text nor a record',
  anno27: 'generator.0 is neither text nor a record',
  anno28: 'created is not a time',
  anno29: 'modified is not a time',
  anno30: 'generated is not a time',
  anno31: 'modified is not one value',
  anno32: 'created is not one value',
  anno33: 'generated is not one value',
  anno34: 'rights.0 is not an address',
  anno35: 'via.0 is not an address',
  anno36: 'canonical is not an address',
  anno37: 'target.0.source is missing',
  anno38: 'target.0.source is missing',
  anno39: 'target.0.source is missing',
};

describe.skipIf(!hasSchemas)('the samples of the W3C', () => {
  const incorrect = hasSchemas ? w3cSamples('incorrect') : [];

  it.each(incorrect)('refuses the incorrect $name and names the place', async ({ name, text }) => {
    const refusal = await refusalOf(readJsonLd, text);
    if (commaTooMany.test(text)) expect(refusal).toMatch(/^file: is not JSON, from line \d+, column \d+$/u);
    else expect(refusal).toBe(refusals[name] ?? twoIds);
  });

  const repaired = incorrect.filter(({ name }) => name in repairedRefusals);

  it.each(repaired)('says what is wrong with $name besides its ids', ({ name, text }) => {
    const annotation = JSON.parse(text.replace(new RegExp(commaTooMany, 'gu'), '$1'));
    expect(annotationFault({ ...annotation, id: 'https://a.example/1' })).toBe(repairedRefusals[name]);
  });

  it('finds no fault in the correct ones', () => {
    const correct = w3cSamples('correct').map(({ name, text }) => ({ name, file: JSON.parse(text) }));
    const annotations = correct.filter(({ file }) => file.type === 'Annotation');
    expect(annotations.length).toBeGreaterThan(40);
    const faults = annotations.map(({ name, file }) => [name, annotationFault(file)]);
    expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
  });

  it('takes those correct ones that quote a web page, and says of each other why it is left out', async () => {
    const taken: string[] = [];
    for (const { name, text } of w3cSamples('correct')) {
      const refusal = await refusalOf(readJsonLd, text);
      if (refusal === 'taken') taken.push(name);
      else
        expect(refusal).toMatch(
          /^(?:annotation 1(?:, target \d)?|file): (?:has no quote|its page|has its annotations|has further pages)/u,
        );
    }
    const quotes: string[] = [];
    for (const name of taken) {
      const sample = w3cSamples('correct').find((one) => one.name === name);
      const { archive } = await readFile(readJsonLd, sample?.text ?? '');
      quotes.push(...archive.annotations.map(({ target }) => target.quote.exact));
    }
    expect(quotes).toEqual(['anotation', 'Selected Text', 'anotation', 'Selected Text']);
  });
});
