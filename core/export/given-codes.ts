/** The codes of annotations as tables and formats for readers name them. */

import type { Annotation } from '../annotation';
import { type Code, codePath } from '../code';
import type { Colour } from '../colour';

export interface GivenCode {
  id: string;
  path: readonly string[];
  colour: Colour;
}

/** In the order in which they were given; those that the codebook lacks are left out. */
export type GivenCodes = (annotation: Annotation) => readonly GivenCode[];

export function givenCodes(codes: readonly Code[]): GivenCodes {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const named = new Map(
    codes.map((code): [string, GivenCode] => {
      const { id, colour } = code;
      return [id, { id, path: codePath(code, byId), colour }];
    }),
  );
  return ({ codeIds }) => codeIds.map((id) => named.get(id)).filter((code) => code !== undefined);
}
