/** A bubble in pixels, with the text that would stand beside it. */
export interface LabelRequest {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly width: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 4;

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const isInside = (box: Box, area: Box) =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;

function candidates(one: LabelRequest, height: number): readonly (PlacedLabel & { readonly box: Box })[] {
  const { id, x, y, r, width } = one;
  const half = height / 2;
  const corner = r * Math.SQRT1_2;
  const at = (anchor: PlacedLabel['anchor'], labelX: number, labelY: number) => {
    const left = anchor === 'start' ? labelX : anchor === 'end' ? labelX - width : labelX - width / 2;
    return {
      id,
      x: labelX,
      y: labelY,
      anchor,
      box: { left, right: left + width, top: labelY - half, bottom: labelY + half },
    };
  };
  return [
    at('start', x + r + GAP, y),
    at('end', x - r - GAP, y),
    at('middle', x, y - r - half - 1),
    at('middle', x, y + r + half + 1),
    at('start', x + corner, y - corner - half),
    at('start', x + corner, y + corner + half),
    at('end', x - corner, y - corner - half),
    at('end', x - corner, y + corner + half),
  ];
}

/**
 * Which bubbles get their name written beside them, and where: the first of right, left, above, below and the
 * corners that lies in the area and on no bubble, no other label and no obstacle. Earlier requests win, so give the important ones first.
 * What is to be avoided is crossed only where there is no other room. A bubble without any room stays nameless here;
 * the table names every one.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  area: Box,
  height: number,
  obstacles: readonly Box[] = [],
  avoided: readonly Box[] = [],
): readonly PlacedLabel[] {
  const bubbles = requests.map((one) => ({
    id: one.id,
    box: { left: one.x - one.r, right: one.x + one.r, top: one.y - one.r, bottom: one.y + one.r },
  }));
  const taken: Box[] = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    const free = candidates(request, height).filter(
      ({ box }) =>
        isInside(box, area) &&
        !taken.some((other) => overlaps(box, other)) &&
        !bubbles.some((bubble) => bubble.id !== request.id && overlaps(box, bubble.box)),
    );
    const best = free.find(({ box }) => !avoided.some((other) => overlaps(box, other))) ?? free[0];
    if (!best) continue;
    taken.push(best.box);
    placed.push({ id: best.id, x: best.x, y: best.y, anchor: best.anchor });
  }
  return placed;
}
