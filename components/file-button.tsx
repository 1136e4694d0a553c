/** A button that has the reader choose a file. */

interface FileButtonProps {
  name: string;
  /** As in the `accept` of a file field. */
  accept: string;
  onFile(file: File): void;
}

export function FileButton({ name, accept, onFile }: FileButtonProps) {
  return (
    <label class="file-button quiet framed">
      {name}
      <input
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that choosing the same file again is a change again.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
