/** How a component gets its words: a translate function, handed down by whoever mounts the tree. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** Substitutions fill `$1`, `$2`, … of the message, in that order. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

export const Strings = createContext<Translate>((key) => key);

export function useStrings(): Translate {
  return useContext(Strings);
}
