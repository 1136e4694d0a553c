/** Draws boxes as shapes of one picture in a container of ours: whatever it shows, the page around it is laid out the same. */

import { type Swatch, swatches } from '../../core/colour';
import { colourOf, type Layer, layers } from './strokes';
import type { WordBox } from './word-boxes';

export interface BoxDrawing {
  /** Makes the picture equal to this. Boxes in viewport pixels, as they are now. */
  draw(boxes: ReadonlyMap<Layer, readonly WordBox[]>): void;
  clear(): void;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Half transparent, as it lies over the words. */
const opacity = '0.45';

/**
 * Chromium tells a page, in IntersectionObserver's `isVisible`, that something lies over an element of its, whatever that
 * lets through. So something always does: an invisible plate, as large as any page, with boxes on it or without.
 */
const plate = 'M-10000-10000h100000v10000000h-100000z';

export function createBoxDrawing(document: Document, container: HTMLElement): BoxDrawing {
  const create = (name: string, styles: Readonly<Record<string, string>>) => {
    const element = document.createElementNS(svgSpace, name) as SVGElement;
    for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value);
    return element;
  };

  // What overflows a picture is paint, which lengthens no page.
  const picture = create('svg', {
    position: 'absolute',
    left: '0',
    top: '0',
    width: '1px',
    height: '1px',
    overflow: 'visible',
    'pointer-events': 'none',
  });
  /** Tells how large our pixels are drawn, where a page zooms itself. */
  const ruler = document.createElement('div');
  Object.assign(ruler.style, { position: 'fixed', width: '100px', height: '100px', visibility: 'hidden' });
  const shapes = new Map<string, SVGElement>();
  const ground = create('path', { fill: '#000', 'fill-opacity': '0' });
  ground.setAttribute('d', plate);

  function shape(key: string, styles: Readonly<Record<string, string>>): SVGElement {
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const made = create('path', styles);
    shapes.set(key, made);
    return made;
  }

  /** Only what differs is touched. */
  const setPath = (element: SVGElement, path: string) => {
    if ((element.getAttribute('d') ?? '') !== path) element.setAttribute('d', path);
  };

  const attach = () => {
    if (picture.parentNode === container) return;
    picture.replaceChildren(ground);
    container.replaceChildren(picture, ruler);
  };

  return {
    draw(boxes) {
      attach();
      const origin = picture.getBoundingClientRect();
      const scale = ruler.getBoundingClientRect().width / 100 || 1;
      const toPicture = ({ left, top, right, bottom, isVertical }: WordBox): WordBox => ({
        left: round((left - origin.left) / scale),
        top: round((top - origin.top) / scale),
        right: round((right - origin.left) / scale),
        bottom: round((bottom - origin.top) / scale),
        isVertical,
      });
      for (const layer of layers) {
        const placed = (boxes.get(layer) ?? []).map(toPicture);
        if (placed.length === 0 && !shapes.has(layer)) continue;
        const fill = shape(layer, { fill: fillOf(layer), 'fill-opacity': opacity });
        const line = shape(`${layer} line`, lineStyle(layer));
        setPath(fill, placed.map(rectangle).join(''));
        setPath(line, placed.map((box) => underline(box, layer)).join(''));
        if (fill.parentNode === null) insertInOrder(layer, fill, line);
      }
    },
    clear() {
      shapes.clear();
      container.replaceChildren();
    },
  };

  function insertInOrder(layer: Layer, ...added: SVGElement[]): void {
    const above = layers.slice(layers.indexOf(layer) + 1).map((next) => shapes.get(next));
    const next = above.find((element) => element?.parentNode === picture) ?? null;
    for (const element of added) picture.insertBefore(element, next);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function rectangle({ left, top, right, bottom }: WordBox): string {
  return `M${left} ${top}H${right}V${bottom}H${left}z`;
}

function fillOf(layer: Layer): string {
  if (layer === 'overlap') return 'rgb(0 0 0 / 0.3)';
  return swatchOf(layer)?.background ?? '#1c1b17';
}

function swatchOf(layer: Layer): Swatch | null {
  const colour = colourOf(layer);
  return colour === null ? null : swatches[colour];
}

function lineStyle(layer: Layer): Record<string, string> {
  const swatch = swatchOf(layer);
  if (swatch === null) return { display: 'none' };
  const { line, pattern, thickness } = swatch;
  const width = Number.parseFloat(thickness);
  const dashes = {
    solid: 'none',
    double: 'none',
    wavy: 'none',
    dotted: `${width}`,
    dashed: `${3 * width} ${2 * width}`,
  };
  return {
    fill: 'none',
    stroke: line,
    'stroke-width': `${pattern === 'double' ? width / 3 : width}px`,
    'stroke-dasharray': dashes[pattern],
  };
}

/** Along the foot of the line, which in a vertical line is its right side. */
function underline({ left, top, right, bottom, isVertical }: WordBox, layer: Layer): string {
  const swatch = swatchOf(layer);
  if (swatch === null) return '';
  const width = Number.parseFloat(swatch.thickness);
  const foot = round((isVertical ? right : bottom) - width / 2);
  const along = isVertical ? `V${bottom}` : `H${right}`;
  const from = (at: number) => (isVertical ? `M${at} ${top}` : `M${left} ${at}`);
  if (swatch.pattern === 'double') return `${from(foot)}${along}${from(round(foot - width * 0.8))}${along}`;
  if (swatch.pattern !== 'wavy') return `${from(foot)}${along}`;
  const waves = Math.max(1, Math.floor((isVertical ? bottom - top : right - left) / 4));
  return `${from(foot)}${(isVertical ? 'l-2 2l2 2' : 'l2-2l2 2').repeat(waves)}`;
}
