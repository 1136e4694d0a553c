/** Makes one code of two: the reader chooses the one that stays, and sees what will change before it does. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CodeFormProps } from './code-form';
import { CodePicker } from './code-picker';
import type { MergePreview } from './codebook-model';
import { FormFoot } from './form-foot';
import { FormFrame } from './form-frame';
import { type Translate, useStrings } from './strings';

export function CodeMerge({ row: { code, path }, codebook, entries, actions }: CodeFormProps) {
  const t = useStrings();
  const [intoId, setInto] = useState<string | null>(null);
  const isChosen = useRef(false);
  const into = intoId === null ? null : (codebook.tree.paths.get(intoId) ?? null);
  return (
    <FormFrame
      heading={into === null ? t('code_merge_of', path) : t('code_merge_into', path, into)}
      onClose={codebook.close}
    >
      {intoId === null ? (
        <CodePicker
          codes={entries.filter(({ id }) => id !== code.id)}
          recentCodeIds={[]}
          chosenIds={[]}
          onToggle={(id) => {
            isChosen.current = true;
            setInto(id);
          }}
          onCreate={null}
          onClose={() => {
            if (!isChosen.current) codebook.close();
          }}
        />
      ) : (
        <Preview
          read={() => actions.previewMerge(code.id, intoId)}
          onMerge={() => {
            codebook.focus(intoId);
            codebook.close();
            actions.mergeCodes(code.id, intoId);
          }}
          onCancel={codebook.close}
        />
      )}
    </FormFrame>
  );
}

interface PreviewProps {
  read(): Promise<MergePreview>;
  onMerge(): void;
  onCancel(): void;
}

function Preview({ read, onMerge, onCancel }: PreviewProps) {
  const t = useStrings();
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  useEffect(() => {
    let isCurrent = true;
    read().then(
      (plan) => isCurrent && setPreview(plan),
      () => isCurrent && onCancel(),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return (
    <>
      <p aria-live="polite">{preview === null ? t('page_loading') : previewWords(preview, t)}</p>
      <FormFoot
        onLeave={onCancel}
        doing={t('code_merge_do')}
        button={button}
        onDo={() => preview !== null && onMerge()}
      />
    </>
  );
}

function previewWords({ codeCount, annotationCount, movedCount }: MergePreview, t: Translate): string {
  const annotations = t(
    annotationCount === 1 ? 'merge_annotation' : 'merge_annotations',
    String(annotationCount),
  );
  const moved = t(movedCount === 1 ? 'merge_moved_one' : 'merge_moved', String(movedCount));
  const parts = [t('merge_codes', String(codeCount)), annotations, ...(movedCount === 0 ? [] : [moved])];
  return parts.join(t('part_separator'));
}
