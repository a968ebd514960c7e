/** A place in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A movement shorter than this is a click. */
export const CLICK_REACH = 4;

/** True when a place lies inside a closed line (even-odd rule); a line of fewer than three places encloses nothing. */
export function isInside(place: Pixel, line: readonly Pixel[]): boolean {
  if (line.length < 3) return false;
  let inside = false;
  let before = line.at(-1) as Pixel;
  for (const now of line) {
    const isCrossed = now.y > place.y !== before.y > place.y;
    if (isCrossed && place.x < ((before.x - now.x) * (place.y - now.y)) / (before.y - now.y) + now.x)
      inside = !inside;
    before = now;
  }
  return inside;
}

/** The ids of the places a line encloses, in their order. */
export function enclosed(
  places: readonly (Pixel & { readonly id: string })[],
  line: readonly Pixel[],
): string[] {
  return places.filter((place) => isInside(place, line)).map(({ id }) => id);
}

/** True when the hand moved too little for a lasso. */
export function isClick(line: readonly Pixel[]): boolean {
  const [first] = line;
  return first === undefined || line.every(({ x, y }) => Math.hypot(x - first.x, y - first.y) < CLICK_REACH);
}

/** What a selection becomes: a click or lasso replaces it; with Ctrl, Cmd or Shift it adds, and takes away what is in it already when it is one. */
export function nextSelection(
  before: ReadonlySet<string>,
  ids: readonly string[],
  isAdding: boolean,
): ReadonlySet<string> {
  if (!isAdding) {
    const isSame = ids.length === 1 && before.size === 1 && before.has(ids[0] as string);
    return new Set(isSame ? [] : ids);
  }
  const next = new Set(before);
  const [only] = ids;
  if (ids.length === 1 && only !== undefined && next.has(only)) next.delete(only);
  else for (const id of ids) next.add(id);
  return next;
}
