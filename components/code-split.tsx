/** Sends some of a code's annotations to a new code beside it. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parsePath, pathMark } from '../core/code';
import type { CodeFormProps } from './code-form';
import type { CodedQuote } from './codebook-model';
import { FormFoot } from './form-foot';
import { FormFrame } from './form-frame';
import { isComposition } from './key-press';
import { useStrings } from './strings';

export function CodeSplit({ row: { code, path }, codebook, actions }: CodeFormProps) {
  const t = useStrings();
  const name = useRef<HTMLInputElement>(null);
  const [quotes, setQuotes] = useState<readonly CodedQuote[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => name.current?.focus(), []);
  useEffect(() => {
    let isCurrent = true;
    actions.quotesOf(code.id).then(
      (found) => isCurrent && setQuotes(found),
      () => isCurrent && codebook.close(),
    );
    return () => {
      isCurrent = false;
    };
  }, []);

  async function split(): Promise<void> {
    const typed = parsePath(name.current?.value ?? '').join(pathMark);
    if (typed === '') return name.current?.focus();
    if (chosen.size === 0) return;
    codebook.close();
    const above = path.slice(0, path.length - code.name.length);
    const id = await actions.splitCode(code.id, [...chosen], above + typed);
    if (id !== null) codebook.expect(id);
  }

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <FormFrame heading={t('code_split_of', path)} onClose={codebook.close} onSave={() => void split()}>
      <label class="field">
        <span>{t('code_split_name')}</span>
        <input
          ref={name}
          type="text"
          autocomplete="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposition(event) || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            void split();
          }}
        />
      </label>
      {quotes?.length === 0 && <p class="hint">{t('code_split_none')}</p>}
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to some screen readers unless it says so */}
      <ul class="quote-list" role="list" aria-label={t('annotations')} aria-busy={quotes === null}>
        {(quotes ?? []).map(({ id, quote, language, title }) => (
          <li key={id}>
            <label class="choice">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>
                <q lang={language ?? undefined} dir="auto">
                  {quote}
                </q>
                {title !== '' && (
                  <small lang={language ?? undefined} dir="auto">
                    {title}
                  </small>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <FormFoot
        onLeave={codebook.close}
        doing={t('code_split_do', String(chosen.size))}
        isOff={chosen.size === 0}
        onDo={() => void split()}
      />
    </FormFrame>
  );
}
