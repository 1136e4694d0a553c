/** The two shapes that travel between scripts: a named request, and its outcome with errors by name. */

export type Receiver = 'background' | 'tab' | 'sidebar';

export interface Envelope {
  to: Receiver;
  name: string;
  request: unknown;
  /** The address at which a news page asks, in its own words: only ever a reason to refuse. */
  at?: string;
  /** What a news page says of itself beyond its address; checked where it arrives. */
  claim?: unknown;
}

export type Outcome = { ok: true; value: unknown } | { ok: false; name: string; message: string };

/** The name of the refusal to a page whose address the browser has not told yet: ask again. */
export const addressLags = 'AddressLagsError';

/** What the other side refused or could not do; `name` is the name of the error over there. */
export class RemoteError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export function isEnvelope(message: unknown, to: Receiver): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === to &&
    'name' in message &&
    typeof message.name === 'string' &&
    'request' in message &&
    (!('at' in message) || typeof message.at === 'string')
  );
}

/** @throws RemoteError when the other side failed, or answered nothing. */
export function openOutcome(outcome: unknown): unknown {
  const answer = outcome as Outcome | undefined;
  if (answer === undefined || answer === null) throw new RemoteError('NoAnswerError', 'Nobody answered.');
  if (!answer.ok) throw new RemoteError(answer.name, answer.message);
  return answer.value;
}

/** Runs the work and packs what came of it, so that an error keeps its name on the way. */
export async function packOutcome(work: () => unknown): Promise<Outcome> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return error instanceof Error
      ? { ok: false, name: error.name, message: error.message }
      : { ok: false, name: 'Error', message: String(error) };
  }
}
