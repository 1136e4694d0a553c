/** Writes Chinese in simplified characters, for comparing only: one traditional character has one form, whatever it means. */

import { packedHanForms } from './han-forms';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Units of CJK Unified Ideographs, from this one on. */
const first = 0x4e00;
const count = 0x5200;

let forms: Uint16Array | null = null;

/** 經濟 becomes 经济; 後 and 后 fall together, as do 發 and 髮. Other characters stay. */
export function simplify(text: string): string {
  forms ??= unpack(packedHanForms);
  let simplified = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const form = forms[text.charCodeAt(at) - first] ?? 0;
    if (form === 0) continue;
    simplified += text.slice(copied, at) + String.fromCharCode(form);
    copied = at + 1;
  }
  return simplified + text.slice(copied);
}

/** For each unit from `first` on, its form; 0 where it has none. */
function unpack(packed: string): Uint16Array {
  const found = new Uint16Array(count);
  let [from, to, at] = [0, 0, 0];
  const read = () => {
    let [value, scale] = [0, 1];
    for (;;) {
      const digit = digits.indexOf(packed.charAt(at));
      at += 1;
      value += (digit % 32) * scale;
      if (digit < 32) return value;
      scale *= 32;
    }
  };
  while (at < packed.length) {
    from += read();
    const step = read();
    to += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    found[from - first] = to;
  }
  return found;
}
