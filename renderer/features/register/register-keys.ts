/** Where the active row goes for a key; undefined = the key is not for moving. */
export function nextRowIndex(
  key: string,
  index: number,
  count: number,
  pageSize: number,
): number | undefined {
  if (count === 0) return undefined;
  const page = Math.max(1, pageSize);
  const clamp = (value: number) => Math.min(count - 1, Math.max(0, value));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index < 0 ? 0 : index - 1);
    case 'PageDown':
      return clamp(Math.max(index, 0) + page);
    case 'PageUp':
      return clamp(index - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
