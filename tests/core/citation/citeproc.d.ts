/** The part of citeproc-js that the tests use; it brings no types. */

declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string | false;
    retrieveItem(id: string): unknown;
  }

  class Engine {
    constructor(system: System, style: string, language?: string, forceLanguage?: boolean);
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }

  const csl: { Engine: typeof Engine };
  export default csl;
}
