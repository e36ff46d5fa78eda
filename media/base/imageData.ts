const shownTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Whether the browser shows pictures of this type, and we let it. */
export function canShow(mimeType: string): boolean {
  return shownTypes.includes(mimeType.toLowerCase());
}

/** The address of an image that may be shown. SVG is left out: it is a document, not a picture. */
export function imageAddress(mimeType: string, data: string): string | undefined {
  const type = mimeType.toLowerCase();
  if (!canShow(type) || data === '' || data.length % 4 !== 0) return undefined;
  return /^[A-Za-z0-9+/]+={0,2}$/.test(data) ? `data:${type};base64,${data}` : undefined;
}
