/** The card that the reader asked for on the page, kept until a sidebar has heard of it: one that is only opening asks later. */

export interface WantedCard {
  want(id: string | null): void;
  /** The annotation's id, once; null when there is none, or it was told before. */
  take(): string | null;
}

export function createWantedCard(): WantedCard {
  let wanted: string | null = null;
  return {
    want(id) {
      wanted = id;
    },
    take() {
      const id = wanted;
      wanted = null;
      return id;
    },
  };
}
